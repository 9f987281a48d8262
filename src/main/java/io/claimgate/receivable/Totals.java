package io.claimgate.receivable;

import io.claimgate.money.Currencies;
import io.claimgate.money.FxQuote;
import io.claimgate.money.Money;
import io.claimgate.money.Shares;
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
 * Sums of an exposure in the policy's currency, rounded once. What has no rate stands apart, never summed silently.
 *
 * @param foreign outstanding for which there is no rate, by currency
 * @param lines what a declaration takes: every open, not foreclosed, not declared receivable
 * @param declarable what the lines are worth together
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

    static Totals of(List<Standing> standings, PolicyMoney money, Instant now) {
        BigDecimal outstanding = BigDecimal.ZERO;
        BigDecimal overdue = BigDecimal.ZERO;
        Map<String, BigDecimal> foreign = new TreeMap<>();
        BigDecimal declarable = BigDecimal.ZERO;
        List<DeclarationLine> lines = new ArrayList<>();
        LocalDate oldestDue = null;
        for (Standing standing : standings) {
            Debt debt = standing.debt();
            if (debt.governs() && oldestDue == null) {
                oldestDue = debt.facts.originalDueDate();
            }
            BigDecimal open = debt.outstanding;
            if (open.signum() == 0) {
                continue;
            }
            BigDecimal worth = money.worth(open, debt.facts.currency(), debt.facts.issueDate())
                    .orElse(null);
            if (worth == null) {
                foreign.merge(debt.facts.currency(), open, BigDecimal::add);
            } else {
                outstanding = outstanding.add(worth);
                overdue = debt.overdueOn(debt.clock.dayOf(now)) ? overdue.add(worth) : overdue;
            }
            if (!standing.foreclosed() && !standing.state().atInsurer()) {
                declarable = worth == null ? declarable : declarable.add(worth);
                lines.add(new DeclarationLine(debt.id(), open, debt.facts.currency(), worth));
            }
        }
        String currency = money.currency();
        BigDecimal rounded = total(declarable, currency);
        return new Totals(
                total(outstanding, currency),
                total(overdue, currency),
                currency,
                Map.copyOf(foreign),
                shared(lines, rounded, currency),
                rounded,
                oldestDue);
    }

    /**
     * The total was rounded first; the lines share it, the remainder goes to the largest, at a tie to the oldest.
     *
     * @param exact lines with what each is worth before rounding
     */
    private static List<DeclarationLine> shared(List<DeclarationLine> exact, BigDecimal declarable, String currency) {
        boolean own = exact.stream().allMatch(line -> line.currency().equals(currency));
        List<Money> shares = own || declarable.signum() == 0
                ? List.of()
                : Shares.split(
                        new Money(declarable, currency),
                        exact.stream()
                                .map(line -> line.worth() == null ? BigDecimal.ZERO : line.worth())
                                .toList());
        List<DeclarationLine> lines = new ArrayList<>(exact.size());
        for (int i = 0; i < exact.size(); i++) {
            DeclarationLine line = exact.get(i);
            BigDecimal worth = line.worth() == null || shares.isEmpty()
                    ? line.worth()
                    : shares.get(i).amount();
            lines.add(worth == null ? line : line.worth(total(worth, currency)));
        }
        return List.copyOf(lines);
    }

    private static BigDecimal total(BigDecimal exact, String currency) {
        // Most are in the policy's own currency and exact.
        return exact.scale() == Currencies.minorUnits(currency)
                ? exact
                : Money.rounded(FxQuote.settled(exact), currency).amount();
    }

    /** The amount with its currency's decimals; what has more of them is left as it is. */
    static BigDecimal units(BigDecimal amount, String currency) {
        int units = Currencies.minorUnits(currency);
        if (amount.scale() == units) {
            return amount;
        }
        int scale = Math.max(amount.stripTrailingZeros().scale(), units);
        return amount.setScale(scale, RoundingMode.UNNECESSARY);
    }
}
