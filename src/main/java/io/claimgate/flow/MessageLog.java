package io.claimgate.flow;

import org.jspecify.annotations.Nullable;

/** Every message in and out; the bytes lie in the vault. Joins the caller's transaction. */
public interface MessageLog {

    /**
     * @param partner the insurer
     * @param creditor {@code *} where it cannot be told
     * @param claimKey null where it is about none
     * @param submission the row of the attempt that it belongs to; null for what a partner sends by itself
     * @param operation the partner's name for it: DeclareClaim
     * @param sha256 null where there are no bytes
     * @param outcome what it came to, in a few words; at most 200 characters are kept
     */
    record Message(
            Direction direction,
            String partner,
            String creditor,
            @Nullable String claimKey,
            @Nullable Long submission,
            String operation,
            @Nullable String sha256,
            long size,
            String contentType,
            String outcome) {}

    enum Direction {
        OUT,
        IN
    }

    /** Its row. */
    long record(Message message);
}
