package io.claimgate.flow.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which policy covers a receivable. Called for every row of a file: it must not touch a database. */
public interface PolicyLookup {

    /**
     * The terms that hold.
     *
     * @param policy the year's terms
     * @param contract the chain of renewals that it belongs to
     * @param insurer whose policy it is
     * @param currency of the policy, ISO 4217
     * @param creditTerm how late a due date may be
     */
    record Found(String policy, String contract, String insurer, String currency, CreditTerm creditTerm) {

        /** Terms that bound no due date. */
        public Found(String policy, String contract, String insurer, String currency) {
            this(policy, contract, insurer, currency, (issueDate, deliveryDate) -> null);
        }
    }

    /** A policy's maximum credit term (deadlines.md 20). */
    @FunctionalInterface
    interface CreditTerm {
        /** The latest due date that it allows; null: any. */
        @Nullable
        LocalDate latestDueDate(LocalDate issueDate, @Nullable LocalDate deliveryDate);
    }

    /** By creditor, the buyer's country, and the delivery date, else the issue date (deadlines.md 19). */
    Optional<Found> find(String creditor, String buyerCountry, @Nullable LocalDate deliveryDate, LocalDate issueDate);

    /** The policy of this name, where it insures the creditor. */
    Optional<Found> named(String policy, String creditor);
}
