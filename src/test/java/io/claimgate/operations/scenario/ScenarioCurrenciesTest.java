package io.claimgate.operations.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scenario in another currency than its policy's (money.md, Currencies). */
class ScenarioCurrenciesTest {

    private static final String FACTS = """
            {"asOf":"2026-07-10","buyer":{"country":"US"},"limit":{"amount":5425.00,"currency":"USD","from":"2026-01-01"},
             "invoices":[{"number":"A","issueDate":"2026-03-02","dueDate":"2026-03-31","gross":1085.00,"currency":"USD"}],
             "rates":[%s]}""";

    private static final String RATE = """
            {"date":"2026-02-27","from":"EUR","to":"USD","rate":1.0850}""";

    @Test
    void the_last_rate_before_the_invoice_makes_its_amount_the_policys() {
        // When
        JsonNode answer = WorkedScenarioTest.answer(FACTS.formatted(RATE));
        // Then: 1,085.00 / 1.0850, a limit of 5,425.00 / 1.0850
        assertThat(answer.at("/exposure/declaration/amountAtRisk").decimalValue())
                .isEqualByComparingTo("1000.00");
        assertThat(answer.at("/claim/base").decimalValue()).isEqualByComparingTo("1000.00");
        assertThat(answer.at("/claim/indemnity").decimalValue()).isEqualByComparingTo("900.00");
        assertThat(answer.at("/insurerLedger/0/outstanding").decimalValue()).isEqualByComparingTo("1085.00");
        assertThat(answer.get("missingRates")).isEmpty();
    }

    @Test
    void a_rate_that_lacks_is_told() {
        // When
        JsonNode answer = WorkedScenarioTest.answer(FACTS.formatted(""));
        // Then
        assertThat(answer.at("/missingRates/0").asText()).isEqualTo("USD/EUR of 2026-03-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0850 | -1   | rates[0].rate \"-1\" is no rate; write how many USD one EUR is",
                "USD    | EUR  | rates[0].to \"EUR\" is the currency that it is from; write the other one",
                "USD    | $    | rates[0].to \"$\" not an ISO 4217 currency; write for example EUR",
            })
    void a_rate_that_is_none_is_told_with_its_place(String part, String instead, String told) {
        // When
        ScenarioReader.Read read = ScenarioReader.read(FACTS.formatted(RATE.replace(part, instead)), "EUR");
        // Then
        assertThat(read.problems())
                .map(problem -> problem.place() + " \"" + problem.value() + "\" " + problem.detail())
                .contains(told);
    }
}
