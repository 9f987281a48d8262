package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one receivable or credit note.
 *
 * @param type UNTDID 1001; 381 is a credit note
 * @param dueDate as the ERP last sent it; null on a credit note
 * @param originalDueDate the first accepted one, frozen: the anchor; null on a credit note
 * @param gross principal with tax, in minor units of {@code currency}; a credit note's sign does not matter
 * @param erpOpen open by the ERP's ledger; told for comparison, the insurer's ledger is computed
 * @param precedingInvoice what a credit note corrects
 * @param absent cleared by absence from a snapshot
 * @param foreclosed as stored: once foreclosed, time alone never brings it back
 */
public record ReceivableFacts(
        long id,
        String invoiceNumber,
        int instalment,
        String type,
        LocalDate issueDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate originalDueDate,
        @Nullable LocalDate extendedDueDate,
        @Nullable LocalDate deliveryDate,
        String currency,
        BigDecimal gross,
        @Nullable BigDecimal net,
        BigDecimal erpOpen,
        BigDecimal disputed,
        @Nullable String precedingInvoice,
        boolean absent,
        boolean foreclosed) {

    private static final String CREDIT_NOTE = "381";
    private static final String DEPOSIT = "386";
    /** Debit note related to financial adjustments: interest, lump sums for recovery costs. */
    private static final String INTEREST_NOTE = "84";

    /** Whether it gives instead of owing. */
    public boolean isCredit() {
        return type.equals(CREDIT_NOTE) || gross.signum() < 0;
    }

    /**
     * Whether it is a receivable of an exposure: a note of interest is none, and neither is a deposit that nothing was delivered against
     * (deadlines.md 20).
     */
    public boolean isDebt() {
        return !isCredit() && !type.equals(INTEREST_NOTE) && !(type.equals(DEPOSIT) && deliveryDate == null);
    }
}
