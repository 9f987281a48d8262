package io.claimgate.recovery;

import io.claimgate.recovery.InsurerResult.DocumentsRequest;
import io.claimgate.recovery.InsurerResult.Settlement;
import io.claimgate.recovery.InsurerResult.Status;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a result says, whatever it looked like: the same message over both ways, in another envelope, with 100.0 for 100.00 or another
 * offset for the same instant, is the same content.
 */
public final class ResultContent {

    private ResultContent() {}

    /**
     * SHA-256 of the content, in hex.
     *
     * @param claimKey the claim that it is about, however the message named it
     */
    public static String hash(String claimKey, InsurerResult result) {
        StringBuilder text = new StringBuilder();
        put(text, claimKey);
        if (result instanceof Status status) {
            put(text, "STATUS", status.status(), status.at(), plain(status.acceptedAmount()), status.reason());
        } else if (result instanceof Settlement settlement) {
            put(text, "SETTLEMENT", settlement.settlementId(), settlement.kind(), plain(settlement.amount()));
            put(text, settlement.currency(), plain(settlement.costs()), settlement.valueDate());
            put(text, plain(settlement.insurerShare()), plain(settlement.insuredShare()), settlement.reference());
        } else if (result instanceof DocumentsRequest request) {
            put(text, "REQUEST", request.at(), request.note(), request.replyBy());
            put(text, request.kinds().stream().sorted().distinct().toArray());
        }
        return sha256(text.toString());
    }

    /** With its length before it, so that no two contents run together into one text. */
    private static void put(StringBuilder text, @Nullable Object... values) {
        for (Object value : values) {
            String word = value == null ? null : value.toString();
            text.append(word == null ? "-" : word.length() + ":" + word).append('|');
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros().toPlainString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
