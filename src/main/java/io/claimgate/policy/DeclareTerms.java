package io.claimgate.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Who lets a claim go.
 *
 * @param onSafeDate what happens when a claim that needs approval has not been released by the safe date
 * @param perDay what the machine may let go in a day by itself
 */
public record DeclareTerms(Mode mode, OnSafeDate onSafeDate, DailyCap perDay) {

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
