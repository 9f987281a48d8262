package io.claimgate.recovery;

import static io.claimgate.recovery.InsurerResult.SettlementKind.DECISION;
import static io.claimgate.recovery.InsurerResult.SettlementKind.INDEMNITY;
import static io.claimgate.recovery.InsurerResult.SettlementKind.RECOVERY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the handbook of money from outstanding to recovery, by their number. Those of the ledger stand beside it. */
class MoneyExamplesTest {

    @Test
    void example_2_what_was_collected_before_the_loss_frees_the_limit() {
        // Given
        LossCase given = LossCase.under()
                .limit("100000", "2026-01-01")
                .invoice("A", "120000.00")
                .payment("2026-05-01", "30000.00");
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.base()).isEqualTo("90000.00");
        assertThat(loss.indemnity()).isEqualTo("81000.00");
    }

    @Test
    void example_3_costs_are_shared_before_the_split() {
        // Given
        LossCase given = LossCase.under()
                .limit("100000", "2026-01-01")
                .invoice("A", "120000.00")
                .declared("2026-05-10")
                .dateOfLoss("2026-08-01")
                .told(INDEMNITY, "S1", "2026-08-20", "90000.00")
                .told(RECOVERY, "S2", "2026-09-01", "24000.00", "2400.00", null);
        // When
        RecoverySplit.Shared share = given.account().shared().get(0);
        // Then
        assertThat(share.recovery().net()).isEqualTo("21600.00");
        assertThat(share.insurer()).isEqualTo("16200.00");
        assertThat(share.insured()).isEqualTo("5400.00");
    }

    @Test
    void example_4_a_part_payment_is_shared_over_net_and_tax() {
        // Given
        LossCase given = LossCase.under("cover: {insuredPercentage: 90, basis: net, withoutLimit: covered}")
                .invoice("A", "12000.00", "10000.00", "2026-01-10", "0")
                .payment("2026-03-01", "6000.00");
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.base()).isEqualTo("5000.00");
        assertThat(loss.indemnity()).isEqualTo("4500.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            threshold, deductible, insuredPercentage, aggregateFirstLoss |     0 | 31500.00
            threshold, insuredPercentage, deductible, aggregateFirstLoss |     0 | 31000.00
            threshold, aggregateFirstLoss, deductible, insuredPercentage | 20000 | 13500.00
            threshold, deductible, insuredPercentage, aggregateFirstLoss | 20000 | 11500.00
            """)
    void example_5_the_policy_orders_the_steps(String order, String aggregate, String indemnity) {
        // Given
        LossCase given = LossCase.under(
                        "cover: {insuredPercentage: 90, basis: gross, withoutLimit: covered, deductible: 5000,"
                                + " aggregateFirstLoss: " + aggregate + ", order: [" + order + "]}")
                .invoice("A", "40000.00");
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.indemnity()).isEqualTo(indemnity);
    }

    @ParameterizedTest
    @CsvSource({"500.00, BELOW_THRESHOLD, 0.00", "500.01, , 450.01"})
    void example_6_a_loss_up_to_the_threshold_is_not_claimable(
            String base, Loss.NotClaimable reason, String indemnity) {
        // Given
        LossCase given = LossCase.under("cover: {insuredPercentage: 90, basis: gross, withoutLimit: covered,"
                        + " threshold: {amount: 500.00, basis: gross, scope: buyer}}")
                .invoice("A", base);
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.notClaimable()).isEqualTo(reason);
        assertThat(loss.indemnity()).isEqualTo(indemnity);
    }

    @ParameterizedTest
    @CsvSource({"receivable, 0.00", "buyer, 600.00"})
    void example_7_the_scope_of_a_threshold(String scope, String indemnity) {
        // Given
        LossCase given = LossCase.under("cover: {insuredPercentage: 100, basis: gross, withoutLimit: covered,"
                        + " threshold: {amount: 300, basis: gross, scope: " + scope + "}}")
                .invoice("A", "200.00")
                .invoice("B", "200.00")
                .invoice("C", "200.00");
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.indemnity()).isEqualTo(indemnity);
    }

    @ParameterizedTest
    @CsvSource({"2026-04-28, 2026-05-04, 45000.00", "2026-05-02, 2026-05-04, 0.00", "2026-05-01, 2026-04-20, 0.00"})
    void example_9_a_withdrawal_acts_on_deliveries_from_its_effective_day(
            String delivered, String invoiced, String indemnity) {
        // Given: withdrawn on 1 April, effective on 1 May
        LossCase given = LossCase.under()
                .limit("100000", "2026-01-01", "2026-04-30")
                .invoice("A", "50000.00", null, "EUR", invoiced, delivered, "0");
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.indemnity()).isEqualTo(indemnity);
    }

    @ParameterizedTest
    @CsvSource({
        "50000.00,        , 45000.00, 5000.00, 4500.00",
        "120000.00, 100000, 90000.00, 20000.00, 0",
        "50000.00,        , 45000.00, 60000.00, 45000.00"
    })
    void example_10_a_credit_note_after_the_indemnity_is_owed_back(
            String claim, String limit, String paid, String note, String owed) {
        // Given
        LossCase given = LossCase.under()
                .invoice("A", claim)
                .declared("2026-05-10")
                .told(INDEMNITY, "S1", "2026-08-20", paid)
                .lateNote("N", note, "2026-09-15", "A");
        if (limit != null) {
            given.limit(limit, "2026-01-01");
        }
        // When
        ClaimAccount account = given.account();
        // Then
        assertThat(account.clawedBack()).isEqualByComparingTo(owed);
        assertThat(given.booked().stream().filter(words -> words.startsWith("credit-notes/")))
                .hasSize(account.clawedBack().signum());
    }

    @Test
    void example_14_a_dispute_leaves_the_base_before_the_limit() {
        // Given
        LossCase given = LossCase.under()
                .limit("100000", "2026-01-01")
                .invoice("A", "120000.00", null, "2026-01-10", "30000.00");
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.indemnity()).isEqualTo("81000.00");
    }

    @Test
    void example_15_almost_all_disputed_is_not_claimable_yet() {
        // Given
        LossCase given = LossCase.under("cover: {insuredPercentage: 90, basis: gross, withoutLimit: covered,"
                        + " threshold: {amount: 300, basis: gross, scope: buyer}}")
                .invoice("A", "80000.00", null, "2026-01-10", "79900.00");
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.outstanding()).isEqualTo("80000.00");
        assertThat(loss.base()).isEqualTo("100.00");
        assertThat(loss.notClaimable()).isEqualTo(Loss.NotClaimable.BELOW_THRESHOLD);
    }

    @ParameterizedTest
    @CsvSource({"0, 60000.00, 30000.00, 0.00", "55000.00, 5000.00, 30000.00, 5000.00"})
    void example_16_the_limit_revolves_in_delivery_order(String paid, String a, String b, String c) {
        // Given
        LossCase given = LossCase.under()
                .limit("100000", "2026-01-01")
                .limit("40000", "2026-05-01")
                .invoice("A", "60000.00", null, "2026-04-10", "0")
                .invoice("B", "30000.00", null, "2026-04-20", "0")
                .invoice("C", "20000.00", null, "2026-05-12", "0");
        if (!paid.equals("0")) {
            given.payment("2026-05-20", paid);
        }
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.lines())
                .extracting(line -> line.covered().toPlainString())
                .containsExactly(a, b, c);
    }

    @ParameterizedTest
    @CsvSource({"gross, 75000.00", "net, 90000.00"})
    void example_17_the_limit_has_its_own_basis(String basis, String indemnity) {
        // Given
        LossCase given = LossCase.under(
                        "cover: {insuredPercentage: 90, basis: net, withoutLimit: covered}",
                        "limit: {basis: " + basis + "}")
                .limit("100000", "2026-01-01")
                .invoice("A", "120000.00", "100000.00", "2026-01-10", "0");
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.indemnity()).isEqualTo(indemnity);
    }

    @ParameterizedTest
    @CsvSource({"DATE_OF_LOSS, 120000.00, 90000.00, 18000.00", "INDEMNITY_PAID, 96000.00, 86400.00, "})
    void example_18_from_when_on_money_is_a_recovery(
            String from, String outstanding, String indemnity, String insurersShare) {
        // Given
        LossCase given = LossCase.under("recoverySplit: {from: " + from + "}")
                .limit("100000", "2026-01-01")
                .invoice("A", "120000.00")
                .declared("2026-05-10")
                .dateOfLoss("2026-08-01")
                .payment("2026-08-10", "24000.00")
                .told(INDEMNITY, "S1", "2026-08-20", indemnity);
        // When
        ClaimAccount account = given.account();
        // Then
        assertThat(account.loss().outstanding()).isEqualTo(outstanding);
        assertThat(account.loss().indemnity()).isEqualTo(indemnity);
        assertThat(account.shared())
                .extracting(share -> share.insurer().toPlainString())
                .containsExactlyElementsOf(
                        insurersShare == null ? java.util.List.of() : java.util.List.of(insurersShare));
    }

    @Test
    void example_20_lines_share_the_rounded_total() {
        // Given
        LossCase given = LossCase.under()
                .invoice("A", "33.33", null, "2026-01-10", "0")
                .invoice("B", "33.33", null, "2026-01-11", "0")
                .invoice("C", "33.33", null, "2026-01-12", "0");
        // When
        Loss loss = given.loss();
        // Then
        assertThat(loss.indemnity()).isEqualTo("89.99");
        assertThat(loss.lines())
                .extracting(line -> line.indemnity().toPlainString())
                .containsExactly("29.99", "30.00", "30.00");
    }

    @Test
    void example_21_the_share_follows_the_indemnity_not_the_percentage() {
        // Given
        LossCase given = LossCase.under(
                        "cover: {insuredPercentage: 90, basis: gross, withoutLimit: covered, deductible: 5000,"
                                + " order: [threshold, deductible, insuredPercentage, aggregateFirstLoss]}")
                .invoice("A", "40000.00")
                .declared("2026-05-10")
                .told(DECISION, "D1", "2026-08-15", "31500.00")
                .told(INDEMNITY, "S1", "2026-08-20", "31500.00")
                .payment("2026-09-01", "8000.00");
        // When
        RecoverySplit.Shared share = given.account().shared().get(0);
        // Then
        assertThat(given.figures().indemnity()).isEqualTo("31500.00");
        assertThat(share.insurer()).isEqualTo("6300.00");
        assertThat(share.insured()).isEqualTo("1700.00");
    }
}
