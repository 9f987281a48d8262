package io.claimgate.recovery;

import io.claimgate.money.Money;
import io.claimgate.money.Shares;
import io.claimgate.policy.Cover;
import io.claimgate.policy.LossTerms;
import io.claimgate.receivable.OwedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * From outstanding to indemnity (money.md): per receivable what is undisputed, limited to what is covered, in the cover's basis; then the
 * policy's steps in the policy's order, each floored at zero. Exact; totals are rounded first, lines share them.
 */
public final class LossComputation {

    private final Cover cover;
    private final LossTerms terms;
    private final String currency;

    public LossComputation(Cover cover, LossTerms terms, String currency) {
        this.cover = cover;
        this.terms = terms;
        this.currency = currency;
    }

    /**
     * @param lines oldest first, in the computation's currency
     * @param insuredOn whether a delivery on that day had cover, the limit apart
     * @param aggregateLeft of the aggregate first loss of the insurance year
     */
    public Loss of(List<OwedLine> lines, Limits limits, Predicate<LocalDate> insuredOn, BigDecimal aggregateLeft) {
        BigDecimal[] covered = covered(lines, limits, insuredOn);
        BigDecimal[] values = covered.clone();
        boolean below = false;
        for (Cover.Step step : cover.order()) {
            switch (step) {
                case THRESHOLD -> below |= threshold(lines, values);
                case INSURED_PERCENTAGE -> percentage(values);
                case DEDUCTIBLE -> less(values, cover.deductible());
                case AGGREGATE_FIRST_LOSS -> less(values, aggregateLeft);
            }
        }
        Money indemnity = Money.rounded(settled(sum(values)), currency);
        return new Loss(
                Money.rounded(sum(lines, OwedLine::residual), currency).amount(),
                Money.rounded(settled(sum(covered)), currency).amount(),
                indemnity.amount(),
                indemnity.isPositive() ? null : reason(lines, covered, below),
                shared(lines, covered, values, indemnity));
    }

    /**
     * In delivery order: what the limit of that day leaves after those delivered before it; nothing where cover was stopped, or where the
     * due date is beyond the maximum credit term.
     */
    private BigDecimal[] covered(List<OwedLine> lines, Limits limits, Predicate<LocalDate> insuredOn) {
        BigDecimal[] covered = new BigDecimal[lines.size()];
        BigDecimal before = BigDecimal.ZERO;
        List<Integer> delivered = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            delivered.add(i);
        }
        delivered.sort(Comparator.comparing(i -> lines.get(i).deliveredOn()));
        for (int i : delivered) {
            OwedLine line = lines.get(i);
            BigDecimal wanted = line.of(line.undisputed(), Cover.Basis.GROSS, terms.limitBasis());
            BigDecimal used = before;
            BigDecimal taken = line.insurable() && insuredOn.test(line.deliveredOn())
                    ? limits.on(line.deliveredOn(), line.issuedOn())
                            .map(limit -> wanted.min(limit.subtract(used).max(BigDecimal.ZERO)))
                            .orElse(wanted)
                    : BigDecimal.ZERO;
            before = before.add(taken);
            covered[i] = inCoverBasis(line, taken);
        }
        return covered;
    }

    private BigDecimal inCoverBasis(OwedLine line, BigDecimal taken) {
        return terms.limitBasis() == cover.basis() ? taken : line.of(taken, terms.limitBasis(), cover.basis());
    }

    /** A loss up to and including it is not claimable; of receivables those that fail drop out. Whether anything did. */
    private boolean threshold(List<OwedLine> lines, BigDecimal[] values) {
        Cover.Threshold threshold = cover.threshold();
        BigDecimal[] tested = new BigDecimal[values.length];
        for (int i = 0; i < values.length; i++) {
            tested[i] = settled(lines.get(i).of(values[i], cover.basis(), threshold.basis()));
        }
        boolean each = threshold.scope() == Cover.Scope.RECEIVABLE;
        boolean sumFails = settled(sum(tested)).compareTo(threshold.amount()) <= 0;
        boolean dropped = false;
        for (int i = 0; i < values.length; i++) {
            if (each ? tested[i].compareTo(threshold.amount()) <= 0 : sumFails) {
                dropped |= values[i].signum() > 0;
                values[i] = BigDecimal.ZERO;
            }
        }
        return dropped;
    }

    private void percentage(BigDecimal[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i].multiply(cover.insuredPercentage()).movePointLeft(2);
        }
    }

    /** Takes an amount off the sum, each line its part. */
    private static void less(BigDecimal[] values, BigDecimal amount) {
        BigDecimal sum = sum(values);
        BigDecimal left = sum.subtract(amount).max(BigDecimal.ZERO);
        if (amount.signum() == 0 || sum.signum() == 0) {
            return;
        }
        BigDecimal given = BigDecimal.ZERO;
        int largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = values[i].compareTo(values[largest]) > 0 ? i : largest;
            values[i] = values[i].multiply(left).divide(sum, 30, RoundingMode.HALF_UP);
            given = given.add(values[i]);
        }
        // The sum is exact, whatever the divisions left out.
        values[largest] = values[largest].add(left.subtract(given));
    }

    /** Null also where the deductibles leave nothing. */
    private static Loss.@Nullable NotClaimable reason(List<OwedLine> lines, BigDecimal[] covered, boolean below) {
        if (sum(lines, OwedLine::undisputed).signum() == 0
                && sum(lines, OwedLine::disputed).signum() > 0) {
            return Loss.NotClaimable.DISPUTED;
        }
        if (sum(covered).signum() == 0) {
            return Loss.NotClaimable.NOT_COVERED;
        }
        return below ? Loss.NotClaimable.BELOW_THRESHOLD : null;
    }

    private List<Loss.Line> shared(List<OwedLine> lines, BigDecimal[] covered, BigDecimal[] values, Money indemnity) {
        List<Money> bases = split(Money.rounded(settled(sum(covered)), currency), covered);
        List<Money> shares = split(indemnity, values);
        List<Loss.Line> shared = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            shared.add(new Loss.Line(
                    lines.get(i).receivable(),
                    bases.get(i).amount(),
                    shares.get(i).amount()));
        }
        return shared;
    }

    private static List<Money> split(Money total, BigDecimal... values) {
        return sum(values).signum() == 0
                ? Collections.nCopies(values.length, Money.zero(total.currency()))
                : Shares.split(total, List.of(values));
    }

    /** Rounds away what endless divisions left far behind the last digit, so that 74,999.99... is 75,000.00 and a half stays a half. */
    private static BigDecimal settled(BigDecimal amount) {
        return amount.setScale(15, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(BigDecimal... values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            sum = sum.add(value);
        }
        return sum;
    }

    private static BigDecimal sum(List<OwedLine> lines, java.util.function.Function<OwedLine, BigDecimal> of) {
        return lines.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
