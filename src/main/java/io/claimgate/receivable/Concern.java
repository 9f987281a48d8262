package io.claimgate.receivable;

import java.time.LocalDate;

/**
 * What of an open receivable a person must look at; it goes away by itself when its cause does.
 *
 * @param on the day that it is about
 * @param source the law or the policy that says so
 */
public record Concern(Kind kind, long receivableId, LocalDate on, String source) {

    public enum Kind {
        /** It is postponed to {@code on}, past its cover stop, and the insurer has not consented. */
        CONSENT_NEEDED,
        /** An instalment of its plan was not paid; the plan is void from {@code on}. */
        PLAN_VOID,
        /** Its due date is later than {@code on}, the last that the policy's maximum credit term allows: it is not insured. */
        BEYOND_CREDIT_TERM,
        /** The debt itself is barred after {@code on}: an alert, never a decision. */
        LIMITATION
    }
}
