package io.claimgate.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receivable as a row tells it (EN 16931 business terms, contracts.md 2). Amounts have the currency's decimals.
 *
 * @param dueDate null on a credit note
 * @param policy as the row names it; null where it is to be found
 * @param hash of everything that belongs to the receivable, the buyer's own data excepted
 */
public record InvoiceRow(
        long line,
        String creditor,
        String invoiceNumber,
        int instalment,
        String type,
        LocalDate issueDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate extendedDueDate,
        @Nullable LocalDate deliveryDate,
        String currency,
        BigDecimal grossAmount,
        @Nullable BigDecimal netAmount,
        BigDecimal openAmount,
        BigDecimal disputedAmount,
        @Nullable String orderNumber,
        @Nullable String deliveryNote,
        @Nullable String paymentReference,
        @Nullable String goods,
        @Nullable String precedingInvoice,
        Party buyer,
        @Nullable String policy,
        UUID hash)
        implements Row {}
