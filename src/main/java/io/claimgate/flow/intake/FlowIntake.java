package io.claimgate.flow.intake;

import io.claimgate.feed.FileStatus;
import io.claimgate.feed.Reason;
import io.claimgate.problem.ProblemCode;
import org.springframework.transaction.support.TransactionOperations;

/** What a person may do with a file. */
public final class FlowIntake {

    private final ErpFiles files;
    private final HeldFiles held;
    private final TransactionOperations transactions;

    public FlowIntake(ErpFiles files, HeldFiles held, TransactionOperations transactions) {
        this.files = files;
        this.held = held;
        this.transactions = transactions;
    }

    /**
     * Lets a held file go into the books as it is. Rows that a later file of the feed has brought stay as that one said.
     *
     * @param actor the account
     * @throws HeldFiles.NotHeld if it does not wait (any more)
     * @throws IllegalArgumentException if there is no such file
     */
    public void release(long fileId, String actor) {
        transactions.executeWithoutResult(status -> {
            ErpFile file = files.get(fileId);
            held.decided(file, file.released(actor), "file.released", actor, String.valueOf(file.heldReason()));
        });
    }

    /** Takes nothing of a held file; its acknowledgement gives the reason. Throws as {@link #release} does. */
    public void refuse(long fileId, String actor, String reason) {
        transactions.executeWithoutResult(status -> {
            ErpFile file = files.get(fileId);
            Reason why = Reason.of(
                    ProblemCode.ERP_008,
                    "refused by a person: " + reason + "; it was held because " + file.heldReason());
            held.decided(file, file.refused(FileStatus.REJECTED, why, actor), "file.refused", actor, reason);
        });
    }
}
