package io.claimgate.flow.settlement;

import io.claimgate.claim.ClaimKey;
import io.claimgate.recovery.InsurerResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What insurers told of claims, and what came of it. All calls join the caller's transaction, which holds the claim's lock. */
public interface ClaimResults {

    /** What came of a result. */
    enum Outcome {
        WAITING,
        /** It counts. */
        APPLIED,
        /** A later word of the insurer holds; or the claim was closed. */
        SUPERSEDED,
        /** Another message had told it already. */
        REPEATED,
        /** It cannot be true beside what we know; a person looks at it. */
        CONTRADICTS
    }

    /** @param insurerClaimNumber where the message carries it */
    record Row(
            long id,
            String insurer,
            InsurerResult result,
            Instant receivedAt,
            Outcome outcome,
            @Nullable String insurerClaimNumber) {

        boolean waiting() {
            return outcome == Outcome.WAITING;
        }
    }

    /** All of a claim, as they arrived. */
    List<Row> of(ClaimKey claim);

    /** The settlement of that name that counts, whatever claim it was told of. */
    Optional<Row> counted(String insurer, String settlementId);

    /** @param note for a person; at most 500 characters are kept */
    void outcome(long id, Outcome outcome, @Nullable String note, Instant at);

    /** Documents that the insurer wants, once per message and kind. */
    void wanted(ClaimKey claim, InsurerResult.DocumentsRequest request);

    /** A fact that a result tells of, once per message. */
    void fact(Fact fact);

    /** @param key unique within the creditor */
    record Fact(
            String creditor,
            String kind,
            java.time.LocalDate on,
            long buyerId,
            ClaimKey claim,
            String key,
            Instant recordedAt) {}
}
