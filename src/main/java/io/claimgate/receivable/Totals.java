package io.claimgate.receivable;

import io.claimgate.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums of an exposure in the policy's currency; other currencies stand apart, never summed silently.
 *
 * @param lines what a declaration takes: every open, not foreclosed, not declared receivable
 * @param declarable sum of the lines in the policy's currency
 * @param oldestDue oldest original due date among what counts for the clocks; null: nothing does
 */
record Totals(
        BigDecimal outstanding,
        BigDecimal overdue,
        String currency,
        Map<String, BigDecimal> foreign,
        List<DeclarationLine> lines,
        BigDecimal declarable,
        @Nullable LocalDate oldestDue) {

    static Totals of(List<Standing> standings, String currency, Instant now) {
        BigDecimal outstanding = BigDecimal.ZERO;
        BigDecimal overdue = BigDecimal.ZERO;
        BigDecimal declarable = BigDecimal.ZERO;
        Map<String, BigDecimal> foreign = new TreeMap<>();
        List<DeclarationLine> lines = new ArrayList<>();
        LocalDate oldestDue = null;
        for (Standing standing : standings) {
            Debt debt = standing.debt();
            BigDecimal open = debt.outstanding;
            boolean own = debt.facts.currency().equals(currency);
            boolean late = debt.overdueOn(debt.clock.dayEnd().dayOf(now));
            boolean declared = standing.state().atInsurer();
            boolean takes = open.signum() > 0 && !standing.foreclosed() && !declared;
            outstanding = own ? outstanding.add(open) : outstanding;
            overdue = own && late ? overdue.add(open) : overdue;
            declarable = own && takes ? declarable.add(open) : declarable;
            if (!own && open.signum() > 0) {
                foreign.merge(debt.facts.currency(), open, BigDecimal::add);
            }
            if (takes) {
                lines.add(new DeclarationLine(debt.id(), open, debt.facts.currency()));
            }
            if (debt.governs() && oldestDue == null) {
                oldestDue = debt.facts.originalDueDate();
            }
        }
        return new Totals(
                units(outstanding, currency),
                units(overdue, currency),
                currency,
                Map.copyOf(foreign),
                List.copyOf(lines),
                units(declarable, currency),
                oldestDue);
    }

    /** The amount with its currency's decimals; what has more of them is left as it is. */
    static BigDecimal units(BigDecimal amount, String currency) {
        int scale = Math.max(amount.stripTrailingZeros().scale(), Currencies.minorUnits(currency));
        return amount.setScale(scale, RoundingMode.UNNECESSARY);
    }
}
