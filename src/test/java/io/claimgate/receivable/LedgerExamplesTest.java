package io.claimgate.receivable;

import static io.claimgate.receivable.Given.day;
import static io.claimgate.receivable.Given.declaration;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The worked examples of the handbook of money that concern the insurer's ledger, by their number. */
class LedgerExamplesTest {

    @Test
    void example_1_the_oldest_is_paid_first_whatever_the_debtor_meant() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "10000.00", "2026-03-01")
                .receivable("B", "20000.00", "2026-04-01")
                .payment("for B", "2026-05-20", "12000.00");
        // When
        ExposurePicture picture = given.on("2026-05-25");
        // Then
        assertThat(given.of(picture, "A").outstanding()).isEqualTo("0.00");
        assertThat(given.of(picture, "B").outstanding()).isEqualTo("18000.00");
        assertThat(declaration(picture).governedBy()).isEqualTo(given.id("B"));
        assertThat(picture.cover().covered(day("2026-04-30"))).isTrue();
        assertThat(picture.cover().covered(day("2026-05-01"))).isFalse();
        assertThat(picture.cover().covered(day("2026-05-20"))).isFalse();
        assertThat(picture.cover().covered(day("2026-05-21"))).isTrue();
        assertThat(picture.coverStoppedOn()).isNull();
    }

    @Test
    void example_8_a_prepayment_of_a_new_order_pays_the_oldest_debt() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "20000.00", "2026-03-01")
                .receivable("B", "30000.00", "2026-04-01")
                .payment("for the order of May", "2026-05-02", "8000.00");
        // When
        ExposurePicture picture = given.on("2026-05-10");
        // Then
        assertThat(picture.outstanding()).isEqualTo("42000.00");
        assertThat(given.of(picture, "A").outstanding()).isEqualTo("12000.00");
        assertThat(given.of(picture, "B").outstanding()).isEqualTo("30000.00");
    }

    @Test
    void example_8_goods_taken_back_reduce_the_invoice_that_they_were_on() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "20000.00", "2026-03-01")
                .receivable("B", "30000.00", "2026-04-01")
                .creditNote("R", "8000.00", "2026-05-02", "B");
        // When
        ExposurePicture picture = given.on("2026-05-10");
        // Then
        assertThat(picture.outstanding()).isEqualTo("42000.00");
        assertThat(given.of(picture, "A").outstanding()).isEqualTo("20000.00");
        assertThat(given.of(picture, "B").outstanding()).isEqualTo("22000.00");
    }

    @Test
    void example_12_a_tied_credit_note_reduces_its_invoice() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "10000.00", "2026-03-01")
                .receivable("B", "20000.00", "2026-04-01")
                .creditNote("N", "12000.00", "2026-04-10", "B");
        // When
        ExposurePicture picture = given.on("2026-04-20");
        // Then
        assertThat(given.of(picture, "A").outstanding()).isEqualTo("10000.00");
        assertThat(given.of(picture, "B").outstanding()).isEqualTo("8000.00");
        assertThat(declaration(picture).closesOn()).isEqualTo("2026-05-30");
    }

    @Test
    void example_13_a_payment_reaches_only_what_was_issued_by_its_day() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "10000.00", "2026-02-01", "2026-04-02", null)
                .receivable("B", "10000.00", "2026-03-05", "2026-03-12", null)
                .payment("p", "2026-03-01", "10000.00");
        // When
        ExposurePicture picture = given.on("2026-04-20");
        // Then
        assertThat(given.of(picture, "A").state()).isEqualTo(ReceivableState.SETTLED);
        assertThat(declaration(picture).governedBy()).isEqualTo(given.id("B"));
    }

    @Test
    void example_19_an_unexplained_fall_pays_the_oldest_but_the_clock_waits_for_a_person() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "10000.00", "2026-03-01")
                .receivable("B", "20000.00", "2026-04-01")
                .fall("B", "2026-04-20", "20000.00");
        given.mode = PaymentsMode.IMPLIED;
        // When
        ExposurePicture picture = given.on("2026-04-25");
        // Then
        assertThat(given.of(picture, "A").outstanding()).isEqualTo("0.00");
        assertThat(given.of(picture, "B").outstanding()).isEqualTo("10000.00");
        assertThat(declaration(picture).governedBy()).isEqualTo(given.id("A"));
        assertThat(declaration(picture).closesOn()).isEqualTo("2026-05-30");
        assertThat(picture.outstanding()).isEqualTo("10000.00");
    }

    @Test
    void what_is_left_of_a_tied_credit_note_goes_to_the_oldest() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "100.00", "2026-03-01")
                .receivable("B", "50.00", "2026-04-01")
                .creditNote("N", "70.00", "2026-04-10", "B");
        // When
        ExposurePicture picture = given.on("2026-04-20");
        // Then
        assertThat(given.of(picture, "A").outstanding()).isEqualTo("80.00");
        assertThat(given.of(picture, "B").state()).isEqualTo(ReceivableState.SETTLED);
    }

    @Test
    void money_that_comes_too_early_waits_for_the_next_invoice() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "100.00", "2026-03-01", "2026-04-01", null)
                .payment("p", "2026-02-01", "30.00");
        // When
        ExposurePicture picture = given.on("2026-04-20");
        // Then
        assertThat(picture.outstanding()).isEqualTo("70.00");
    }

    @Test
    void a_return_of_a_payment_that_nobody_knows_moves_nothing_and_is_told() {
        // Given
        Given given = Given.mep60().receivable("A", "100.00", "2026-03-01").returned("unknown", "2026-04-01", "5.00");
        // When
        ExposurePicture picture = given.on("2026-04-20");
        // Then
        assertThat(picture.outstanding()).isEqualTo("100.00");
        assertThat(picture.unmatchedPayments()).containsExactly(1L);
    }

    @Test
    void cleared_by_absence_is_settled_without_a_payment_and_reopens_with_its_first_anchors() {
        // Given
        Given given = Given.mep60().receivable("A", "100.00", "2026-03-01");
        ReceivableFacts listed = given.facts("A");
        // When
        ExposurePicture absent = given.add(Copies.absent(listed)).on("2026-04-20");
        ExposurePicture back = given.add(listed).on("2026-04-20");
        // Then
        assertThat(absent.settled()).isTrue();
        assertThat(declaration(back).closesOn()).isEqualTo("2026-05-30");
    }

    @Test
    void other_currencies_keep_their_clocks_and_stay_out_of_the_sums() {
        // Given
        Given given = Given.mep60().receivable("A", "100.00", "2026-03-01").receivable("B", "50.00", "2026-04-01");
        given.add(Copies.in(given.facts("A"), "USD"));
        // When
        ExposurePicture picture = given.on("2026-04-20");
        // Then
        assertThat(picture.outstanding()).isEqualTo("50.00");
        assertThat(picture.foreignCurrency()).containsOnlyKeys("USD");
        assertThat(declaration(picture).governedBy()).isEqualTo(given.id("A"));
        assertThat(picture.declaration().lines()).hasSize(2);
        assertThat(picture.declaration().amount()).isEqualTo("50.00");
    }
}
