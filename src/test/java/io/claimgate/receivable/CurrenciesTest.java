package io.claimgate.receivable;

import static io.claimgate.receivable.Given.MEP_60;
import static io.claimgate.receivable.Given.day;
import static io.claimgate.receivable.Given.declaration;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.money.MissingRate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several currencies in one exposure (money.md, Currencies); the policy's is the euro. */
class CurrenciesTest {

    @Test
    void what_is_owed_in_another_currency_is_in_every_sum_at_the_rate_of_its_invoice() {
        // Given: 1,000.00 / 1.0850 = 921.658986..., and 50.00
        Given given = Given.mep60()
                .foreign("A", "1000.00", "USD", "2026-02-02", "2026-03-01")
                .receivable("B", "50.00", "2026-02-03", "2026-04-30", null)
                .rate("2026-02-02", "EUR", "USD", "1.0850");
        // When
        ExposurePicture picture = given.on("2026-04-20");
        // Then
        assertThat(picture.outstanding()).isEqualTo("971.66");
        assertThat(picture.overdue()).isEqualTo("921.66");
        assertThat(declaration(picture).amountAtRisk()).isEqualTo("971.66");
        assertThat(picture.declaration().amount()).isEqualTo("971.66");
        assertThat(picture.declaration().lines())
                .extracting(line -> line.amount() + " " + line.currency() + " = " + line.worth())
                .containsExactly("1000.00 USD = 921.66", "50.00 EUR = 50.00");
        assertThat(picture.foreignCurrency()).isEmpty();
        assertThat(picture.missingRates()).isEmpty();
    }

    @Test
    void the_sum_is_rounded_once_and_the_lines_share_it() {
        // Given: three of 10.00 / 1.5 = 6.666..., together 20.00 and not 20.01
        Given given = Given.mep60().rate("2026-02-02", "EUR", "USD", "1.5");
        for (String number : new String[] {"A", "B", "C"}) {
            given.foreign(number, "10.00", "USD", "2026-02-02", "2026-03-01");
        }
        // When
        DeclarationOutlook outlook = given.on("2026-04-20").declaration();
        // Then
        assertThat(outlook.amount()).isEqualTo("20.00");
        assertThat(outlook.lines())
                .extracting(line -> String.valueOf(line.worth()))
                .containsExactly("6.66", "6.67", "6.67");
    }

    @Test
    void without_a_rate_it_is_declared_in_its_own_currency_and_the_rate_is_asked_for() {
        // Given: the last rate is ten days older than the invoice
        Given given = Given.mep60()
                .foreign("A", "1000.00", "USD", "2026-02-12", "2026-03-01")
                .receivable("B", "50.00", "2026-02-03", "2026-04-30", null)
                .rate("2026-02-02", "EUR", "USD", "1.0850");
        // When
        ExposurePicture picture = given.on("2026-05-30");
        // Then
        assertThat(picture.missingRates()).containsExactly(new MissingRate("USD", "EUR", day("2026-02-12")));
        assertThat(picture.outstanding()).isEqualTo("50.00");
        assertThat(picture.foreignCurrency()).containsOnlyKeys("USD");
        assertThat(picture.declaration().actNow()).isTrue();
        assertThat(picture.declaration().lines())
                .extracting(line -> line.amount() + " " + line.currency() + " = " + line.worth())
                .containsExactly("1000.00 USD = null", "50.00 EUR = 50.00");
    }

    @ParameterizedTest
    @CsvSource({"1.25, true", "1.00, false", ", false"})
    void the_threshold_is_tested_in_the_currency_of_the_policy(@Nullable String rate, boolean below) {
        // Given: 330.00 dollars are 264.00 or 330.00 euros
        Given given = Given.deadlines(
                        MEP_60, "cover: {insuredPercentage: 90, basis: gross, threshold: {amount: 300.00}}")
                .foreign("A", "330.00", "USD", "2026-02-02", "2026-03-31");
        if (rate != null) {
            given.rate("2026-02-02", "EUR", "USD", rate);
        }
        // When
        Eligibility eligibility = given.on("2026-06-29").declaration().eligibility();
        // Then
        assertThat(eligibility instanceof Eligibility.Refused refused
                        && refused.reason() == Eligibility.Reason.BELOW_THRESHOLD)
                .isEqualTo(below);
    }

