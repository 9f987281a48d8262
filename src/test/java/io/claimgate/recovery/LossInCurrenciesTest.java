package io.claimgate.recovery;

import static io.claimgate.recovery.InsurerResult.SettlementKind.INDEMNITY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limit, base and recoveries where not all is in the policy's currency, the euro. */
class LossInCurrenciesTest {

    @Test
    void the_base_is_in_the_currency_of_the_policy() {
        // Given: 125,000.00 / 1.25 = 100,000.00, and 20,000.00; the limit covers 110,000.00 of it, 90 percent is
        // 99,000.00
        LossCase given = LossCase.under()
                .limit("110000", "2026-01-01")
                .invoice("A", "125000.00", null, "USD", "2026-01-10", "2026-01-10", "0")
                .invoice("B", "20000.00", null, "2026-01-11", "0")
                .declared("2026-05-10")
                .rate("2026-01-09", "EUR", "USD", "1.25");
        // When
        LossFigures figures = given.figures();
        // Then
        assertThat(figures.outstanding()).isEqualTo("120000.00");
        assertThat(figures.indemnity()).isEqualTo("99000.00");
    }

    @ParameterizedTest
    @CsvSource({"INVOICE_DATE, 90000.00", "DATE_OF_LOSS, 72000.00"})
    void a_limit_in_another_currency_is_converted_at_the_day_of_the_policy(String fx, String indemnity) {
        // Given: a limit of 125,000.00 dollars is 100,000.00 euros at the invoice, 80,000.00 at the loss
        LossCase given = LossCase.under("fx: " + fx)
                .limit("125000", "USD", "2026-01-01", null)
                .invoice("A", "120000.00")
                .declared("2026-05-10")
                .dateOfLoss("2026-08-01")
                .rate("2026-01-10", "EUR", "USD", "1.25")
                .rate("2026-07-31", "EUR", "USD", "1.5625");
        // When
        LossFigures figures = given.figures();
        // Then
        assertThat(figures.indemnity()).isEqualTo(indemnity);
    }

    @Test
    void a_limit_of_which_nobody_knows_the_rate_covers_nothing() {
        // Given
        LossCase given = LossCase.under()
                .limit("125000", "USD", "2026-01-01", null)
                .invoice("A", "120000.00")
                .declared("2026-05-10");
        // When
        LossFigures figures = given.figures();
        // Then
        assertThat(figures.indemnity()).isEqualTo("0.00");
    }

    @Test
    void a_recovery_in_another_currency_is_shared_at_the_rate_of_its_day() {
        // Given: 12,500.00 / 1.25 = 10,000.00; the insurer gets 10,000.00 x 90,000 / 100,000
        LossCase given = LossCase.under()
                .invoice("A", "100000.00")
                .declared("2026-05-10")
                .dateOfLoss("2026-08-01")
                .told(INDEMNITY, "S1", "2026-08-20", "90000.00")
                .payment("2026-09-05", "12500.00", "USD")
                .rate("2026-09-04", "EUR", "USD", "1.25");
        // When
        RecoverySplit.Shared share = given.account().shared().get(0);
        // Then
        assertThat(share.recovery().gross()).isEqualTo("10000.00");
        assertThat(share.insurer()).isEqualTo("9000.00");
        assertThat(share.insured()).isEqualTo("1000.00");
    }

    @ParameterizedTest
    @CsvSource({"P30D, 45000.00", "P29D, 0.00"})
    void a_due_date_beyond_the_maximum_credit_term_is_not_insured(String term, String indemnity) {
        // Given: due 30 days after the invoice
        LossCase given = LossCase.under("maxCreditTerm: {anchor: INVOICE_DATE, period: " + term + "}")
                .invoice("A", "50000.00");
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.indemnity()).isEqualTo(indemnity);
    }
}
