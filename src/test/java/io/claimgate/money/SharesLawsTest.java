package io.claimgate.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Laws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Shares add up to what was shared, whatever the currency and the weights. */
class SharesLawsTest {

    @Property(seed = Laws.SEED)
    void shares_add_up_and_only_the_largest_line_carries_the_remainder(
            @ForAll("totals") Money total, @ForAll("weights") List<BigDecimal> weights) {
        // Given
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal largest = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        int scale = total.amount().scale();
        // When
        List<Money> shares = Shares.split(total, weights);
        // Then
        assertThat(shares).hasSameSizeAs(weights);
        assertThat(shares.stream().reduce(Money.zero(total.currency()), Money::plus))
                .isEqualTo(total);
        for (int i = 0; i < weights.size(); i++) {
            if (i != weights.indexOf(largest)) {
                assertThat(shares.get(i).amount())
                        .isEqualTo(total.amount().multiply(weights.get(i)).divide(sum, scale, RoundingMode.HALF_UP));
            }
        }
    }

    @Provide
    Arbitrary<Money> totals() {
        return Combinators.combine(
                        Arbitraries.longs().between(-1_000_000_000L, 1_000_000_000L),
                        Arbitraries.of("EUR", "JPY", "KWD"))
                .as((units, currency) ->
                        new Money(BigDecimal.valueOf(units, Currencies.minorUnits(currency)), currency));
    }

    @Provide
    Arbitrary<List<BigDecimal>> weights() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000000"))
                .ofScale(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .filter(weights -> weights.stream().anyMatch(weight -> weight.signum() > 0));
    }
}
