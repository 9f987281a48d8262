package io.claimgate.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.money.FxRates;
import io.claimgate.policy.Cover;
import io.claimgate.policy.LossTerms;
import io.claimgate.receivable.LimitFacts;
import io.claimgate.receivable.OwedLine;
import io.claimgate.receivable.PolicyMoney;
import io.claimgate.support.Laws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A loss is the sum of its lines, and a recovery of its shares, to the cent. */
class LossLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 10, 1);

    @Property(seed = Laws.SEED)
    void the_lines_of_a_loss_add_up_to_it(
            @ForAll("covers") Cover cover,
            @ForAll Cover.Basis limitBasis,
            @ForAll("lines") List<OwedLine> lines,
            @ForAll("limits") List<LimitFacts> limits,
            @ForAll @IntRange(max = 400) int uncoveredFrom) {
        // Given
        LossTerms terms =
                new LossTerms(limitBasis, LossTerms.FxDate.INVOICE_DATE, LossTerms.RecoveryFrom.DATE_OF_LOSS, null);
        // When
        Loss loss = new LossComputation(cover, terms, "EUR")
                .of(
                        lines,
                        new Limits(
                                limits,
                                cover.withoutLimit(),
                                new PolicyMoney(FxRates.NONE, "EUR", LossTerms.FxDate.INVOICE_DATE, null)),
                        day -> day.isBefore(FIRST.plusDays(uncoveredFrom)),
                        cover.aggregateFirstLoss());
        // Then
        assertThat(sum(loss.lines(), Loss.Line::indemnity)).isEqualByComparingTo(loss.indemnity());
        assertThat(sum(loss.lines(), Loss.Line::covered)).isEqualByComparingTo(loss.base());
        assertThat(sum(lines, OwedLine::residual)).isEqualByComparingTo(loss.outstanding());
        assertThat(loss.base()).isLessThanOrEqualTo(loss.outstanding());
        assertThat(loss.indemnity()).isLessThanOrEqualTo(loss.base());
        assertThat(loss.lines()).allSatisfy(line -> {
            assertThat(line.covered().signum()).isNotNegative();
            assertThat(line.indemnity().signum()).isNotNegative();
        });
        assertThat(loss.notClaimable() == null || loss.indemnity().signum() == 0)
                .isTrue();
    }

    @Property(seed = Laws.SEED)
    void insurer_and_insured_share_every_recovery_whole_and_the_insurer_gets_no_more_than_it_paid(
            @ForAll("amounts") BigDecimal outstanding,
            @ForAll @IntRange(max = 100) int paidPercent,
            @ForAll("recoveries") List<Recovery> recoveries,
            @ForAll @IntRange(max = 200) int from) {
        // Given
        BigDecimal indemnity = outstanding
                .multiply(BigDecimal.valueOf(paidPercent))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
        LocalDate first = FIRST.plusDays(from);
        // When
        List<RecoverySplit.Shared> shared = new RecoverySplit(indemnity, outstanding, first, "EUR").of(recoveries);
        // Then
        assertThat(shared).hasSameSizeAs(recoveries);
        assertThat(sum(shared, RecoverySplit.Shared::insurer)).isLessThanOrEqualTo(indemnity);
        assertThat(shared).allSatisfy(one -> {
            assertThat(one.insurer().add(one.insured()))
                    .isEqualByComparingTo(
                            one.recovery().gross().subtract(one.recovery().costs()));
            assertThat(one.insured().signum()).isNotNegative();
            assertThat(one.insurer().signum() == 0 || !one.recovery().on().isBefore(first))
                    .isTrue();
        });
    }

    @Provide
    Arbitrary<Cover> covers() {
        Arbitrary<BigDecimal> percents =
                Arbitraries.of("50", "85", "90", "95.5", "100").map(BigDecimal::new);
        Arbitrary<Cover.Threshold> thresholds = Combinators.combine(
                        Arbitraries.of("0", "0", "300", "20000").map(BigDecimal::new),
                        Arbitraries.of(Cover.Basis.class),
                        Arbitraries.of(Cover.Scope.class))
                .as(Cover.Threshold::new);
        return Combinators.combine(
                        percents,
                        Arbitraries.of(Cover.Basis.class),
                        thresholds,
                        Arbitraries.of("0", "0", "333.33", "5000").map(BigDecimal::new),
                        Arbitraries.of("0", "0", "777.77", "20000").map(BigDecimal::new),
                        Arbitraries.shuffle(Cover.Step.values()),
                        Arbitraries.of(Cover.WithoutLimit.class))
                .as((percent, basis, threshold, deductible, aggregate, order, without) ->
                        new Cover(percent, basis, threshold, deductible, aggregate, order, without, BigDecimal.ZERO));
    }

    @Provide
    Arbitrary<List<OwedLine>> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(1, 3_000_000),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of("0", "5.5", "20", "21").optional(0.8))
                .as((day, gross, openPercent, disputedPercent, tax) -> line(
                        FIRST.plusDays(day),
                        BigDecimal.valueOf(gross, 2),
                        openPercent,
                        disputedPercent,
                        tax.map(BigDecimal::new).orElse(null)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(lines -> IntStream.range(0, lines.size())
                        .mapToObj(i -> numbered(lines.get(i), i))
                        .toList());
    }

    @Provide
    Arbitrary<List<LimitFacts>> limits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4_000_000).optional(0.9),
                        Arbitraries.integers().between(0, 300))
                .as((amount, from) -> new LimitFacts(
                        LimitFacts.Type.NAMED,
                        amount.map(cents -> BigDecimal.valueOf(cents, 2)).orElse(null),
                        "EUR",
                        FIRST.plusDays(from),
                        null))
                .list()
                .ofMaxSize(2);
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.integers().between(1, 20_000_000).map(cents -> BigDecimal.valueOf(cents, 2));
    }

    @Provide
    Arbitrary<List<Recovery>> recoveries() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(0, 5_000_000),
                        Arbitraries.integers().between(0, 100))
                .as((day, cents, costs) -> new Recovery(
                        "r" + day + "-" + cents,
                        FIRST.plusDays(day),
                        BigDecimal.valueOf(cents, 2),
                        BigDecimal.valueOf((long) cents * costs / 100, 2),
                        null))
                .list()
                .ofMaxSize(6);
    }

    private static OwedLine line(
            LocalDate delivered, BigDecimal gross, int openPercent, int disputedPercent, BigDecimal tax) {
        BigDecimal net =
                tax == null ? null : gross.divide(BigDecimal.ONE.add(tax.movePointLeft(2)), 2, RoundingMode.HALF_UP);
        return new OwedLine(
                1,
                delivered,
                delivered,
                "EUR",
                percent(gross, openPercent),
                percent(gross, disputedPercent),
                gross,
                net,
                true);
    }

    private static OwedLine numbered(OwedLine line, long id) {
        return new OwedLine(
                id,
                line.issuedOn(),
                line.deliveredOn(),
                line.currency(),
                line.residual(),
                line.disputed(),
                line.gross(),
                line.net(),
                true);
    }

    private static BigDecimal percent(BigDecimal of, int percent) {
        return of.multiply(BigDecimal.valueOf(percent)).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }

    private static <T> BigDecimal sum(List<T> all, Function<T, BigDecimal> of) {
        return all.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
