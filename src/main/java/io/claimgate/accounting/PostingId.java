package io.claimgate.accounting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names a posting by what caused it: a hash, so that it holds no personal data and fits where ERPs keep references. */
final class PostingId {

    // Crockford's alphabet: no I, L, O, U, so that an id survives being read over the telephone.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 8;
    private static final int BITS = 5;

    private PostingId() {}

    static String of(String cause, String source) {
        byte[] hash = hash(cause, source);
        StringBuilder id = new StringBuilder("P");
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i % GROUP_LENGTH == 0) {
                id.append('-');
            }
            int from = i * BITS;
            int pair = (hash[from / 8] & 0xFF) << 8 | hash[from / 8 + 1] & 0xFF;
            id.append(ALPHABET.charAt(pair >> 11 - from % 8 & 0x1F));
        }
        return id.toString();
    }

    private static byte[] hash(String cause, String source) {
        try {
            // The length first, so that no two pairs give the same bytes.
            return MessageDigest.getInstance("SHA-256")
                    .digest((cause.length() + ":" + cause + source).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