    @ParameterizedTest
    @CsvSource({"800, false", "801, true"})
    void the_tolerance_is_worth_the_same_in_every_currency(String yen, boolean governs) {
        // Given: 5.00 euros are 800 yen
        Given given = Given.deadlines(MEP_60, "cover: {insuredPercentage: 90, basis: gross, tolerance: 5.00}")
                .foreign("A", yen, "JPY", "2026-02-02", "2026-03-31")
                .rate("2026-02-02", "EUR", "JPY", "160");
        // When
        ExposurePicture picture = given.on("2026-04-20");
        // Then
        assertThat(picture.governing() != null).isEqualTo(governs);
    }

    @Test
    void the_day_of_the_loss_decides_once_it_has_come_where_the_policy_says_so() {
        // Given
        Given given = Given.deadlines(MEP_60, "fx: DATE_OF_LOSS")
                .foreign("A", "100.00", "USD", "2026-02-02", "2026-03-31")
                .rate("2026-02-02", "EUR", "USD", "1.25")
                .rate("2026-05-31", "EUR", "USD", "1.00")
                .event(EventKind.DATE_OF_LOSS, "2026-06-01");
        // When
        ExposurePicture before = given.on("2026-05-31");
        ExposurePicture after = given.on("2026-06-01");
        // Then
        assertThat(before.outstanding()).isEqualTo("80.00");
        assertThat(before.nextActionAt()).isEqualTo("2026-05-31T22:00:00Z");
        assertThat(after.outstanding()).isEqualTo("100.00");
    }

    @Test
    void money_pays_its_own_currency_first_and_then_the_oldest_of_others_at_the_rate_of_its_day() {
        // Given: 1,300.00 dollars; 1,000.00 pay U, 300.00 / 1.25 = 240.00 euros go to E, though E is older
        Given given = Given.mep60()
                .receivable("E", "500.00", "2026-02-01", "2026-03-01", null)
                .foreign("U", "1000.00", "USD", "2026-02-01", "2026-04-01")
                .payment("p", "2026-04-10", "1300.00", "USD")
                .rate("2026-04-10", "EUR", "USD", "1.25")
                .rate("2026-02-01", "EUR", "USD", "2.00");
        // When
        ExposurePicture picture = given.on("2026-04-20");
        // Then
        assertThat(given.of(picture, "U").state()).isEqualTo(ReceivableState.SETTLED);
        assertThat(given.of(picture, "E").outstanding()).isEqualTo("260.00");
        assertThat(picture.missingRates()).isEmpty();
    }

    @Test
    void money_left_over_without_a_rate_waits_and_the_rate_is_asked_for() {
        // Given
        Given given = Given.mep60()
                .receivable("E", "500.00", "2026-02-01", "2026-03-01", null)
                .payment("p", "2026-04-10", "300.00", "USD");
        // When
        ExposurePicture picture = given.on("2026-04-20");
        // Then
        assertThat(given.of(picture, "E").outstanding()).isEqualTo("500.00");
        assertThat(picture.missingRates()).containsExactly(new MissingRate("USD", "EUR", day("2026-04-10")));
    }

    @Test
    void money_that_came_too_early_pays_later_invoices_of_any_currency_at_the_rate_of_its_own_day() {
        // Given: 700.00 dollars at 1.25; E costs 500.00 x 1.25 = 625.00 of them, 75.00 / 1.25 = 60.00 euros are left
        // for F
        Given given = Given.mep60()
                .receivable("E", "500.00", "2026-02-01", "2026-03-01", null)
                .receivable("F", "100.00", "2026-05-01", "2026-06-01", null)
                .payment("p", "2026-01-10", "700.00", "USD")
                .rate("2026-01-09", "EUR", "USD", "1.25")
                .rate("2026-02-01", "EUR", "USD", "1.00")
                .rate("2026-05-01", "EUR", "USD", "3.00");
        // When
        ExposurePicture picture = given.on("2026-05-20");
        // Then
        assertThat(given.of(picture, "E").outstanding()).isEqualTo("0.00");
        assertThat(given.of(picture, "F").outstanding()).isEqualTo("40.00");
    }
}
