package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that came, or went back.
 *
 * @param paymentId the source's own key, what {@code reversalOf} names
 * @param paidOn value date
 * @param amount positive; a reversal's sign does not matter
 * @param invoiceNumber what debtor or ERP matched it to; the insurer's ledger does not follow it
 * @param reversalOf the payment that bounced; null for a payment
 * @param derived implied by a fall of the open amount and not confirmed yet: while it is, the clocks follow the earlier of both ledgers
 */
public record PaymentFacts(
        long id,
        String paymentId,
        LocalDate paidOn,
        BigDecimal amount,
        String currency,
        @Nullable String invoiceNumber,
        @Nullable Integer instalment,
        @Nullable String reversalOf,
        boolean derived) {}
