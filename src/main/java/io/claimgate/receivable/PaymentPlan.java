package io.claimgate.receivable;

import io.claimgate.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A plan of payments that the buyer promised. An instalment that does not come by its day voids it: the receivable stands as if there had
 * never been a plan (deadlines.md 7, example 27).
 *
 * @param agreedOn money counts for it from this day on
 * @param dueBy what must have been paid by a day, all before it included
 */
record PaymentPlan(LocalDate agreedOn, String currency, SortedMap<LocalDate, BigDecimal> dueBy) {

    /**
     * The newest plan among the events, one PAYMENT_PLAN for each of its instalments; null: none. Instalments without an amount share what
     * the others leave of the debt.
     */
    static @Nullable PaymentPlan of(List<EventFacts> events, BigDecimal debt, String currency) {
        LocalDate agreedOn = null;
        for (EventFacts event : events) {
            if (event.kind() == EventKind.PAYMENT_PLAN
                    && event.newDueDate() != null
                    && (agreedOn == null || event.date().isAfter(agreedOn))) {
                agreedOn = event.date();
            }
        }
        return agreedOn == null ? null : new PaymentPlan(agreedOn, currency, dueBy(events, agreedOn, debt, currency));
    }

    private static SortedMap<LocalDate, BigDecimal> dueBy(
            List<EventFacts> events, LocalDate agreedOn, BigDecimal debt, String currency) {
        List<EventFacts> instalments = events.stream()
                .filter(event -> event.kind() == EventKind.PAYMENT_PLAN
                        && event.newDueDate() != null
                        && event.date().equals(agreedOn))
                .toList();
        BigDecimal told = BigDecimal.ZERO;
        int untold = 0;
        for (EventFacts event : instalments) {
            told = event.amount() == null ? told : told.add(event.amount());
            untold += event.amount() == null ? 1 : 0;
        }
        // Rounded down: nobody breaks a plan for a cent.
        BigDecimal share = untold == 0
                ? BigDecimal.ZERO
                : debt.subtract(told)
                        .max(BigDecimal.ZERO)
                        .divide(BigDecimal.valueOf(untold), Currencies.minorUnits(currency), RoundingMode.DOWN);
        SortedMap<LocalDate, BigDecimal> parts = new TreeMap<>();
        for (EventFacts event : instalments) {
            LocalDate day = event.newDueDate();
            if (day != null) {
                parts.merge(day, event.amount() == null ? share : event.amount(), BigDecimal::add);
            }
        }
        SortedMap<LocalDate, BigDecimal> dueBy = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> part : parts.entrySet()) {
            sum = sum.add(part.getValue());
            dueBy.put(part.getKey(), sum);
        }
        return dueBy;
    }

    /** The day after the first instalment that was not paid by its day; null: all were, and every one to come is still to be seen. */
    @Nullable
    LocalDate voidFrom(List<Payments.Standing> payments) {
        for (Map.Entry<LocalDate, BigDecimal> due : dueBy.entrySet()) {
            if (paidBy(due.getKey(), payments).compareTo(due.getValue()) < 0) {
                return due.getKey().plusDays(1);
            }
        }
        return null;
    }

    private BigDecimal paidBy(LocalDate day, List<Payments.Standing> payments) {
        return payments.stream()
                .filter(each -> each.payment().currency().equals(currency))
                .filter(each -> !each.payment().paidOn().isBefore(agreedOn)
                        && !each.payment().paidOn().isAfter(day))
                .map(Payments.Standing::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
