package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one receivable or credit note.
 *
 * @param type UNTDID 1001; 381 is a credit note
 * @param originalDueDate the first accepted one, frozen: the anchor; null on a credit note
 * @param gross principal with tax, in minor units of {@code currency}; a credit note's sign does not matter
 * @param precedingInvoice what a credit note corrects
 * @param absent cleared by absence from a snapshot
 * @param stored what the computation before this one left of it; null: there was none
 */
public record ReceivableFacts(
        long id,
        String invoiceNumber,
        int instalment,
        String type,
        LocalDate issueDate,
        @Nullable LocalDate originalDueDate,
        @Nullable LocalDate extendedDueDate,
        @Nullable LocalDate deliveryDate,
        String currency,
        BigDecimal gross,
        @Nullable BigDecimal net,
        BigDecimal disputed,
        @Nullable String precedingInvoice,
        boolean absent,
        @Nullable Stored stored) {

    /**
     * What is stored of a computed receivable.
     *
     * @param outstanding by the insurer's ledger; null: it was never computed
     * @param claimed whether a claim has it
     */
    public record Stored(ReceivableState state, @Nullable BigDecimal outstanding, boolean claimed) {}

    /** The days that a receivable's clocks start from. */
    record Days(
            LocalDate issued,
            @Nullable LocalDate originalDue,
            @Nullable LocalDate extendedDue,
            @Nullable LocalDate delivered) {}

    private static final String CREDIT_NOTE = "381";
    private static final String DEPOSIT = "386";
    /** Debit note related to financial adjustments: interest, lump sums for recovery costs. */
    private static final String INTEREST_NOTE = "84";

    Days days() {
        return new Days(issueDate, originalDueDate, extendedDueDate, deliveryDate);
    }

    /** As stored: once foreclosed, time alone never brings it back. */
    boolean foreclosed() {
        return stored != null && stored.state() == ReceivableState.FORECLOSED;
    }

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
