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
import java.util.Objects;
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

    /** One receivable that a declaration takes, with what it is worth before rounding. */
    private record Taken(Debt debt, @Nullable BigDecimal worth) {}

    static Totals of(List<Standing> standings, PolicyMoney money, Instant now) {
        BigDecimal outstanding = BigDecimal.ZERO;
        BigDecimal overdue = BigDecimal.ZERO;
        Map<String, BigDecimal> foreign = new TreeMap<>();
        List<Taken> taken = new ArrayList<>();
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
                taken.add(new Taken(debt, worth));
            }
        }
        String currency = money.currency();
        BigDecimal declarable = total(
                taken.stream().map(Taken::worth).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add),
                currency);
        return new Totals(
                total(outstanding, currency),
                total(overdue, currency),
                currency,
                Map.copyOf(foreign),
                lines(taken, declarable, currency),
                declarable,
                oldestDue);
    }

    /** The total was rounded first; the lines share it, the remainder goes to the largest, at a tie to the oldest. */
    private static List<DeclarationLine> lines(List<Taken> taken, BigDecimal declarable, String currency) {
        boolean own =
                taken.stream().allMatch(each -> each.debt().facts.currency().equals(currency));
        List<Money> shares = own || declarable.signum() == 0
                ? List.of()
                : Shares.split(
                        new Money(declarable, currency),
                        taken.stream()
                                .map(each -> each.worth() == null ? BigDecimal.ZERO : each.worth())
                                .toList());
        List<DeclarationLine> lines = new ArrayList<>(taken.size());
        for (int i = 0; i < taken.size(); i++) {
            Debt debt = taken.get(i).debt();
            BigDecimal worth = taken.get(i).worth() == null || shares.isEmpty()
                    ? taken.get(i).worth()
                    : shares.get(i).amount();
            lines.add(new DeclarationLine(
                    debt.id(), debt.outstanding, debt.facts.currency(), worth == null ? null : total(worth, currency)));
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
