package io.claimgate.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A receivable in a claim: as it stood when the claim was drafted, or as the insurer was told since.
 *
 * @param dueDate the frozen original due date
 * @param amount outstanding in the insurer's ledger, in minor units of {@code currency}
 * @param disputed what of it the buyer contests
 */
public record ClaimLine(
        long receivableId,
        String invoiceNumber,
        int instalment,
        LocalDate issueDate,
        LocalDate dueDate,
        BigDecimal amount,
        BigDecimal disputed,
        String currency) {

    /** One that is not contested. */
    public ClaimLine(
            long receivableId,
            String invoiceNumber,
            int instalment,
            LocalDate issueDate,
            LocalDate dueDate,
            BigDecimal amount,
            String currency) {
        this(
                receivableId,
                invoiceNumber,
                instalment,
                issueDate,
                dueDate,
                amount,
                BigDecimal.ZERO.setScale(amount.scale(), RoundingMode.UNNECESSARY),
                currency);
    }
}
