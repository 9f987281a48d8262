package io.claimgate.receivable;

import static io.claimgate.receivable.Given.MEP_60;
import static io.claimgate.receivable.Given.TWO_TO_FOUR_MONTHS;
import static io.claimgate.receivable.Given.coverStop;
import static io.claimgate.receivable.Given.day;
import static io.claimgate.receivable.Given.declaration;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.DeadlineStatus;
import io.claimgate.policy.DeadlineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the handbook of deadlines by their number, from 14 on: when to act, what comes back, who governs. */
class DeadlineExamplesFrom14Test {

    @Test
    void example_14_the_window_of_two_to_four_months() {
        // Given
        Given given = Given.deadlines(TWO_TO_FOUR_MONTHS).receivable("A", "1.00", "2026-03-31");
        // When
        ExposurePicture picture = given.on("2026-06-28");
        // Then
        assertThat(declaration(picture))
                .returns(day("2026-05-31"), Deadline::opensOn)
                .returns(day("2026-06-29"), Deadline::targetOn)
                .returns(day("2026-06-29"), Deadline::actsOn)
                .returns(day("2026-07-28"), Deadline::safeOn)
                .returns(day("2026-07-31"), Deadline::closesOn);
        assertThat(picture.declaration().actNow()).isFalse();
        assertThat(given.on("2026-06-29").declaration().actNow()).isTrue();
    }

    @Test
    void example_15_a_payment_that_bounces_late_acts_at_once_and_alerts() {
        // Given
        Given given = Given.deadlines(TWO_TO_FOUR_MONTHS)
                .receivable("A", "500.00", "2026-03-31")
                .payment("p", "2026-06-10", "500.00");
        assertThat(given.on("2026-07-28").settled()).isTrue();
        given.returned("p", "2026-07-29", "500.00");
        // When
        ExposurePicture picture = given.on("2026-07-29");
        // Then
        assertThat(declaration(picture).actsOn()).isEqualTo("2026-07-29");
        assertThat(declaration(picture).closesOn()).isEqualTo("2026-07-31");
        assertThat(picture.declaration().actNow()).isTrue();
        assertThat(picture.reopenedNearClose()).containsExactly(given.id("A"));
    }

