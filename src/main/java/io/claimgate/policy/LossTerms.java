package io.claimgate.policy;

import java.time.LocalDate;
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

    /**
     * The latest due date that the maximum credit term allows (deadlines.md 20); null: there is no such term, or it hangs on a date that
     * the receivable does not have.
     */
    public @Nullable LocalDate latestDueDate(LocalDate issueDate, @Nullable LocalDate deliveryDate) {
        if (maxCreditTerm == null) {
            return null;
        }
        LocalDate from = maxCreditTerm.anchor() == FactAnchor.DELIVERY_DATE ? deliveryDate : issueDate;
        return from == null ? null : from.plus(maxCreditTerm.period());
    }
}
