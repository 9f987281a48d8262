package io.claimgate.flow.settlement;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.settlement.ClaimResults.Row;
import io.claimgate.recovery.InsurerResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Applies what the insurer told of a claim, in its sequence, and what the buyer paid since the insurer did. All of it is one transaction:
 * states, books, bookings and events of one result stand together or not at all. It runs again whenever something about the claim's money
 * may have changed; then it writes what differs, and the same facts again write nothing.
 */
public final class ResultsHandler implements TaskHandler {

    /** The kind of task; its ref is the claim key. */
    public static final String KIND = TaskKinds.RESULTS;

    private final SettlementBooks books;
    private final Ideas ideas;
    private final EarlyResults early;
    private final Words words;
    private final Settlements settlements;
    private final ClaimEnd end;

    public ResultsHandler(SettlementBooks books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.early = new EarlyResults(books, ideas);
        this.words = new Words(books, ideas);
        this.settlements = new Settlements(books, ideas);
        this.end = new ClaimEnd(books, ideas);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(Task task) {
        // The rows of payments that are taken in again do not bear their names before.
        if (ideas.waitsForJournal(task)) {
            return;
        }
        ideas.transactions().executeWithoutResult(status -> {
            Optional<ClaimCase> found = ClaimCase.open(books, ideas, new ClaimKey(task.ref()));
            if (found.isEmpty()) {
                // A draft that was dropped before anything was sent.
                ideas.tasks().done(task);
            } else if (found.get().claim().state().atInsurer() || early.declared(found.get(), task)) {
                apply(found.get(), task);
            }
        });
    }

    private void apply(ClaimCase open, Task task) {
        List<Row> waiting = open.waiting();
        waiting.forEach(row -> take(open, row));
        Optional<Instant> again = end.reach(open, !waiting.isEmpty());
        again.ifPresentOrElse(
                at -> ideas.tasks().reschedule(task, at, Tasks.NEVER),
                () -> ideas.tasks().done(task));
    }

    private void take(ClaimCase open, Row row) {
        if (row.result() instanceof InsurerResult.Settlement settlement) {
            settlements.take(open, row, settlement);
        } else {
            ClaimCase.said(row).ifPresent(said -> words.hear(open, row, said));
        }
    }
}
