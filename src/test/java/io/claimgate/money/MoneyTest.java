package io.claimgate.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"EUR, 2", "JPY, 0", "KWD, 3", "USD, 2"})
    void minor_units_follow_iso_4217(String currency, int decimals) {
        assertThat(Currencies.minorUnits(currency)).isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource({"XXX", "XAU", "EURO", "eur", "ZZZ"})
    void codes_without_minor_units_are_no_currencies(String code) {
        assertThat(Currencies.known(code)).isFalse();
        assertThatThrownBy(() -> Money.zero(code)).hasMessageContaining(code);
    }

    @ParameterizedTest
    @CsvSource({"1.5, EUR, 1.50 EUR", "1.500, EUR, 1.50 EUR", "100, JPY, 100 JPY", "1.2, KWD, 1.200 KWD"})
    void an_amount_has_the_decimals_of_its_currency(String amount, String currency, String text) {
        assertThat(Money.of(amount, currency)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"1.005, EUR", "0.5, JPY", "1.2345, KWD"})
    void more_decimals_are_never_rounded_silently(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, currency)).hasMessageContaining("more decimals");
    }

    @ParameterizedTest
    @CsvSource({"1.005, EUR, 1.01", "1.004, EUR, 1.00", "-1.005, EUR, -1.01", "0.5, JPY, 1"})
    void rounding_is_half_up(String amount, String currency, String rounded) {
        assertThat(Money.rounded(new BigDecimal(amount), currency).amount()).isEqualTo(rounded);
    }

    @Test
    void amounts_of_two_currencies_are_never_summed() {
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .hasMessageContaining("1.00 USD");
    }

    @Test
    void example_20_the_remainder_goes_to_the_largest_line_and_at_a_tie_to_the_oldest() {
        // Given
        List<BigDecimal> lines = Collections.nCopies(3, new BigDecimal("33.33"));
        Money total = Money.of("99.99", "EUR").percent(new BigDecimal("90"));
        // When
        List<Money> shares = Shares.split(total, lines);
        // Then
        assertThat(total).hasToString("89.99 EUR");
        assertThat(shares).extracting(Money::toString).containsExactly("29.99 EUR", "30.00 EUR", "30.00 EUR");
    }

    @Test
    void shares_always_add_up_to_the_total() {
        Random random = new Random(20);
        for (int run = 0; run < 2_000; run++) {
            // Given
            List<BigDecimal> weights = random.ints(1 + random.nextInt(9), 0, 1_000_000)
                    .mapToObj(cents -> BigDecimal.valueOf(cents, 2))
                    .toList();
            if (weights.stream().noneMatch(weight -> weight.signum() > 0)) {
                continue;
            }
            Money total = new Money(BigDecimal.valueOf(random.nextInt(10_000_000), 2), "EUR");
            // When
            List<Money> shares = Shares.split(total, weights);
            // Then
            assertThat(shares.stream().reduce(Money.zero("EUR"), Money::plus)).isEqualTo(total);
        }
    }

    @Test
    void nothing_is_shared_by_weights_of_nothing() {
        assertThatThrownBy(() -> Shares.split(Money.of("1", "EUR"), List.of(BigDecimal.ZERO)))
                .hasMessageContaining("above zero");
    }
}
