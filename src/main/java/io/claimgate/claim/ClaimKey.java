package io.claimgate.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * What names a claim for ever, to us and to the insurer: {@code [A-Z0-9-]{1,40}}, the same for the same loss however often it is
 * computed, and without personal data (a hash).
 */
public record ClaimKey(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9-]{1,40}");
    private static final String PREFIX = "CG";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 8;
    private static final int BITS = 5;
    // Crockford's alphabet: no I, L, O, U, so that a key survives being read over the telephone.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public ClaimKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a claim key (1 to 40 of A-Z, 0-9, -): \"" + value + "\"");
        }
    }

    /**
     * The key of one episode's claim. The buyer is in it through its receivable: a number of this database would be another one after the
     * books were filled anew, and the same loss would be declared under two names.
     *
     * @param contract the policy and its renewals
     * @param governing the business key of the receivable that governs the exposure
     * @param episode the exposure's episode, from 1
     */
    public static ClaimKey of(String contract, ReceivableKey governing, int episode) {
        MessageDigest digest = sha256();
        for (String part : new String[] {
            contract,
            governing.creditor(),
            governing.invoiceNumber(),
            Integer.toString(governing.instalment()),
            Integer.toString(episode)
        }) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length first, so that no two lists of parts give the same bytes.
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return new ClaimKey(PREFIX + grouped(digest.digest()));
    }

    private static String grouped(byte[] hash) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i % GROUP_LENGTH == 0) {
                key.append('-');
            }
            key.append(ALPHABET.charAt(fiveBits(hash, i * BITS)));
        }
        return key.toString();
    }

    private static int fiveBits(byte[] hash, int from) {
        int pair = (hash[from / 8] & 0xFF) << 8 | hash[from / 8 + 1] & 0xFF;
        return pair >> 11 - from % 8 & 0x1F;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
