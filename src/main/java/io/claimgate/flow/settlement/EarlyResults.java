package io.claimgate.flow.settlement;

import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.declaration.Proof;
import io.claimgate.flow.settlement.ClaimResults.Outcome;
import io.claimgate.flow.settlement.ClaimResults.Row;
import io.claimgate.problem.ProblemCode;
import io.claimgate.recovery.InsurersWord.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Results of a claim that we do not know to be declared: the answer was lost or is on its way, or the insurer means something else. */
final class EarlyResults {

    /** System time until the answer that is on its way is looked for again. */
    private static final Duration ANSWER_COMES = Duration.ofSeconds(2);

    private final SettlementBooks books;
    private final Ideas ideas;
    private final Proof proof;
    private final SettlementEvents events;

    EarlyResults(SettlementBooks books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.proof = new Proof(books.declaration(), ideas);
        this.events = new SettlementEvents(ideas);
    }

    /** Whether the results can be applied now; otherwise the task has its end or its next time. */
    boolean declared(ClaimCase open, Task task) {
        List<Row> waiting = open.waiting();
        if (waiting.isEmpty()) {
            ideas.tasks().done(task);
            return false;
        }
        Proof.Verdict verdict = proof.of(open.claim(), evidence(waiting.get(0)));
        if (verdict instanceof Proof.Verdict.Declared) {
            // The stored row has a new version.
            open.become(books.declaration().claims().lock(open.claim().key()).orElseThrow());
            return true;
        }
        if (verdict instanceof Proof.Verdict.InFlight) {
            ideas.tasks()
                    .rescheduleHeld(
                            task, open.now(), Tasks.NEVER, ideas.systemNow().plus(ANSWER_COMES));
            return false;
        }
        contradict(open, waiting);
        ideas.tasks().done(task);
        return false;
    }

    private static Proof.Evidence evidence(Row first) {
        Instant at = ClaimCase.said(first).map(Said::at).orElse(first.receivedAt());
        return new Proof.Evidence(
                first.result().messageId(),
                at.isAfter(first.receivedAt()) ? first.receivedAt() : at,
                first.insurerClaimNumber());
    }

    private void contradict(ClaimCase open, List<Row> waiting) {
        String what =
                "the insurer tells of it (message " + waiting.get(0).result().messageId()
                        + "), and nothing of it was sent; it is " + open.claim().state();
        waiting.forEach(row -> books.results().outcome(row.id(), Outcome.CONTRADICTS, what, open.now()));
        proof.hold(open.claim(), what);
        events.alert(open.claim(), ProblemCode.REC_013, Severity.CRITICAL, "", what);
    }
}
