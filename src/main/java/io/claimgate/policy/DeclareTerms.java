package io.claimgate.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Who lets a claim go.
 *
 * @param onSafeDate what happens when a claim that needs approval, or was stopped by a guard, has not been released by the safe date
 * @param perDay what the machine may let go in a day by itself
 * @param guards what else makes claims wait that the machine would let go
 */
public record DeclareTerms(Mode mode, OnSafeDate onSafeDate, DailyCap perDay, Guards guards) {

    /**
     * What makes claims wait for an approver although the policy lets them go by machine.
     *
     * @param unusualDays from which multiple of the highest usual day on a day is out of the ordinary; null: off
     * @param firstLoad whether the first load of a source is let go like any other
     */
    public record Guards(@Nullable UnusualDays unusualDays, FirstLoad firstLoad) {
        /** Nothing waits. */
        public static final Guards OFF = new Guards(null, FirstLoad.AUTOMATIC);
    }

    /**
     * @param factor how many times the highest usual day
     * @param atLeast so many claims on a day are never out of the ordinary
     */
    public record UnusualDays(BigDecimal factor, int atLeast) {
        /** What a policy gets that says nothing. */
        public static final UnusualDays DEFAULT = new UnusualDays(BigDecimal.valueOf(3), 20);
    }

    public enum FirstLoad {
        /** Like any other. */
        AUTOMATIC,
        /** Its claims are drafted and wait until an approver releases the load. */
        RELEASE
    }

    public enum Mode {
        AUTOMATIC,
        APPROVAL
    }

    public enum OnSafeDate {
        DECLARE,
        ESCALATE
    }

    /** Beyond either, claims wait for an approver; null is unlimited. The amount is in the policy's currency. */
    public record DailyCap(
            @Nullable Integer claims, @Nullable BigDecimal amount) {
        public static final DailyCap UNLIMITED = new DailyCap(null, null);
    }
}
