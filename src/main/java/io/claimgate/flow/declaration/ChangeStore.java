package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes of declared claims, and their submissions. All calls join the caller's transaction, which holds the claim's lock. */
public interface ChangeStore {

    /** Those of which something is left to do, in their order. */
    List<ClaimChange> open(ClaimKey key);

    Optional<ClaimChange> find(ClaimKey key, int number);

    /** The number of the last one, told or not; 0: there was none. */
    int lastNumber(ClaimKey key);

    /** When the insurer got the last one; empty: it got none. */
    Optional<Instant> lastTold(ClaimKey key);

    void insert(ClaimChange change, String creditor);

    void update(ClaimChange change);

    /** What the insurer was told becomes the claim's lines. */
    void applyLines(ClaimChange change);

    /** The claim's rows remember that it was taken back. @param paid because everything was paid */
    void withdrawn(ClaimKey key, Instant at, boolean paid);

    /** The last attempt at a change. */
    Optional<Submission> latest(ClaimKey key, int number);

    /** The intent, before anything is sent. */
    Submission.Pending intent(Claim claim, ClaimChange change, String payload, Instant intentAt);

    /** Claims with a change that a machine may tell now, within the scope of a pause. */
    List<ClaimStore.Undeclared> waiting(PauseScope scope, String name);
}
