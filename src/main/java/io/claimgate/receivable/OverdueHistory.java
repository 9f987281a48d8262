package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much was overdue in all at the end of every day, in the policy's currency, as far as is known: what is not paid yet stays open. Only
 * overlays with a cap ask for it (deadlines.md 13).
 */
final class OverdueHistory {

    /** Of an exposure that nobody asks this of. */
    static final OverdueHistory NONE = new OverdueHistory();

    private final TreeMap<LocalDate, BigDecimal> changes = new TreeMap<>();
    private @Nullable LocalDate unknownFrom;

    private OverdueHistory() {}

    /** @param principals of the debts, by rank, after credit notes */
    static OverdueHistory of(
            List<Debt> debts, BigDecimal[] principals, List<Ledger.Reduction> reductions, PolicyMoney money) {
        OverdueHistory history = new OverdueHistory();
        for (Debt debt : debts) {
            history.change(debt, LocalDate.MIN, principals[debt.rank], money);
        }
        reductions.forEach(each ->
                history.change(debts.get(each.rank()), each.on(), each.part().negate(), money));
        return history;
    }

    private void change(Debt debt, LocalDate on, BigDecimal amount, PolicyMoney money) {
        LocalDate due = debt.facts.originalDueDate();
        if (due == null || amount.signum() == 0) {
            return;
        }
        LocalDate overdue = due.plusDays(1);
        LocalDate day = on.isBefore(overdue) ? overdue : on;
        Optional<BigDecimal> worth = money.worth(amount, debt.facts.currency(), debt.facts.issueDate());
        if (worth.isPresent()) {
            changes.merge(day, worth.get(), BigDecimal::add);
        } else if (unknownFrom == null || day.isBefore(unknownFrom)) {
            unknownFrom = day;
        }
    }

    /** Whether it was never above the cap up to and including a day. What has no rate might be anything. */
    boolean atMost(BigDecimal cap, LocalDate until) {
        if (unknownFrom != null && !unknownFrom.isAfter(until)) {
            return false;
        }
        BigDecimal overdue = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> change :
                changes.headMap(until, true).entrySet()) {
            overdue = overdue.add(change.getValue());
            if (overdue.compareTo(cap) > 0) {
                return false;
            }
        }
        return true;
    }
}
