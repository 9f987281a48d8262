package io.claimgate.receivable;

import static io.claimgate.receivable.Given.MEP_60;
import static io.claimgate.receivable.Given.coverStop;
import static io.claimgate.receivable.Given.day;
import static io.claimgate.receivable.Given.declaration;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.deadline.Deadline;
import io.claimgate.policy.DeadlineKind;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the handbook of deadlines by their number, 1 to 13: how a date is made. */
class DeadlineExamplesTest {

    @Test
    void example_1_a_postponement_moves_nothing() {
        // Given
        Given given = Given.mep60().receivable("A", "1000.00", "2026-03-31");
        given.add(Copies.postponedTo(given.facts("A"), day("2026-05-15")));
        // When
        ExposurePicture picture = given.on("2026-04-10");
        // Then
        assertThat(coverStop(picture).closesOn()).isEqualTo("2026-05-30");
        assertThat(declaration(picture).closesOn()).isEqualTo("2026-06-29");
        assertThat(given.of(picture, "A").state()).isEqualTo(ReceivableState.WINDOW_OPEN);
    }

    @ParameterizedTest
    @CsvSource({"P2M, 2026-02-28", "P60D, 2026-03-01"})
    void example_2_months_clamp_to_the_last_day_and_days_are_counted(String period, String closes) {
        // Given
        Given given = Given.deadlines(
                        "declaration: {closes: {anchor: ORIGINAL_DUE_DATE, period: %s}}".formatted(period))
                .receivable("A", "1.00", "2025-12-31");
        // When
        Deadline deadline = declaration(given.on("2026-01-01"));
        // Then
        assertThat(deadline.closesOn()).isEqualTo(closes);
    }

    @Test
    void example_3_several_months_are_added_at_once_and_keep_the_day() {
        // Given
        Given given = Given.deadlines("declaration: {closes: {anchor: ORIGINAL_DUE_DATE, period: P2M}}")
                .receivable("A", "1.00", "2026-01-31");
        // When
        Deadline deadline = declaration(given.on("2026-02-01"));
        // Then
        assertThat(deadline.closesOn()).isEqualTo("2026-03-31");
    }

    @ParameterizedTest
    @CsvSource({"2026-09-14, ", "2026-09-15, 2026-09-15"})
    void example_4_the_last_day_counts_in_full(String paidOn, @Nullable String stoppedOn) {
        // Given
        Given given = Given.mep60().receivable("A", "1000.00", "2026-07-16").payment("p", paidOn, "1000.00");
        // When
        CoverHistory cover = given.on("2026-09-20").cover();
        // Then
        assertThat(cover.firstUncoveredDay()).isEqualTo(stoppedOn == null ? null : day(stoppedOn));
    }

    @Test
    void example_4_the_breach_begins_at_midnight_in_the_zone_of_the_policy() {
        // Given
        Given given = Given.mep60().receivable("A", "1000.00", "2026-07-16");
        // When
        ExposurePicture before = given.at(Instant.parse("2026-09-14T21:59:59Z"));
        ExposurePicture after = given.at(Instant.parse("2026-09-14T22:00:00Z"));
        // Then
        assertThat(coverStop(before).closesOn()).isEqualTo("2026-09-14");
        assertThat(before.coverStoppedOn()).isNull();
        assertThat(after.coverStoppedOn()).isEqualTo("2026-09-15");
    }

    @Test
    void example_5_a_contracts_close_stays_and_a_statutory_one_rolls() {
        // Given
        Given given = Given.deadlines(
                        MEP_60 + "proof-of-claim: {closes: ORIGINAL_DUE_DATE + P60D, roll: next-working-day}")
                .receivable("A", "1000.00", "2026-03-31");
        // When
        ExposurePicture picture = given.on("2026-05-01");
        // Then
        assertThat(coverStop(picture).closesOn()).isEqualTo("2026-05-30");
        assertThat(coverStop(picture).safeOn()).isEqualTo("2026-05-29");
        assertThat(picture.deadline(DeadlineKind.PROOF_OF_CLAIM).orElseThrow())
                .returns(day("2026-06-01"), Deadline::closesOn)
                .returns(day("2026-05-30"), Deadline::unrolledOn)
                .returns(day("2026-05-29"), Deadline::safeOn);
    }

