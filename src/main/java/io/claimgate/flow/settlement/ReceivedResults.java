package io.claimgate.flow.settlement;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import java.time.Instant;
import java.util.Optional;

/** What insurers told, waiting to be applied. All calls join the caller's transaction. */
public interface ReceivedResults {

    /** The claim that this insurer knows under this number of his own. */
    Optional<ClaimKey> numbered(String insurer, String insurerClaimNumber);

    /**
     * Keeps a result, WAITING.
     *
     * @param message the row of the message that brought it
     */
    void add(Claim claim, Told told, long message, Instant receivedAt);
}
