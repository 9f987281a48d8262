package io.claimgate.flow.bookkeeping;

import io.claimgate.accounting.PostingState;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.problem.ProblemCode;
import java.util.List;

/** Looks, when the time for it is over, whether an ERP has answered all of a file. */
public final class AnswerHandler implements TaskHandler {

    /** The kind of task; its ref is the batch's id. */
    public static final String KIND = "posting-answers";

    private final Postings postings;
    private final OutBatches batches;
    private final Ideas ideas;

    public AnswerHandler(Postings postings, OutBatches batches, Ideas ideas) {
        this.postings = postings;
        this.batches = batches;
        this.ideas = ideas;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(Task task) {
        ideas.transactions().executeWithoutResult(status -> {
            batches.find(Long.parseLong(task.ref())).ifPresent(this::look);
            ideas.tasks().done(task);
        });
    }

    private void look(OutBatch batch) {
        List<Postings.Standing> unanswered = unanswered(postings, batch);
        if (!unanswered.isEmpty()) {
            ideas.alerts()
                    .raise(
                            ProblemCode.ACC_001,
                            Alerts.Severity.WARNING,
                            batch.subject(),
                            "",
                            batch.creditor(),
                            ProblemCode.ACC_001.code() + " " + batch.source() + " has not answered " + unanswered.size()
                                    + " of " + batch.items() + " postings of " + batch.name() + ", "
                                    + unanswered.get(0).id() + " first. " + ProblemCode.ACC_001.mend());
        }
    }

    static List<Postings.Standing> unanswered(Postings postings, OutBatch batch) {
        return postings.of(batch).stream()
                .filter(posting -> posting.state() == PostingState.WRITTEN)
                .toList();
    }
}
