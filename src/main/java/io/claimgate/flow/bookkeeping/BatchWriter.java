package io.claimgate.flow.bookkeeping;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes files for ERPs, each once. Name and bytes are fixed in the database; then the whole file is put down beside its place under a name
 * that nobody takes; that is recorded (WRITING); then it is renamed; that is recorded (WRITTEN). So a successor of a dead process can tell:
 * while the file lies beside, the renaming has not happened and is done now; when it stands in its place, or the ERP has answered, it has
 * happened; when it is neither here nor there, an ERP has taken it or somebody removed it, and a person is asked. The machine never writes
 * it twice.
 */
final class BatchWriter {

    /** While a restore is reconciled it is looked at again so often. */
    private static final Duration RESTORING = Duration.ofMinutes(1);

    private final OutBatches batches;
    private final OutFolder folder;
    private final Ideas ideas;
    private final BatchWork work;

    BatchWriter(OutBatches batches, OutFolder folder, Ideas ideas, BatchWork work) {
        this.batches = batches;
        this.folder = folder;
        this.ideas = ideas;
        this.work = work;
    }

    /** One file of the source, from wherever it stands. */
    void write(Task task) {
        if (ideas.restores().last().filter(Restore::open).isPresent()) {
            // What was written before the restore is not all known yet.
            ideas.transactions()
                    .executeWithoutResult(
                            status -> ideas.tasks().reschedule(task, ideas.now().plus(RESTORING), task.closeAt()));
            return;
        }
        OutBatch batch = ideas.transactions().execute(status -> next(task));
        if (batch == null) {
            return;
        }
        if (folder.published(batch)) {
            finish(task, batch);
        } else if (batch.state() == OutBatch.State.FIXED) {
            OutBatch laid = batch.laidBy(task.fence());
            folder.stage(laid, ideas.vault().read(laid.sha256()));
            publish(task, writing(task, laid));
        } else if (batch.state() == OutBatch.State.WRITING && folder.staged(batch)) {
            publish(task, batch);
        } else {
            ideas.transactions().executeWithoutResult(status -> ask(task, batch));
        }
    }

    private @Nullable OutBatch next(Task task) {
        // First: who has lost the task fixes nothing, and who holds it waits for one that is fixing still.
        ideas.tasks().confirm(task);
        Optional<OutBatch> batch = batches.unfinished(work.kind(), task.ref()).or(() -> work.fix(task.ref()));
        if (batch.isEmpty()) {
            work.stuck(task.ref())
                    .ifPresentOrElse(
                            reason -> ideas.tasks().park(task, reason),
                            () -> ideas.tasks().done(task));
        }
        return batch.orElse(null);
    }

    /** The last commit before the file can be seen. */
    private OutBatch writing(Task task, OutBatch batch) {
        return Objects.requireNonNull(ideas.transactions().execute(status -> {
            if (!ideas.tasks().stillOurs(task) || !batches.step(batch, OutBatch.State.WRITING)) {
                throw new Tasks.LeaseLost(task);
            }
            return batches.find(batch.id()).orElseThrow();
        }));
    }

    private void publish(Task task, OutBatch batch) {
        // Once more after the commit: a process that was frozen in it may have lost the task meanwhile.
        if (!Boolean.TRUE.equals(
                ideas.transactions().execute(status -> ideas.tasks().stillOurs(task)))) {
            throw new Tasks.LeaseLost(task);
        }
        ideas.departures().note(work.departure(batch));
        folder.publish(batch);
        finish(task, batch);
    }

    private void finish(Task task, OutBatch batch) {
        ideas.transactions().executeWithoutResult(status -> {
            if (!written(batch, EventLog.MACHINE)) {
                throw new Tasks.LeaseLost(task);
            }
            // There may be more to tell than one file holds.
            ideas.tasks().reschedule(task, ideas.now(), task.closeAt());
        });
    }

    /** It is neither beside nor in its place: only an answer proves that the ERP has it. */
    private void ask(Task task, OutBatch batch) {
        if (work.answered(batch)) {
            written(batch, EventLog.MACHINE);
            ideas.tasks().reschedule(task, ideas.now(), task.closeAt());
            return;
        }
        if (batch.state() == OutBatch.State.WRITING) {
            batches.step(batch, OutBatch.State.DOUBTFUL);
        }
        String question = batch.name() + " for " + batch.source() + " (batch " + batch.id()
                + ") is gone from out/ and nothing of it was answered. Has the ERP taken it? Then POST"
                + " /api/v1/postings/batches/" + batch.id()
                + "/written; if it is certain that it has not: /write-again";
        ideas.alerts()
                .raise(
                        ProblemCode.ACC_003,
                        Alerts.Severity.CRITICAL,
                        batch.subject(),
                        "",
                        batch.creditor(),
                        ProblemCode.ACC_003.code() + " " + question);
        ideas.tasks().park(task, question);
    }

    /** The last step, in the caller's transaction; false if somebody else made it. */
    boolean written(OutBatch batch, String by) {
        if (!batches.written(batch, by, ideas.now())) {
            return false;
        }
        work.written(batch, by);
        ideas.alerts().clear(ProblemCode.ACC_003, batch.subject(), by);
        return true;
    }
}
