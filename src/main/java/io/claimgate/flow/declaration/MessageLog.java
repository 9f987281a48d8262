package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import org.jspecify.annotations.Nullable;

/** Every message in and out; the bytes lie in the vault. */
public interface MessageLog {

    /**
     * @param submission its row
     * @param operation the partner's name for it: DeclareClaim
     * @param sha256 null where there are no bytes
     * @param outcome what it came to, in a few words
     */
    record Message(
            Direction direction,
            Claim claim,
            long submission,
            String operation,
            @Nullable String sha256,
            long size,
            String contentType,
            String outcome) {}

    enum Direction {
        OUT,
        IN
    }

    void record(Message message);
}
