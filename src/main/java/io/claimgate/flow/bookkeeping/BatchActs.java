package io.claimgate.flow.bookkeeping;

import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.util.Map;

/** What a person answers where the machine cannot tell whether an ERP has a file. */
public final class BatchActs {

    private final OutBatches batches;
    private final Map<OutBatch.Kind, BatchWriter> writers;
    private final Ideas ideas;

    public BatchActs(OutBatches batches, PostingBatchHandler postings, HoldBatchHandler holds, Ideas ideas) {
        this.batches = batches;
        this.writers = Map.of(OutBatch.Kind.POSTINGS, postings.writer(), OutBatch.Kind.HOLDS, holds.writer());
        this.ideas = ideas;
    }

    /** The ERP has it. Throws {@link ActRefused} where nobody asked. */
    public void written(long id, String reason, String actor) {
        ideas.transactions().executeWithoutResult(status -> {
            OutBatch batch = doubtful(id);
            record(batch, "batch.found-written", reason, actor);
            if (!writer(batch).written(batch, actor)) {
                throw decided(id);
            }
            wake(batch);
        });
    }

    /** The ERP certainly has it not: the same bytes are written once more under the same name. */
    public void writeAgain(long id, String reason, String actor) {
        ideas.transactions().executeWithoutResult(status -> {
            OutBatch batch = doubtful(id);
            record(batch, "batch.write-again", reason, actor);
            if (!batches.step(batch, OutBatch.State.FIXED)) {
                throw decided(id);
            }
            ideas.alerts().clear(ProblemCode.ACC_003, batch.subject(), actor);
            wake(batch);
        });
    }

    private OutBatch doubtful(long id) {
        OutBatch batch = batches.find(id)
                .orElseThrow(() -> new ActRefused(ProblemCode.OPS_004, "batch " + id + ": there is none"));
        if (batch.state() != OutBatch.State.DOUBTFUL) {
            throw new ActRefused(
                    ProblemCode.OPS_006, "batch " + id + " is " + batch.state() + "; only a doubtful one is decided");
        }
        return batch;
    }

    private static ActRefused decided(long id) {
        return new ActRefused(ProblemCode.OPS_006, "batch " + id + " was decided by somebody else");
    }

    private void record(OutBatch batch, String what, String reason, String actor) {
        ideas.events()
                .record(
                        batch.subject(),
                        what,
                        actor,
                        batch.creditor(),
                        Map.of("source", batch.source(), "file", batch.name(), "reason", reason));
    }

    private BatchWriter writer(OutBatch batch) {
        return java.util.Objects.requireNonNull(writers.get(batch.kind()));
    }

    private void wake(OutBatch batch) {
        String kind = batch.kind() == OutBatch.Kind.POSTINGS ? PostingBatchHandler.KIND : HoldBatchHandler.KIND;
        ideas.tasks().arm(kind, batch.source(), batch.creditor(), ideas.now(), Tasks.NEVER);
    }
}