    @Test
    void example_6_the_oldest_governs_and_the_whole_outstanding_goes() {
        // Given
        Given given = example6();
        // When
        ExposurePicture picture = given.on("2026-05-10");
        // Then
        assertThat(coverStop(picture).closesOn()).isEqualTo("2026-04-30");
        assertThat(picture.coverStoppedOn()).isEqualTo("2026-05-01");
        assertThat(declaration(picture))
                .returns(day("2026-05-30"), Deadline::closesOn)
                .returns(day("2026-05-29"), Deadline::safeOn)
                .returns(given.id("A"), Deadline::governedBy)
                .returns(new BigDecimal("97100.00"), Deadline::amountAtRisk);
        assertThat(picture.declaration().lines()).hasSize(3);
    }

    @Test
    void example_6_a_missed_close_forecloses_one_and_the_rest_goes_by_the_next() {
        // Given
        Given given = example6();
        // When
        ExposurePicture picture = given.on("2026-05-31");
        // Then
        assertThat(given.of(picture, "A").state()).isEqualTo(ReceivableState.FORECLOSED);
        assertThat(picture.newlyForeclosed()).containsExactly(given.id("A"));
        assertThat(declaration(picture))
                .returns(day("2026-07-14"), Deadline::closesOn)
                .returns(day("2026-07-13"), Deadline::safeOn)
                .returns(given.id("B"), Deadline::governedBy)
                .returns(new BigDecimal("97000.00"), Deadline::amountAtRisk);
        assertThat(coverStop(picture).governedBy()).isEqualTo(given.id("A"));
        assertThat(picture.coverStoppedOn()).isEqualTo("2026-05-01");
    }

