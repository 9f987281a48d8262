package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.calendar.DayEnd;
import io.claimgate.policy.DeadlineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smallest cases in which a law once failed. */
class LawsMendedTest {

    @Test
    void what_became_too_small_to_govern_goes_along_whether_it_was_foreclosed_before_or_not() {
        // Given
        Given given = Given.deadlines(Given.MEP_60, "cover: {insuredPercentage: 90, basis: gross, tolerance: 5}")
                .receivable("A", "100.00", "2026-01-01")
                .receivable("B", "900.00", "2026-04-15")
                .payment("p", "2026-05-01", "97.00");
        ExposurePicture fresh = given.on("2026-05-20");
        // When
        ExposurePicture foreclosedBefore = given.foreclose("A").on("2026-05-20");
        // Then
        assertThat(foreclosedBefore).isEqualTo(fresh);
        assertThat(fresh.declaration().amount()).isEqualTo("903.00");
    }

    @Test
    void what_is_closed_with_something_open_still_becomes_overdue_in_its_time() {
        // Given
        Given given = Given.mep60().receivable("A", "100.00", "2026-03-31");
        given.claim = new ClaimFacts(
                "K",
                ClaimFacts.Phase.ACCEPTED,
                Instant.parse("2026-03-10T10:00:00Z"),
                1,
                Map.of(1L, new BigDecimal("100.00")),
                new ClaimProgress(ClaimProgress.Reached.RECOVERED, null, null));
        // When
        ExposurePicture picture = given.at(Instant.parse("2026-03-15T10:00:00Z"));
        // Then
        assertThat(picture.overdue()).isEqualTo("0.00");
        assertThat(picture.nextActionAt()).isEqualTo("2026-03-31T22:00:00Z");
    }

    @Test
    void a_date_of_loss_to_come_is_looked_at_on_its_day() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "100.00", "2026-03-31")
                .payment("p", "2026-04-02", "100.00")
                .event(EventKind.DATE_OF_LOSS, "2026-08-01");
        // When
        ExposurePicture before = given.on("2026-07-31");
        // Then
        assertThat(before.dateOfLoss()).isNull();
        assertThat(before.nextActionAt()).isEqualTo("2026-07-31T22:00:00Z");
        assertThat(given.at(before.nextActionAt()).dateOfLoss()).isEqualTo("2026-08-01");
    }

    @Test
    void the_day_on_which_a_plan_is_void_is_looked_at_also_where_the_close_has_passed() {
        // Given
        Given given = Given.deadlines(Given.TWO_TO_FOUR_MONTHS)
                .receivable("A", "100.00", "2026-03-31")
                .event(EventKind.PAYMENT_PLAN, "2026-05-01", null, null, "2026-09-15");
        ExposurePicture before = given.on("2026-09-01");
        // When
        ExposurePicture after = given.at(before.nextActionAt());
        // Then
        assertThat(before.nextActionAt()).isEqualTo("2026-09-15T22:00:00Z");
        assertThat(Given.declaration(before).actsOn()).isEqualTo("2026-07-28");
        assertThat(Given.declaration(after).actsOn()).isEqualTo("2026-06-29");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void of_two_events_of_one_day_the_one_we_were_aware_of_first_counts(int one, int other) {
        // Given
        List<EventFacts> told = List.of(insolvency("2026-05-07"), insolvency("2026-05-09"));
        Given given = Given.deadlines(Given.MEP_60 + "insolvency: {closes: AWARENESS + P10D}\n")
                .receivable("A", "100.00", "2026-04-30");
        given.events.addAll(List.of(told.get(one), told.get(other)));
        // When
        ExposurePicture picture = given.on("2026-05-10");
        // Then
        assertThat(picture.deadline(DeadlineKind.INSOLVENCY).orElseThrow().closesOn())
                .isEqualTo("2026-05-17");
    }

    @Test
    void payments_that_move_nothing_are_told_in_the_order_of_their_days() {
        // Given
        Given given = Given.mep60().receivable("A", "100.00", "2026-03-31");
        given.returned("later", "2026-05-02", "1.00").returned("earlier", "2026-05-01", "1.00");
        // When
        ExposurePicture picture = given.on("2026-05-10");
        // Then
        assertThat(picture.unmatchedPayments()).containsExactly(2L, 1L);
    }

    @Test
    void a_receivable_stops_no_cover_before_it_was_issued() {
        // Given
        Given given = Given.deadlines("""
                        cover-stop: {closes: DELIVERY_DATE + P2D}
                        declaration: {closes: ORIGINAL_DUE_DATE + P90D}
                        """).receivable("A", "100.00", "2026-03-10", "2026-03-31", "2026-03-01");
        // When
        CoverHistory cover = given.on("2026-05-10").cover();
        // Then
        assertThat(cover.covered(LocalDate.of(2026, 3, 9))).isTrue();
        assertThat(cover.firstUncoveredDay()).isEqualTo("2026-03-10");
    }

    @Test
    void what_was_never_above_the_tolerance_stops_no_cover() {
        // Given
        Given given = Given.deadlines("""
                        cover-stop: {closes: DELIVERY_DATE + P2D}
                        declaration: {closes: ORIGINAL_DUE_DATE + P90D}
                        """, "cover: {insuredPercentage: 90, basis: gross, tolerance: 5}")
                .receivable("A", "4.00", "2026-03-10", "2026-03-31", "2026-03-01");
        // When
        CoverHistory cover = given.on("2026-05-10").cover();
        // Then
        assertThat(cover.gaps()).isEmpty();
    }

    @Test
    void what_only_an_unconfirmed_payment_keeps_open_is_not_reopened_once_the_insurer_has_the_claim() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "100.00", "2026-03-31")
                .receivable("B", "100.00", "2026-04-30")
                .fall("A", "2026-04-10", "99.00")
                .fall("B", "2026-04-10", "100.00")
                .payment("p", "2026-04-12", "1.00")
                .returned("p", "2026-05-20", "1.00");
        given.mode = PaymentsMode.IMPLIED;
        given.declared("2026-05-26T10:00:00Z");
        // When
        ExposurePicture picture = given.on("2026-06-28");
        // Then
        assertThat(given.of(picture, "A").state()).isEqualTo(ReceivableState.SETTLED);
        assertThat(given.of(picture, "A").clockOutstanding()).isEqualTo("1.00");
        assertThat(given.of(picture, "A").reopenedOn()).isEqualTo("2026-05-20");
        assertThat(picture.reopenedNearClose()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2028-03-26, 02:30, 2028-03-26T01:00:00Z",
        "2028-10-29, 02:30, 2028-10-29T00:30:00Z",
        "2028-02-29, 17:30, 2028-02-29T16:30:00Z",
        "2028-03-25, , 2028-03-25T23:00:00Z",
        "2028-03-26, , 2028-03-26T22:00:00Z"
    })
    void a_day_ends_when_the_clock_on_the_wall_says_so(LocalDate day, LocalTime cutOff, Instant end) {
        // When
        Instant over = new DayEnd(ZoneId.of("Europe/Paris"), cutOff).endOf(day);
        // Then
        assertThat(over).isEqualTo(end);
    }

    private static EventFacts insolvency(String aware) {
        return new EventFacts(
                EventKind.INSOLVENCY,
                LocalDate.of(2026, 5, 5),
                LocalDate.parse(aware),
                null,
                LocalDate.of(2026, 5, 20),
                null,
                null,
                null);
    }
}
