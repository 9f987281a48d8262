package io.claimgate.claim;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A receivable in a claim, as it stood when the claim was drafted.
 *
 * @param dueDate the frozen original due date
 * @param amount outstanding in the insurer's ledger, in minor units of {@code currency}
 */
public record ClaimLine(
        long receivableId,
        String invoiceNumber,
        int instalment,
        LocalDate issueDate,
        LocalDate dueDate,
        BigDecimal amount,
        String currency) {}
