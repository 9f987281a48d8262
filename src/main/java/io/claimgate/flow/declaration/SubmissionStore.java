package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Submissions of operation DECLARE. All calls join the caller's transaction, which holds the claim's lock. */
public interface SubmissionStore {

    /** The attempt with the highest number. */
    Optional<Submission> latest(ClaimKey key);

    /** The intent, before anything is sent. */
    Submission.Pending insert(Claim claim, int number, String payload, Instant intentAt);

    void update(Submission submission);

    /** Documents that were not sent yet, within the scope of a pause. */
    List<WaitingDocuments> waitingDocuments(PauseScope scope, String name);

    /** What is needed to plan their sending anew. @param submission the row, which is the ref of task "transfer" */
    record WaitingDocuments(long submission, String creditor, Instant closeAt) {}
}
