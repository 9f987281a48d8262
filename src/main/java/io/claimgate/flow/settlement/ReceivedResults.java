package io.claimgate.flow.settlement;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What insurers told, waiting to be applied. All calls join the caller's transaction. */
public interface ReceivedResults {

    /** Whether our books hold a claim of one of these insurers: without one there is nothing to tell. */
    boolean expected(Set<String> insurers);

    /** The claim that one of these insurers, who are one house, knows under this number. */
    Optional<ClaimKey> numbered(Set<String> insurers, String insurerClaimNumber);

    /**
     * Keeps a result, WAITING.
     *
     * @param message the row of the message that brought it
     */
    void add(Claim claim, Told told, long message, Instant receivedAt);
}