    @Test
    void example_16_a_returned_payment_reopens_with_the_first_anchors() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "500.00", "2026-03-31")
                .payment("p", "2026-05-20", "500.00")
                .returned("p", "2026-06-02", "500.00");
        // When
        ExposurePicture picture = given.on("2026-06-14");
        // Then
        assertThat(coverStop(picture).closesOn()).isEqualTo("2026-05-30");
        assertThat(coverStop(picture).status()).isEqualTo(DeadlineStatus.MISSED);
        assertThat(declaration(picture).closesOn()).isEqualTo("2026-06-29");
        assertThat(given.of(picture, "A").reopenedOn()).isEqualTo("2026-06-02");
        assertThat(picture.reopenedNearClose()).containsExactly(given.id("A"));
        // Until its return the payment covers: 31 May and 1 June were judged with it.
        assertThat(picture.cover().covered(day("2026-06-01"))).isTrue();
        assertThat(picture.coverStoppedOn()).isEqualTo("2026-06-02");
    }

    @ParameterizedTest
    @CsvSource({"2026-07-08, 2026-12-08, 2027-01-08", "2026-09-30, 2027-02-28, 2027-03-28"})
    void example_17_documents_waiting_and_indemnity_follow_the_declaration(
            String complete, String waiting, String indemnity) {
        // Given
        Given given = Given.deadlines(MEP_60 + """
                          documents: {closes: {anchor: DECLARED, period: P30D}}
                          waiting: {closes: {anchor: FILE_COMPLETE, period: P5M}}
                          indemnity: {closes: {anchor: END_OF_WAITING, period: P1M}}
                          """)
                .receivable("A", "1.00", "2026-04-30")
                .declared("2026-06-10T09:00:00Z")
                .event(EventKind.FILE_COMPLETE, complete);
        // When
        ExposurePicture picture = given.on("2026-10-01");
        // Then
        assertThat(picture.deadline(DeadlineKind.DOCUMENTS).orElseThrow())
                .returns(day("2026-07-10"), Deadline::closesOn)
                .returns(complete.equals("2026-07-08") ? DeadlineStatus.MET : DeadlineStatus.MISSED, Deadline::status);
        assertThat(picture.deadline(DeadlineKind.WAITING).orElseThrow())
                .returns(day(waiting), Deadline::closesOn)
                .returns(null, Deadline::safeOn);
        assertThat(picture.deadline(DeadlineKind.INDEMNITY).orElseThrow().closesOn())
                .isEqualTo(indemnity);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-29T22:30:00Z, MISSED", "2026-05-29T22:00:00Z, MISSED", "2026-05-29T21:59:59.999999Z, MET"})
    void example_18_in_time_is_before_midnight_in_the_zone_of_the_policy(String stamped, DeadlineStatus status) {
        // Given
        Given given = Given.deadlines("declaration: {closes: ORIGINAL_DUE_DATE + P59D}")
                .receivable("A", "1.00", "2026-03-31");
        given.claim = new ClaimFacts(
                "CLAIM-1",
                ClaimFacts.Phase.ACCEPTED,
                Instant.parse(stamped),
                given.id("A"),
                java.util.Map.of(given.id("A"), BigDecimal.ONE));
        // When
        Deadline deadline = declaration(given.on("2026-06-10"));
        // Then
        assertThat(deadline.closesOn()).isEqualTo("2026-05-29");
        assertThat(deadline.status()).isEqualTo(status);
    }

    @Test
    void example_19_the_first_unpaid_instalment_decides_for_the_buyer() {
        // Given
        Given given = Given.mep60().receivable("A", "100.00", "2026-04-30");
        given.receivable("B", "100.00", "2026-05-31").receivable("C", "100.00", "2026-06-30");
        // When
        ExposurePicture onDue = given.on("2026-04-30");
        ExposurePicture dayAfter = given.on("2026-05-01");
        // Then
        assertThat(onDue.overdue()).isEqualByComparingTo("0");
        assertThat(dayAfter.overdue()).isEqualByComparingTo("100.00");
        assertThat(coverStop(dayAfter).closesOn()).isEqualTo("2026-06-29");
        assertThat(declaration(dayAfter).closesOn()).isEqualTo("2026-07-29");
        assertThat(dayAfter.declaration().amount()).isEqualTo("300.00");
    }

    @Test
    void example_21_the_earliest_close_governs_not_the_oldest_due_date() {
        // Given
        Given given = Given.deadlines("declaration: {closes: {anchor: INVOICE_DATE, period: P150D}}")
                .receivable("A", "1.00", "2026-03-01", "2026-03-11", null)
                .receivable("B", "1.00", "2026-02-10", "2026-04-11", null);
        // When
        Deadline deadline = declaration(given.on("2026-04-20"));
        // Then
        assertThat(deadline.governedBy()).isEqualTo(given.id("B"));
        assertThat(deadline.closesOn()).isEqualTo("2026-07-10");
    }

    @Test
    void example_22_what_is_within_the_tolerance_governs_nothing_and_goes_along() {
        // Given
        Given given = Given.deadlines(MEP_60, "cover: {insuredPercentage: 90, basis: gross, tolerance: 5.00}")
                .receivable("A", "0.42", "2026-02-28")
                .receivable("B", "50000.00", "2026-05-31");
        // When
        ExposurePicture picture = given.on("2026-08-20");
        // Then
        assertThat(coverStop(picture).closesOn()).isEqualTo("2026-07-30");
        assertThat(declaration(picture).closesOn()).isEqualTo("2026-08-29");
        assertThat(picture.declaration().lines())
                .extracting(DeclarationLine::receivableId)
                .containsExactly(given.id("A"), given.id("B"));
    }

    @Test
    void example_23_a_cancelled_limit_starts_its_clock_on_the_day_of_the_notice() {
        // Given
        Given given = Given.deadlines(MEP_60 + "limit-notice: {closes: LIMIT_NOTICE + P10D}")
                .receivable("A", "1.00", "2026-05-31")
                .event(EventKind.LIMIT_NOTICE, "2026-06-10");
        // When
        Deadline deadline =
                given.on("2026-06-11").deadline(DeadlineKind.LIMIT_NOTICE).orElseThrow();
        // Then
        assertThat(deadline.closesOn()).isEqualTo("2026-06-20");
        assertThat(deadline.safeOn()).isEqualTo("2026-06-19");
    }

    @ParameterizedTest
    @CsvSource({"true, 2026-07-30", "false, 2026-06-29"})
    void example_24_only_an_answered_consent_moves_what_the_policy_says(boolean answered, String closes) {
        // Given
        Given given = Given.deadlines(MEP_60, "consent: {declaration: EXTENDED_DUE_DATE + P30D}")
                .receivable("A", "1.00", "2026-03-31")
                .event(EventKind.EXTENSION, "2026-05-20", null, null, "2026-06-30");
        if (answered) {
            given.event(EventKind.CONSENT, "2026-05-28", null, null, "2026-06-30");
        }
        // When
        ExposurePicture picture = given.on("2026-05-29");
        // Then
        assertThat(declaration(picture).closesOn()).isEqualTo(closes);
        assertThat(coverStop(picture).closesOn()).isEqualTo("2026-05-30");
    }

    @Test
    void example_25_a_renewal_does_not_cut_an_exposure() {
        // Given
        Given given = Given.policies(
                        Given.policy("P-2026", MEP_60, "valid: {from: 2026-01-01, to: 2026-12-31}"),
                        Given.policy("P-2027", MEP_60, "valid: {from: 2027-01-01}", "renews: P-2026"))
                .receivable("A", "10.00", "2026-11-20", "2026-12-20", "2026-11-20")
                .receivable("B", "20.00", "2027-03-10", "2027-04-10", "2027-03-10");
        // When
        ExposurePicture picture = given.on("2027-03-11");
        // Then
        assertThat(coverStop(picture).closesOn()).isEqualTo("2027-02-18");
        assertThat(picture.cover().covered(day("2027-03-10"))).isFalse();
        assertThat(declaration(picture))
                .returns(day("2027-03-20"), Deadline::closesOn)
                .returns(day("2027-03-19"), Deadline::safeOn)
                .returns("P-2026", Deadline::policy);
        assertThat(picture.declaration().lines()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"FR, 2026-07-21", "BE, 2026-07-20"})
    void example_26_the_belgian_national_day(String calendar, String safe) {
        // Given
        Given given = Given.deadlines("declaration: {closes: ORIGINAL_DUE_DATE + P1D}", "calendar: " + calendar)
                .receivable("A", "1.00", "2026-07-20");
        // When
        Deadline deadline = declaration(given.on("2026-07-01"));
        // Then
        assertThat(deadline.closesOn()).isEqualTo("2026-07-21");
        assertThat(deadline.safeOn()).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-15, 100.00, ",
        "2026-05-16, 100.00, PLAN_VOID",
        "2026-05-16, 200.00, ",
        "2026-05-31, 200.00, PLAN_VOID"
    })
    void example_27_a_plan_inside_the_cover_stop_needs_no_consent_and_an_unpaid_instalment_voids_it(
            String today, String paid, Concern.@Nullable Kind concern) {
        // Given
        Given given = Given.mep60()
                .receivable("A", "300.00", "2026-03-31")
                .instalment("2026-04-10", "2026-04-30", null)
                .instalment("2026-04-10", "2026-05-15", null)
                .instalment("2026-04-10", "2026-05-30", null)
                .payment("p", "2026-04-30", paid);
        // When
        ExposurePicture picture = given.on(today);
        // Then
        assertThat(picture.concerns())
                .extracting(Concern::kind)
                .isEqualTo(concern == null ? List.of() : List.of(concern));
        assertThat(coverStop(picture).closesOn()).isEqualTo("2026-05-30");
        assertThat(declaration(picture).closesOn()).isEqualTo("2026-06-29");
    }

    @ParameterizedTest
    @CsvSource({"false, 2026-06-29", "true, 2026-06-10"})
    void example_27_a_fourth_instalment_past_the_cover_stop_needs_consent_and_the_machine_waits_for_it(
            boolean answered, String acts) {
        // Given
        Given given = Given.deadlines("""
                        cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P60D}}
                        declaration: {target: ORIGINAL_DUE_DATE + P71D, closes: {anchor: END_OF_COVER_STOP, period: P30D}}
                        """)
                .receivable("A", "400.00", "2026-03-31")
                .instalment("2026-04-10", "2026-04-30", "100.00")
                .instalment("2026-04-10", "2026-05-15", "100.00")
                .instalment("2026-04-10", "2026-05-30", "100.00")
                .instalment("2026-04-10", "2026-06-15", "100.00");
        if (answered) {
            given.event(EventKind.CONSENT, "2026-04-20", null, null, "2026-06-15");
        }
        // When
        ExposurePicture picture = given.on("2026-04-21");
        // Then
        assertThat(picture.concerns())
                .isEqualTo(
                        answered
                                ? List.of()
                                : List.of(new Concern(
                                        Concern.Kind.CONSENT_NEEDED, given.id("A"), day("2026-06-15"), "TEST-2026")));
        assertThat(declaration(picture).actsOn()).isEqualTo(acts);
        assertThat(coverStop(picture).closesOn()).isEqualTo("2026-05-30");
    }

    @Test
    void example_27_a_void_plan_waits_for_no_consent() {
        // Given
        Given given = Given.deadlines("""
                        cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P60D}}
                        declaration: {target: ORIGINAL_DUE_DATE + P71D, closes: {anchor: END_OF_COVER_STOP, period: P30D}}
                        """)
                .receivable("A", "400.00", "2026-03-31")
                .instalment("2026-04-10", "2026-04-30", null)
                .instalment("2026-04-10", "2026-06-15", null);
        // When
        ExposurePicture before = given.on("2026-04-30");
        ExposurePicture after = given.on("2026-05-01");
        // Then
        assertThat(declaration(before).actsOn()).isEqualTo("2026-06-29");
        assertThat(before.nextActionAt()).isEqualTo("2026-04-30T22:00:00Z");
        assertThat(declaration(after).actsOn()).isEqualTo("2026-06-10");
        assertThat(after.concerns()).extracting(Concern::kind).containsExactly(Concern.Kind.PLAN_VOID);
    }

    @Test
    void example_28_a_bill_is_paid_only_when_it_is_honoured() {
        // Given
        Given given = Given.deadlines(MEP_60 + "adverse-info: {closes: AWARENESS + P10D}")
                .receivable("A", "1.00", "2026-04-30")
                .payment("bill", "2026-04-30", "1.00")
                .returned("bill", "2026-05-06", "1.00")
                .event(EventKind.ADVERSE_INFO, "2026-05-06", "2026-05-06", null, null);
        // When
        ExposurePicture picture = given.on("2026-05-07");
        // Then
        assertThat(coverStop(picture).closesOn()).isEqualTo("2026-06-29");
        assertThat(declaration(picture).closesOn()).isEqualTo("2026-07-29");
        assertThat(picture.deadline(DeadlineKind.ADVERSE_INFO).orElseThrow())
                .returns(day("2026-05-16"), Deadline::closesOn)
                .returns(day("2026-05-15"), Deadline::safeOn);
    }

    @Test
    void example_30_a_filing_stops_cover_until_all_is_paid() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "1.00", "2026-04-30")
                .declared("2026-06-10T08:00:00Z")
                .payment("p", "2026-06-20", "1.00");
        // When
        ExposurePicture picture = given.on("2026-06-25");
        // Then
        assertThat(picture.cover().covered(day("2026-06-15"))).isFalse();
        assertThat(picture.coverStoppedOn()).isNull();
        assertThat(picture.settled()).isTrue();
    }
}
