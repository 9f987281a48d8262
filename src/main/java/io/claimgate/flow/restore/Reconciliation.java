package io.claimgate.flow.restore;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.declaration.Outgoing;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;

/**
 * Brings a restored database up to what left, phase by phase: files, what the journal knows, questions to insurers, their results. Each
 * phase can be begun again. It ends with a person, who lets outgoing go on.
 */
public final class Reconciliation implements TaskHandler {

    /** System time between two looks. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final RestoreBook book;
    private final FilesAgain files;
    private final DepartedAgain departed;
    private final ClaimsAsked claims;
    private final ResultsAgain results;
    private final Anchor anchor;
    private final Ideas ideas;

    /** The parts of it, in their order. */
    public Reconciliation(
            RestoreBook book,
            FilesAgain files,
            DepartedAgain departed,
            ClaimsAsked claims,
            ResultsAgain results,
            Anchor anchor,
            Ideas ideas) {
        this.book = book;
        this.files = files;
        this.departed = departed;
        this.claims = claims;
        this.results = results;
        this.anchor = anchor;
        this.ideas = ideas;
    }

    @Override
    public String kind() {
        return TaskKinds.RESTORE;
    }

    @Override
    public void handle(Task task) {
        Restore restore = ideas.restores()
                .last()
                .filter(last -> Long.toString(last.id()).equals(task.ref()))
                .orElse(null);
        if (restore == null) {
            ideas.transactions().executeWithoutResult(status -> ideas.tasks().done(task));
            return;
        }
        switch (restore.phase()) {
            case FILES -> next(task, restore, files.again(restore), Restore.Phase.DEPARTED);
            case DEPARTED -> next(task, restore, departed.again(restore), Restore.Phase.ASKING);
            case ASKING -> next(task, restore, claims.asked(restore), Restore.Phase.RESULTS);
            case RESULTS -> next(task, restore, results.again(restore), Restore.Phase.RECONCILED);
            case RECONCILED -> end(task, restore);
            case RELEASED -> {
                anchor.cut(restore);
                ideas.transactions().executeWithoutResult(status -> book.refresh(restore));
                next(task, restore, true, Restore.Phase.CLOSED);
            }
            case CLOSED ->
                ideas.transactions()
                        .executeWithoutResult(status -> ideas.tasks().done(task));
        }
    }

    private void next(Task task, Restore restore, boolean ready, Restore.Phase phase) {
        ideas.transactions().executeWithoutResult(status -> {
            if (ready) {
                // A person may have released it meanwhile: then its phase is no longer the one that was worked on.
                ideas.restores()
                        .last()
                        .filter(last -> last.phase() == restore.phase())
                        .ifPresent(last -> ideas.restores().step(last, phase));
            }
            ideas.tasks()
                    .rescheduleHeld(
                            task, ideas.now(), task.closeAt(), ideas.systemNow().plus(ready ? Duration.ZERO : LOOK));
        });
    }

    /** Now it is a person's. */
    private void end(Task task, Restore restore) {
        ideas.transactions().executeWithoutResult(status -> {
            long unclear = book.count(restore, Restores.State.UNCLEAR);
            ideas.alerts().clear(ProblemCode.OPS_030, Outgoing.RESTORE_SUBJECT, EventLog.MACHINE);
            ideas.alerts()
                    .raise(
                            ProblemCode.OPS_030,
                            Alerts.Severity.CRITICAL,
                            Outgoing.RESTORE_SUBJECT,
                            Long.toString(restore.id()),
                            "*",
                            ProblemCode.OPS_030.code() + " all is reconciled"
                                    + (unclear == 0
                                            ? ""
                                            : " but for " + unclear
                                                    + " that a person has to find out, on the page Restore")
                                    + ": resume outgoing");
            ideas.tasks().done(task);
        });
    }
}
