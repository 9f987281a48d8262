package io.claimgate.recovery;

import io.claimgate.money.FxRates;
import io.claimgate.receivable.PaymentFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A payment of the buyer to us.
 *
 * @param payment its row
 * @param amount what of it did not come back
 */
public record Received(long payment, LocalDate on, BigDecimal amount) {

    /**
     * Those that stand, oldest facts first. What only a fall of the open amount tells of is no proof of money.
     *
     * @param currency the claim's; money in another counts at the rate of its day, and not at all while there is none
     */
    public static List<Received> of(List<PaymentFacts> payments, String currency, FxRates rates) {
        Map<String, BigDecimal> back = new HashMap<>();
        payments.stream()
                .filter(payment -> payment.reversalOf() != null)
                .forEach(payment ->
                        back.merge(payment.reversalOf(), payment.amount().abs(), BigDecimal::add));
        return payments.stream()
                .filter(payment ->
                        payment.reversalOf() == null && payment.amount().signum() > 0)
                .filter(payment -> !payment.derived())
                .flatMap(payment -> rates
                        .quote(payment.currency(), currency, payment.paidOn())
                        .map(quote -> new Received(
                                payment.id(),
                                payment.paidOn(),
                                quote.rounded(
                                        payment.amount()
                                                .subtract(back.getOrDefault(payment.paymentId(), BigDecimal.ZERO)),
                                        currency)))
                        .stream())
                .filter(received -> received.amount().signum() > 0)
                .toList();
    }

    /** What it is called in the books. */
    public String root() {
        return "payment/" + payment;
    }
}