    @ParameterizedTest
    @CsvSource({"P120D, 2026-05-15, 2026-06-14, 2026-06-12", "P180D, 2026-07-14, 2026-08-13, 2026-08-13"})
    void example_7_clocks_from_the_invoice_date(String term, String coverStop, String closes, String safe) {
        // Given
        Given given = Given.deadlines("""
                        cover-stop: {closes: {anchor: INVOICE_DATE, period: %s}}
                        declaration: {closes: {anchor: END_OF_COVER_STOP, period: P30D}}
                        """.formatted(term)).receivable("A", "1.00", "2026-01-15", "2026-02-15", null);
        // When
        ExposurePicture picture = given.on("2026-02-01");
        // Then
        assertThat(coverStop(picture).closesOn()).isEqualTo(coverStop);
        assertThat(declaration(picture).closesOn()).isEqualTo(closes);
        assertThat(declaration(picture).safeOn()).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01, false", ", true", "2026-03-15, false"})
    void example_8_the_latest_of_two_and_provisional_without_a_delivery_date(
            @Nullable String delivered, boolean provisional) {
        // Given
        Given given = Given.deadlines("""
                        cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P60D}}
                        declaration: {closes: {latestOf: [{anchor: DELIVERY_DATE, period: P180D}, {anchor: END_OF_COVER_STOP, period: P90D}]}}
                        """).receivable("A", "1.00", "2026-02-01", "2026-03-31", delivered);
        // When
        Deadline deadline = declaration(given.on("2026-04-01"));
        // Then
        assertThat(deadline.closesOn()).isEqualTo("2026-03-15".equals(delivered) ? "2026-09-11" : "2026-08-28");
        assertThat(deadline.provisional()).isEqualTo(provisional);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-20, 2026-06-30", "2026-08-25, 2026-08-30"})
    void example_9_the_earliest_of_awareness_and_opening(String aware, String closes) {
        // Given
        Given given = Given.deadlines(
                        MEP_60 + "insolvency: {closes: {earliestOf: [AWARENESS + P10D, INSOLVENCY_OPENED + P90D]}}")
                .receivable("A", "1.00", "2026-08-31")
                .event(EventKind.INSOLVENCY, "2026-06-01", aware, null, null);
        // When
        ExposurePicture picture = given.on("2026-06-21");
        // Then
        assertThat(picture.deadline(DeadlineKind.INSOLVENCY).orElseThrow().closesOn())
                .isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource({"P2M, 2026-07-20, 2026-07-20", "P4M, 2026-09-21, 2026-09-18"})
    void example_10_insolvency_has_its_own_clocks_and_stops_cover(String proof, String proofBy, String proofSafe) {
        // Given
        Given given = Given.deadlines(MEP_60
                        + "insolvency: {closes: AWARENESS + P10D}\n"
                        + "proof-of-claim: {closes: PUBLICATION + %s, roll: next-working-day}".formatted(proof))
                .receivable("A", "1.00", "2026-04-30")
                .event(EventKind.INSOLVENCY, "2026-05-05", "2026-05-07", "2026-05-20", null);
        // When
        ExposurePicture picture = given.on("2026-05-15");
        // Then
        assertThat(picture.deadline(DeadlineKind.INSOLVENCY).orElseThrow())
                .returns(day("2026-05-17"), Deadline::closesOn)
                .returns(day("2026-05-15"), Deadline::safeOn);
        assertThat(picture.deadline(DeadlineKind.PROOF_OF_CLAIM).orElseThrow())
                .returns(day(proofBy), Deadline::closesOn)
                .returns(day(proofSafe), Deadline::safeOn);
        assertThat(picture.coverStoppedOn()).isEqualTo("2026-05-05");
        assertThat(picture.declaration().actNow()).isTrue();
        assertThat(picture.declaration().cause()).isEqualTo(DeclarationOutlook.Cause.INSOLVENCY);
    }

    @ParameterizedTest
    @CsvSource({"2020-06-30, 2020-08-29, 2020-10-28", "2020-07-03, 2020-09-01, 2020-10-01"})
    void example_11_an_overlay_in_its_scope_and_time(String due, String coverStop, String closes) {
        // Given
        Given given = Given.deadlines(
                        MEP_60,
                        "overlays: [{id: relief, source: circular 7, dated: 2020-04-01, kind: declaration, end: {of: cover-stop, to: 2020-08-31}, closes: END_OF_COVER_STOP + P60D}]")
                .receivable("A", "1.00", due);
        // When
        ExposurePicture picture = given.on("2020-07-10");
        // Then
        assertThat(coverStop(picture).closesOn()).isEqualTo(coverStop);
        assertThat(declaration(picture).closesOn()).isEqualTo(closes);
    }

    @Test
    void example_12_the_month_end_cutoff_moves_once() {
        // Given
        Given given = Given.deadlines("""
                        cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P30D}}
                        declaration: {closes: {anchor: END_OF_COVER_STOP, period: P30D}}
                        """, "monthEndCutoff: {day: 24, substituteDay: 2}")
                .receivable("A", "1.00", "2026-06-24", "2026-06-26", null);
        // When
        ExposurePicture picture = given.on("2026-07-01");
        // Then
        assertThat(coverStop(picture).closesOn()).isEqualTo("2026-08-03");
        assertThat(declaration(picture).closesOn()).isEqualTo("2026-09-02");
    }

    @ParameterizedTest
    @CsvSource({"FR, 2027-03-26", "'[FR, DE]', 2027-03-25"})
    void example_13_good_friday_counts_where_the_insurer_is_german(String calendar, String safe) {
        // Given
        Given given = Given.deadlines(
                        "declaration: {opens: ORIGINAL_DUE_DATE + P3M, closes: {earliestOf: [ORIGINAL_DUE_DATE + P240D, ORIGINAL_DUE_DATE + P8M]}}",
                        "calendar: " + calendar)
                .receivable("A", "1.00", "2026-07-31");
        // When
        Deadline deadline = declaration(given.on("2026-08-01"));
        // Then
        assertThat(deadline.opensOn()).isEqualTo("2026-10-31");
        assertThat(deadline.closesOn()).isEqualTo("2027-03-28");
        assertThat(deadline.safeOn()).isEqualTo(safe);
    }

    private static Given example6() {
        return Given.mep60()
                .receivable("A", "100.00", "2026-03-01")
                .receivable("B", "90000.00", "2026-04-15")
                .receivable("C", "7000.00", "2026-08-31");
    }
}
