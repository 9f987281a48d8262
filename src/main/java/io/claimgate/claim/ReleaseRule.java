package io.claimgate.claim;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says about letting a claim go.
 *
 * @param onSafeDate what happens to a claim that wants an approver, or was stopped by a guard, and has nobody's word on the safe date
 * @param dailyCap what the machine may release in a day; null where the policy says unlimited
 * @param anomaly when a day is out of the ordinary; null where the policy says off
 * @param firstLoadWaits whether the first load of a source waits for an approver
 */
public record ReleaseRule(
        Mode mode,
        OnSafeDate onSafeDate,
        @Nullable DailyCap dailyCap,
        @Nullable Anomaly anomaly,
        boolean firstLoadWaits) {

    /** Without a look at unusual days and first loads. */
    public ReleaseRule(Mode mode, OnSafeDate onSafeDate, @Nullable DailyCap dailyCap) {
        this(mode, onSafeDate, dailyCap, null, false);
    }

    public enum Mode {
        AUTOMATIC,
        APPROVAL
    }

    public enum OnSafeDate {
        DECLARE,
        ESCALATE
    }

    /**
     * At most so many claims and so much money a day; beyond it claims wait for an approver.
     *
     * @param claims null: any number
     * @param amount null: any amount; in the policy's currency
     */
    public record DailyCap(
            @Nullable Integer claims, @Nullable BigDecimal amount) {}
}
