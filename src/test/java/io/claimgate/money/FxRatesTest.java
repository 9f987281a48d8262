package io.claimgate.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FxRatesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 5, 29);

    /** One euro is 1.25 dollars, 7.45 Danish crowns, 0.335 Kuwaiti dinars; one Swiss franc is 160 yen. */
    private static final FxRates RATES = new FxRates(
            List.of(
                    rate(FRIDAY, "EUR", "USD", "1.25"),
                    rate(FRIDAY, "EUR", "DKK", "7.45"),
                    rate(FRIDAY, "EUR", "KWD", "0.335"),
                    rate(FRIDAY, "CHF", "JPY", "160"),
                    rate(FRIDAY.plusDays(20), "EUR", "CAD", "1.5")),
            7);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100.00 | EUR | EUR | 100.00   | the same
            100.00 | EUR | USD | 125.00   | as published: 100.00 x 1.25
            100.00 | USD | EUR | 80.00    | turned round: 100.00 / 1.25
            0.07   | USD | EUR | 0.06     | 0.07 / 1.25 = 0.056
            100.00 | CHF | JPY | 16000    | no euro between: 100.00 x 160, no decimals
            101    | JPY | CHF | 0.63     | 101 / 160 = 0.63125
            1.25   | USD | KWD | 0.335    | across the euro: 1.25 / 1.25 x 0.335, three decimals
            1.00   | USD | DKK | 5.96     | 1.00 / 1.25 x 7.45 = 5.96
            1.13   | USD | DKK | 6.73     | 1.13 / 1.25 x 7.45 = 6.7348; by 0.90 euro it would be 6.71
            """)
    void a_rate_is_direct_else_inverse_else_across_the_euro_and_rounded_once(
            String amount, String from, String to, String worth, String how) {
        // Given
        BigDecimal given = new BigDecimal(amount);
        // When
        BigDecimal converted = RATES.quote(from, to, FRIDAY).orElseThrow().rounded(given, to);
        // Then
        assertThat(converted).as(how).isEqualTo(worth);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-28, false",
        "2026-05-29, true",
        "2026-05-30, true",
        "2026-05-31, true",
        "2026-06-05, true",
        "2026-06-06, false"
    })
    void the_last_published_rate_holds_for_the_days_after_it_but_not_for_ever(LocalDate day, boolean known) {
        // Given
        FxRates rates = RATES;
        // When
        Optional<FxQuote> quote = rates.quote("USD", "EUR", day);
        // Then
        assertThat(quote.isPresent()).isEqualTo(known);
    }

    @Test
    void there_is_no_rate_of_a_currency_that_nobody_published() {
        // Given
        FxRates rates = RATES;
        // When
        Optional<FxQuote> quote = rates.quote("GBP", "USD", FRIDAY);
        // Then
        assertThat(quote).isEmpty();
    }

    @Test
    void half_a_cent_that_only_a_division_blurred_is_still_a_half() {
        // Given: one dollar is 3 of the other; 0.015 / 3 = 0.005, though 1 / 3 has no end
        FxRates rates = new FxRates(List.of(rate(FRIDAY, "EUR", "USD", "3")), 7);
        // When
        BigDecimal converted = rates.quote("USD", "EUR", FRIDAY).orElseThrow().rounded(new BigDecimal("0.015"), "EUR");
        // Then
        assertThat(converted).isEqualTo("0.01");
    }

    @ParameterizedTest
    @CsvSource({"USD, USD, 1", "EUR, USD, 0", "EUR, USD, -1.1"})
    void what_is_no_rate_is_refused(String from, String to, String rate) {
        assertThatThrownBy(() -> rate(FRIDAY, from, to, rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give two currencies and a rate above zero");
    }

    private static FxRate rate(LocalDate on, String from, String to, String rate) {
        return new FxRate(on, from, to, new BigDecimal(rate));
    }
}
