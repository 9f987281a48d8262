package io.claimgate.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment, or one that bounced, as a row tells it.
 *
 * @param date value date
 * @param means UNCL 4461
 * @param reversalOf the paymentId that bounced; null for a payment
 */
public record PaymentRow(
        long line,
        String creditor,
        String paymentId,
        LocalDate date,
        BigDecimal amount,
        String currency,
        String buyerRef,
        @Nullable String invoiceNumber,
        @Nullable String reference,
        @Nullable String means,
        @Nullable String reversalOf,
        UUID hash)
        implements Row {}
