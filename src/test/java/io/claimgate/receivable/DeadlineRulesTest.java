package io.claimgate.receivable;

import static io.claimgate.receivable.Given.MEP_60;
import static io.claimgate.receivable.Given.TWO_TO_FOUR_MONTHS;
import static io.claimgate.receivable.Given.declaration;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.DeadlineStatus;
import io.claimgate.deadline.Warning;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.FactAnchor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineRulesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, NOT_DUE, UPCOMING",
        "2026-04-01, OVERDUE, UPCOMING",
        "2026-05-30, OVERDUE, UPCOMING",
        "2026-05-31, WINDOW_OPEN, OPEN",
        "2026-07-12, WINDOW_OPEN, OPEN",
        "2026-07-13, CLOSING, WARNING",
        "2026-07-31, CLOSING, WARNING",
        "2026-08-01, FORECLOSED, MISSED"
    })
    void a_receivable_goes_through_its_window(String today, ReceivableState state, DeadlineStatus status) {
        // Given
        Given given = Given.deadlines(TWO_TO_FOUR_MONTHS).receivable("A", "1.00", "2026-03-31");
        // When
        ExposurePicture picture = given.on(today);
        // Then
        assertThat(given.of(picture, "A").state()).isEqualTo(state);
        assertThat(declaration(picture).status()).isEqualTo(status);
    }

    @Test
    void a_close_that_lacks_a_fact_of_the_row_is_unknown_and_told() {
        // Given
        Given given = Given.deadlines("declaration: {closes: DELIVERY_DATE + P90D}")
                .receivable("A", "1.00", "2026-03-31")
                .receivable("B", "1.00", "2026-01-01", "2026-04-30", "2026-04-01");
        // When
        ExposurePicture picture = given.on("2026-05-01");
        // Then
        assertThat(picture.unknown())
                .containsExactly(new UnknownDate(given.id("A"), DeadlineKind.DECLARATION, FactAnchor.DELIVERY_DATE));
        assertThat(declaration(picture).governedBy()).isEqualTo(given.id("B"));
    }

    @Test
    void a_close_that_nobody_knows_is_a_deadline_of_unknown_status() {
        // Given
        Given given =
                Given.deadlines("declaration: {closes: DELIVERY_DATE + P90D}").receivable("A", "1.00", "2026-03-31");
        // When
        ExposurePicture picture = given.on("2026-05-01");
        // Then
        assertThat(declaration(picture).status()).isEqualTo(DeadlineStatus.UNKNOWN);
        assertThat(declaration(picture).closesOn()).isNull();
        assertThat(answer(picture.declaration().eligibility())).isEqualTo("NO_DEADLINE");
    }

    @Test
    void a_clock_whose_event_has_not_happened_does_not_exist() {
        // Given
        Given given = Given.deadlines(
                        MEP_60 + "insolvency: {closes: AWARENESS + P10D}\ndocuments: {closes: DECLARED + P30D}")
                .receivable("A", "1.00", "2026-03-31");
        // When
        ExposurePicture picture = given.on("2026-05-01");
        // Then
        assertThat(picture.deadlines())
                .extracting(deadline -> deadline.kind().name())
                .containsExactly("cover-stop", "declaration");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-10, ",
        "2026-06-11, 15",
        "2026-06-18, 15",
        "2026-06-19, 7",
        "2026-06-23, 3",
        "2026-06-24, 3",
        "2026-06-25, 1",
        "2026-06-26, 0",
        "2026-06-27, 0",
        "2026-06-28, "
    })
    void the_step_reached_is_the_smallest_one(String today, @Nullable Integer step) {
        // Given: closes on Saturday 27 June, safe on Friday
        Given given = Given.deadlines("declaration: {closes: ORIGINAL_DUE_DATE + P88D}")
                .receivable("A", "1.00", "2026-03-31");
        // When
        ExposurePicture picture = given.on(today);
        // Then
        assertThat(declaration(picture).safeOn()).isEqualTo("2026-06-26");
        assertThat(picture.warnings()).extracting(Warning::step).isEqualTo(step == null ? List.of() : List.of(step));
    }

    @ParameterizedTest
    @CsvSource({
        "99.99, , , 2026-08-28",
        "100.00, , , 2026-08-28",
        "100.01, , , 2026-06-29",
        "100.01, 2026-04-30, 0.01, 2026-08-28",
        "100.01, 2026-05-01, 0.01, 2026-08-28",
        "100.01, 2026-05-02, 0.01, 2026-06-29"
    })
    void a_capped_overlay_holds_while_the_total_overdue_was_never_above_the_cap(
            String amount, @Nullable String paidOn, @Nullable String paid, String closes) {
        // Given: A 400.00 due on 31 March, more of B overdue from 1 May; the cap is 500.00 up to 29 June
        Given given = Given.deadlines(
                        MEP_60,
                        "overlays: [{id: relief, source: circular 7, dated: 2026-01-01, kind: declaration, overdueAtMost: 500.00, closes: END_OF_COVER_STOP + P90D}]")
                .receivable("A", "400.00", "2026-03-31")
                .receivable("B", amount, "2026-04-30");
        if (paidOn != null) {
            given.payment("p", paidOn, paid);
        }
        // When
        Deadline deadline = declaration(given.on("2026-05-10"));
        // Then
        assertThat(deadline.governedBy()).isEqualTo(given.id("A"));
        assertThat(deadline.closesOn()).isEqualTo(closes);
    }

    @Test
    void a_deposit_that_nothing_was_delivered_against_is_no_receivable() {
        // Given
        Given given = Given.mep60().receivable("A", "1.00", "2026-03-31");
        ReceivableFacts a = given.facts("A");
        given.add(new ReceivableFacts(
                9,
                "D",
                1,
                "386",
                a.issueDate(),
                a.originalDueDate(),
                null,
                null,
                "EUR",
                a.gross(),
                null,
                a.disputed(),
                null,
                false,
                null));
        // When
        ExposurePicture picture = given.on("2026-04-05");
        // Then
        assertThat(picture.receivables()).extracting(ReceivablePicture::id).containsExactly(given.id("A"));
    }

    @Test
    void a_cut_off_hour_ends_the_last_day() {
        // Given
        Given given = Given.deadlines(MEP_60, "cutOff: \"18:00\"").receivable("A", "1.00", "2026-03-31");
        // When
        ExposurePicture before = given.at(Instant.parse("2026-06-29T15:59:59Z"));
        ExposurePicture after = given.at(Instant.parse("2026-06-29T16:00:00Z"));
        // Then
        assertThat(before.newlyForeclosed()).isEmpty();
        assertThat(before.nextActionAt()).isEqualTo("2026-06-29T16:00:00Z");
        assertThat(after.newlyForeclosed()).containsExactly(given.id("A"));
    }

    @Test
    void a_deadline_explains_itself() {
        // Given
        Given given = Given.deadlines(TWO_TO_FOUR_MONTHS).receivable("A", "1.00", "2026-03-31");
        // When
        Deadline deadline = declaration(given.on("2026-05-01"));
        // Then
        assertThat(deadline.rule()).isEqualTo("TEST-2026/declaration@1: ORIGINAL_DUE_DATE + P4M");
        assertThat(deadline.explanation())
                .isEqualTo(
                        "Declaration: by Fri 2026-07-31 at the latest, that is the original due date 2026-03-31 + 4 months."
                                + " Safe date: Tue 2026-07-28, the last business day on or before 2026-07-31, less 3 business days (calendar: France)."
                                + " Opens on Sun 2026-05-31, that is the original due date 2026-03-31 + 2 months."
                                + " Planned on Mon 2026-06-29, that is the original due date 2026-03-31 + 90 days."
                                + " The machine declares on Mon 2026-06-29. Invoice A decides: it closes first."
                                + " Rule TEST-2026/declaration@1 of policy TEST-2026, version 1.");
    }

    @Test
    void a_composite_explains_its_choice() {
        // Given
        Given given = Given.deadlines(MEP_60.lines().findFirst().orElseThrow()
                        + "\ndeclaration: {closes: {latestOf: [DELIVERY_DATE + P180D, END_OF_COVER_STOP + P90D]}}")
                .receivable("A", "1.00", "2026-03-31");
        // When
        Deadline deadline = declaration(given.on("2026-05-01"));
        // Then
        assertThat(deadline.explanation())
                .contains("by Fri 2026-08-28 at the latest, that is the latest of these dates:"
                        + " (1) the delivery date (not known yet) + 180 days;"
                        + " (2) the cover stop 2026-05-30 (the original due date 2026-03-31 + 60 days) + 90 days = Fri 2026-08-28."
                        + " This is provisional: the delivery date is not known yet and may change it.");
    }

    private static String answer(Eligibility eligibility) {
        if (eligibility instanceof Eligibility.Eligible eligible) {
            return eligible.early() ? "EARLY" : "ALLOWED";
        }
        return ((Eligibility.Refused) eligibility).reason().name();
    }
}
