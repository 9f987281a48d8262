package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The payments of an exposure, with what came back of each. */
final class Payments {

    /** Whatever the order in which they were told. */
    private static final Comparator<PaymentFacts> IN_TIME =
            Comparator.comparing(PaymentFacts::paidOn).thenComparingLong(PaymentFacts::id);

    private final List<PaymentFacts> paid = new ArrayList<>();
    private final Map<String, List<PaymentFacts>> returns = new HashMap<>();
    /** Days on which a payment came back, in order. */
    final List<LocalDate> returnDays;
    /** Reversals of payments nobody knows, and negative amounts that name none: they move nothing, and somebody has to look. */
    final List<Long> unmatched = new ArrayList<>();

    Payments(List<PaymentFacts> told) {
        List<PaymentFacts> payments = told.stream().sorted(IN_TIME).toList();
        TreeSet<LocalDate> days = new TreeSet<>();
        Map<String, PaymentFacts> byKey = new HashMap<>();
        for (PaymentFacts payment : payments) {
            if (payment.reversalOf() == null && payment.amount().signum() > 0) {
                paid.add(payment);
                byKey.put(payment.paymentId(), payment);
            }
        }
        for (PaymentFacts payment : payments) {
            if (payment.reversalOf() != null && byKey.containsKey(payment.reversalOf())) {
                returns.computeIfAbsent(payment.reversalOf(), key -> new ArrayList<>())
                        .add(payment);
                days.add(payment.paidOn());
            } else if (payment.reversalOf() != null || payment.amount().signum() < 0) {
                unmatched.add(payment.id());
            }
        }
        returnDays = List.copyOf(days);
    }

    /** Whether there are payments that only a fall of the open amount tells of. */
    boolean anyDerived() {
        return paid.stream().anyMatch(PaymentFacts::derived);
    }

    /**
     * What counts as paid.
     *
     * @param on with what came back by that day; null: with everything that ever came back, as if it had never been paid
     */
    List<Standing> standing(@Nullable LocalDate on) {
        List<Standing> standing = new ArrayList<>(paid.size());
        for (PaymentFacts payment : paid) {
            BigDecimal left = payment.amount();
            for (PaymentFacts back : returns.getOrDefault(payment.paymentId(), List.of())) {
                left = on == null || !back.paidOn().isAfter(on)
                        ? left.subtract(back.amount().abs())
                        : left;
            }
            if (left.signum() > 0) {
                standing.add(new Standing(payment, left));
            }
        }
        return standing;
    }

    /** First payment on or after a day that did not come back whole; null: none. */
    @Nullable
    LocalDate firstFrom(@Nullable LocalDate day) {
        return day == null
                ? null
                : standing(null).stream()
                        .map(standing -> standing.payment().paidOn())
                        .filter(paidOn -> !paidOn.isBefore(day))
                        .min(LocalDate::compareTo)
                        .orElse(null);
    }

    /** A payment and what of it counts. */
    record Standing(PaymentFacts payment, BigDecimal amount) {
        Credit credit(BigDecimal part) {
            return new Credit(payment.paidOn(), true, payment.id(), payment.currency(), part);
        }
    }
}
