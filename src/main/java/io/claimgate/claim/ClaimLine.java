package io.claimgate.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A receivable in a claim: as it stood when the claim was drafted, or as the insurer was told since.
 *
 * @param dueDate the frozen original due date
 * @param amount outstanding in the insurer's ledger, in minor units of {@code currency}
 * @param worth its share of the claim's amount, in minor units of the claim's currency; null where there was no rate
 * @param disputed what of the amount the buyer contests
 */
public record ClaimLine(
        long receivableId,
        String invoiceNumber,
        int instalment,
        LocalDate issueDate,
        LocalDate dueDate,
        BigDecimal amount,
        String currency,
        @Nullable BigDecimal worth,
        BigDecimal disputed) {

    /** One that is not contested. */
    public ClaimLine(
            long receivableId,
            String invoiceNumber,
            int instalment,
            LocalDate issueDate,
            LocalDate dueDate,
            BigDecimal amount,
            String currency,
            @Nullable BigDecimal worth) {
        this(
                receivableId,
                invoiceNumber,
                instalment,
                issueDate,
                dueDate,
                amount,
                currency,
                worth,
                BigDecimal.ZERO.setScale(amount.scale(), RoundingMode.UNNECESSARY));
    }

    /** A receivable in the claim's own currency. */
    public ClaimLine(
            long receivableId,
            String invoiceNumber,
            int instalment,
            LocalDate issueDate,
            LocalDate dueDate,
            BigDecimal amount,
            String currency) {
        this(receivableId, invoiceNumber, instalment, issueDate, dueDate, amount, currency, amount);
    }
}
