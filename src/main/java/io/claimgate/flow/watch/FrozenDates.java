package io.claimgate.flow.watch;

import io.claimgate.receivable.ReceivableState;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Frozen due dates and foreclosed receivables, as persons change them. All calls join the caller's transaction. */
public interface FrozenDates {

    /**
     * A receivable.
     *
     * @param dueOn the frozen due date; null on a credit note
     * @param exposureId null where no policy covers it
     */
    record Frozen(
            long id,
            String creditor,
            String invoice,
            LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            ReceivableState state,
            @Nullable Long exposureId) {

        /** How events name it. */
        public String subject() {
            return "receivable/" + id;
        }
    }

    /** Locks it. */
    Optional<Frozen> lock(long receivable);

    /** Another anchor; what the ERP goes on sending does not tighten it again. */
    void correct(long receivable, LocalDate dueOn);

    /** No longer foreclosed, unless its dates say so again. */
    void reopen(long receivable);
}
