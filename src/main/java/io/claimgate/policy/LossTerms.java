package io.claimgate.policy;

import org.jspecify.annotations.Nullable;

/**
 * How limits, rates and recoveries are counted.
 *
 * @param limitBasis whether a limit is meant net or gross
 * @param fx the day whose rate converts
 * @param recoveryFrom from when on money is a recovery and shared
 * @param maxCreditTerm due dates beyond it are not insured; null: no such term
 */
public record LossTerms(Cover.Basis limitBasis, FxDate fx, RecoveryFrom recoveryFrom, Term.@Nullable At maxCreditTerm) {

    public enum FxDate {
        INVOICE_DATE,
        DATE_OF_LOSS
    }

    public enum RecoveryFrom {
        DATE_OF_LOSS,
        INDEMNITY_PAID
    }
}
