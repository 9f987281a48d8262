package io.claimgate.deadline;

import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.FactAnchor;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The dated facts of one receivable and what surrounds it. */
public interface Anchors {

    /**
     * The day of a fact.
     *
     * @param kind the clock that asks: AWARENESS belongs to the event of the same kind
     * @return null while it is not known or has not happened
     */
    @Nullable
    LocalDate date(FactAnchor anchor, DeadlineKind kind);

    /** Whether the buyer's total overdue was never above a cap up to and including a day; so it is where nothing is known of it. */
    default boolean overdueAtMost(BigDecimal cap, LocalDate until) {
        return true;
    }

    /** Whether the insurer consented to the receivable's postponement. */
    boolean consented();
}
