package io.claimgate.flow.bookkeeping;

import io.claimgate.accounting.PostingState;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what an ERP answers to postings. All calls join the caller's transaction. */
public final class Receipts {

    private final Postings postings;
    private final PostingStates states;
    private final OutBatches batches;
    private final Ideas ideas;

    public Receipts(Postings postings, PostingStates states, OutBatches batches, Ideas ideas) {
        this.postings = postings;
        this.states = states;
        this.batches = batches;
        this.ideas = ideas;
    }

    /**
     * One answer.
     *
     * @param document the ERP's number for its entry
     */
    public record Receipt(
            String postingId,
            PostingState.Answer answer,
            @Nullable String document,
            @Nullable String message) {}

    /** Why an answer cannot be taken. */
    public record Refusal(ProblemCode code, String message) {}

    /** What an answer did. */
    public enum Taken {
        CHANGED,
        UNCHANGED,
        /** Nobody knows the posting, or it cannot be answered so; see {@link Receipts#refusal}. */
        REFUSED
    }

    /** Why an answer cannot be taken; empty if it can. */
    public Optional<Refusal> refusal(String source, String creditor, Receipt receipt) {
        Optional<Postings.Standing> posting = postings.lock(receipt.postingId(), source, creditor);
        if (posting.isEmpty() || posting.get().state() == PostingState.OPEN) {
            return Optional.of(new Refusal(
                    ProblemCode.ERP_111,
                    "no posting of this source and creditor with this id was written; correct the row"));
        }
        String document = posting.get().erpDocument();
        return posting.get().state().answered(receipt.answer()).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ProblemCode.ACC_010,
                        "it was confirmed before" + (document == null ? "" : " as document " + document)
                                + "; what is booked is reversed in the ERP, not refused"));
    }

    /** Takes it. */
    public Taken take(String source, String creditor, Receipt receipt) {
        Postings.Standing posting =
                postings.lock(receipt.postingId(), source, creditor).orElse(null);
        PostingState after = posting == null
                ? null
                : posting.state().answered(receipt.answer()).orElse(null);
        if (posting == null || after == null) {
            return Taken.REFUSED;
        }
        if (after == posting.state()
                && Objects.equals(receipt.document(), posting.erpDocument())
                && Objects.equals(receipt.message(), posting.erpMessage())) {
            return Taken.UNCHANGED;
        }
        postings.answer(posting, after, receipt.document(), receipt.message(), ideas.now());
        tell(posting, after, receipt);
        return Taken.CHANGED;
    }

    private void tell(Postings.Standing posting, PostingState after, Receipt receipt) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("postingId", posting.id());
        payload.put("claimKey", posting.claimKey());
        payload.put("source", posting.source());
        payload.put("erpDocument", receipt.document() == null ? "" : receipt.document());
        payload.put("message", receipt.message() == null ? "" : receipt.message());
        boolean confirmed = after == PostingState.CONFIRMED;
        ideas.events()
                .record(
                        posting.subject(),
                        confirmed ? "posting.confirmed" : "posting.refused",
                        "erp:" + posting.source(),
                        posting.creditor(),
                        payload);
        if (confirmed) {
            ideas.alerts().clear(ProblemCode.ACC_002, posting.subject(), EventLog.MACHINE);
        } else {
            refused(posting, receipt);
        }
        // The batch's task before the claim's: in the order of whoever books, so that neither waits for the other.
        batch(posting);
        if (confirmed) {
            wake(posting);
        }
    }

    /** The claim may be closed once all of its postings are confirmed. */
    private void wake(Postings.Standing posting) {
        if (states.openOf(posting.claimKey()).isEmpty()) {
            ideas.tasks().arm(TaskKinds.RESULTS, posting.claimKey(), posting.creditor(), ideas.now(), Tasks.NEVER);
        }
    }

    private void refused(Postings.Standing posting, Receipt receipt) {
        ideas.alerts()
                .raise(
                        ProblemCode.ACC_002,
                        Alerts.Severity.CRITICAL,
                        posting.subject(),
                        "",
                        posting.creditor(),
                        ProblemCode.ACC_002.code() + " " + posting.source() + " refused posting " + posting.id()
                                + " of claim " + posting.claimKey() + ": "
                                + (receipt.message() == null ? "it says no reason" : receipt.message()) + ". "
                                + ProblemCode.ACC_002.mend());
    }

    private void batch(Postings.Standing posting) {
        OutBatch batch =
                posting.batch() == null ? null : batches.find(posting.batch()).orElse(null);
        if (batch == null) {
            return;
        }
        if (batch.state() != OutBatch.State.WRITTEN) {
            // The answer proves that the file was there: whoever waits for this knowledge goes on.
            ideas.tasks().arm(PostingBatchHandler.KIND, batch.source(), batch.creditor(), ideas.now(), Tasks.NEVER);
        } else if (AnswerHandler.unanswered(postings, batch).isEmpty()) {
            ideas.alerts().clear(ProblemCode.ACC_001, batch.subject(), EventLog.MACHINE);
        }
    }
}
