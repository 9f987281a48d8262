package io.claimgate.feed;

import io.claimgate.receivable.EventKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened around a buyer or an invoice, as a row tells it.
 *
 * @param date of the event; for INSOLVENCY the opening
 * @param buyerRef the ERP's customer number; null where an invoice says whose it is
 * @param instalment null: every instalment of the invoice
 * @param level of a reminder, from 1
 * @param newDueDate of an extension, a plan or a consent
 */
public record EventRow(
        long line,
        String creditor,
        EventKind kind,
        LocalDate date,
        @Nullable LocalDate awareOn,
        @Nullable LocalDate publishedOn,
        @Nullable String buyerRef,
        @Nullable String invoiceNumber,
        @Nullable Integer instalment,
        @Nullable BigDecimal amount,
        @Nullable LocalDate newDueDate,
        @Nullable Integer level,
        @Nullable String channel,
        @Nullable String note,
        UUID hash)
        implements Row {

    /** Whether the fact is the buyer's as a whole, even where it names the invoice that brought it to light. */
    public boolean aboutBuyer() {
        return invoiceNumber == null || EventRules.OF_THE_BUYER.contains(kind);
    }
}
