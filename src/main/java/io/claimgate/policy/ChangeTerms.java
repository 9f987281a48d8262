package io.claimgate.policy;

import java.math.BigDecimal;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How an insurer is told that a claim which it has is no longer what was declared ({@code changes} of a policy).
 *
 * @param tell who lets a change go
 * @param tolerance differences up to this sum wait until there is more to tell; in the policy's currency
 * @param every how long a difference waits for what comes with it, and the least time between two changes of a claim
 * @param before no change waits beyond this clock's safe date; null: no clock hurries it
 * @param coverBack what ends the cover stop of a filing once all is paid
 */
public record ChangeTerms(
        Tell tell,
        BigDecimal tolerance,
        Period every,
        @Nullable DeadlineKind before,
        CoverBack coverBack) {

    /** Where a policy says nothing more about it: at most one a day. */
    public static final Period DAILY = Period.ofDays(1);

    /** What holds where a policy says nothing: a change goes as the claim itself went. */
    public static ChangeTerms usual(DeclareTerms.Mode mode) {
        Tell tell = mode == DeclareTerms.Mode.AUTOMATIC ? Tell.AUTOMATIC : Tell.APPROVAL;
        return new ChangeTerms(tell, BigDecimal.ZERO, DAILY, null, CoverBack.PAID);
    }

    public enum Tell {
        /** The machine. */
        AUTOMATIC,
        /** The machine, once a person let it go. */
        APPROVAL,
        /** Nobody by this way: a claim stays as it was declared, and a person sees to the rest. */
        NEVER
    }

    public enum CoverBack {
        /** The payment itself. */
        PAID,
        /** That the insurer has the withdrawal. */
        INSURERS_WORD
    }
}
