package io.claimgate.operations.acts;

import io.claimgate.flow.ActRefused;
import io.claimgate.flow.bookkeeping.BatchActs;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.OutBatchRow;
import io.claimgate.operations.reading.PostingList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * What a person answers about a file of which nobody knows whether the ERP has it, inside the creditors of that person. Throws
 * {@link ApiProblem}: 404 for a file that is not the caller's to see, 400 without a reason, else what the flow refused.
 */
@Service
public class BatchDesk {

    private final PostingList postings;
    private final ObjectProvider<BatchActs> acts;

    BatchDesk(PostingList postings, ObjectProvider<BatchActs> acts) {
        this.postings = postings;
        this.acts = acts;
    }

    /** The ERP has it. */
    public OutBatchRow written(Caller caller, long id, @Nullable String reason) {
        return act(caller, id, () -> acts.getObject().written(id, why(reason), caller.name()));
    }

    /** The ERP certainly has it not. */
    public OutBatchRow writeAgain(Caller caller, long id, @Nullable String reason) {
        return act(caller, id, () -> acts.getObject().writeAgain(id, why(reason), caller.name()));
    }

    private OutBatchRow act(Caller caller, long id, Runnable act) {
        postings.batch(caller.creditors(), id);
        try {
            act.run();
        } catch (ActRefused refused) {
            throw ApiProblem.refused(refused.code(), String.valueOf(refused.getMessage()));
        }
        return postings.batch(caller.creditors(), id);
    }

    private static String why(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw ApiProblem.badRequest("reason: say how you know; it stands in the audit");
        }
        return reason;
    }
}
