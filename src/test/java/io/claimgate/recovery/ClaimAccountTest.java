package io.claimgate.recovery;

import static io.claimgate.recovery.InsurerResult.SettlementKind.CLAWBACK;
import static io.claimgate.recovery.InsurerResult.SettlementKind.COST;
import static io.claimgate.recovery.InsurerResult.SettlementKind.DECISION;
import static io.claimgate.recovery.InsurerResult.SettlementKind.INDEMNITY;
import static io.claimgate.recovery.InsurerResult.SettlementKind.RECOVERY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the books must show of everything that happened to a claim's money. */
class ClaimAccountTest {

    @Test
    void what_is_paid_beyond_what_was_decided_was_acknowledged_by_paying_it() {
        // Given
        LossCase given = loss().told(DECISION, "D", "2026-08-15", "50000.00")
                .told(INDEMNITY, "S1", "2026-08-20", "40000.00")
                .told(INDEMNITY, "S2", "2026-08-25", "50000.00");
        // When
        List<String> booked = given.booked();
        // Then
        assertThat(booked)
                .containsExactly(
                        "D INDEMNITY_ACKNOWLEDGED 50000.00",
                        "S2/acknowledged INDEMNITY_ACKNOWLEDGED 40000.00",
                        "S1 INDEMNITY_PAID 40000.00",
                        "S2 INDEMNITY_PAID 50000.00");
    }

    @Test
    void a_refusal_takes_back_what_was_acknowledged_and_not_paid() {
        // Given
        LossCase given = loss().told(DECISION, "D", "2026-08-15", "90000.00").refused();
        // When
        List<String> booked = given.booked();
        // Then
        assertThat(booked).isEmpty();
    }

    @Test
    void at_the_end_nothing_more_is_expected_than_was_paid() {
        // Given
        LossCase given = loss().told(DECISION, "D", "2026-08-15", "90000.00")
                .told(INDEMNITY, "S", "2026-08-20", "85000.00")
                .closed();
        // When
        List<String> booked = given.booked();
        // Then
        assertThat(booked).containsExactly("D INDEMNITY_ACKNOWLEDGED 85000.00", "S INDEMNITY_PAID 85000.00");
    }

    @Test
    void the_insurer_gets_no_more_than_it_paid() {
        // Given
        LossCase given = loss().told(INDEMNITY, "S", "2026-08-20", "90000.00")
                .told(RECOVERY, "R1", "2026-09-01", "100000.00", null, "80000.00")
                .told(RECOVERY, "R2", "2026-09-02", "20000.00");
        // When
        List<String> booked = given.booked();
        // Then: 15,000 would be its share, 10,000 are left of the indemnity
        assertThat(booked)
                .contains(
                        "R1 RECOVERY_BY_INSURER 100000.00 = 80000.00 + 20000.00",
                        "R2 RECOVERY_BY_INSURER 20000.00 = 10000.00 + 10000.00");
    }

    @Test
    void what_the_insurer_collected_before_the_loss_lowers_it() {
        // Given
        LossCase given =
                loss().told(RECOVERY, "R", "2026-07-01", "20000.00").told(INDEMNITY, "S", "2026-08-20", "90000.00");
        // When
        ClaimAccount account = given.account();
        // Then
        assertThat(account.loss().outstanding()).isEqualTo("100000.00");
        assertThat(account.remaining()).isEqualTo("100000.00");
        assertThat(given.booked()).contains("R RECOVERY_BY_INSURER 20000.00 = 0.00 + 20000.00");
    }

    @Test
    void the_buyers_payments_are_recoveries_up_to_the_loss_and_once_the_insurer_paid() {
        // Given
        LossCase unpaid = loss().dateOfLoss("2026-08-01").payment("2026-08-10", "30000.00");
        LossCase paid = loss().dateOfLoss("2026-08-01")
                .payment("2026-08-10", "30000.00")
                .payment("2026-09-10", "100000.00")
                .told(INDEMNITY, "S", "2026-08-20", "90000.00");
        // When
        List<String> before = unpaid.booked();
        // Then
        assertThat(before).isEmpty();
        assertThat(paid.booked())
                .contains(
                        "payment/1 RECOVERY_BY_INSURED 30000.00 = 22500.00 + 7500.00",
                        "payment/2 RECOVERY_BY_INSURED 90000.00 = 67500.00 + 22500.00");
        assertThat(paid.account().remaining()).isEqualTo("0.00");
    }

    @Test
    void a_clawback_lowers_the_insurers_share_of_what_comes_in() {
        // Given
        LossCase given = loss().told(INDEMNITY, "S", "2026-08-20", "90000.00")
                .told(CLAWBACK, "C", "2026-08-25", "30000.00")
                .told(COST, "K", "2026-08-26", "120.50")
                .payment("2026-09-01", "12000.00");
        // When
        List<String> booked = given.booked();
        // Then
        assertThat(booked)
                .contains(
                        "payment/1 RECOVERY_BY_INSURED 12000.00 = 6000.00 + 6000.00",
                        "K COSTS_CHARGED 120.50",
                        "C CLAWBACK 30000.00");
    }

    @Test
    void a_credit_note_beyond_the_insurers_own_demand_is_owed_as_well() {
        // Given
        LossCase given = loss().told(INDEMNITY, "S", "2026-08-20", "108000.00")
                .lateNote("N", "10000.00", "2026-09-10", "A")
                .told(CLAWBACK, "C", "2026-09-20", "5000.00");
        // When
        List<String> booked = given.booked();
        // Then
        assertThat(booked).contains("C CLAWBACK 5000.00", "credit-notes/K CLAWBACK 4000.00");
    }

    @Test
    void a_credit_note_on_a_loss_without_known_cover_is_a_persons() {
        // Given
        LossCase given = LossCase.under("cover: {insuredPercentage: 90, basis: gross, withoutLimit: uncovered}")
                .invoice("A", "120000.00")
                .declared("2026-05-10")
                .told(INDEMNITY, "S", "2026-08-20", "108000.00")
                .lateNote("N", "10000.00", "2026-09-10", "A");
        // When
        LossFigures figures = given.figures();
        // Then
        assertThat(figures.creditUnknown()).isTrue();
        assertThat(figures.creditedBack()).isEqualByComparingTo("0");
    }

    private static LossCase loss() {
        return LossCase.under().invoice("A", "120000.00").declared("2026-05-10");
    }
}
