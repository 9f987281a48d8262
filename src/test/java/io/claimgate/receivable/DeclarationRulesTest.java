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

class DeclarationRulesTest {

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

    @ParameterizedTest
    @CsvSource({
        "hard, 2026-05-30, WINDOW_NOT_OPEN",
        "hard, 2026-05-31, ALLOWED",
        "advised, 2026-05-30, EARLY",
        "advised, 2026-05-31, ALLOWED",
        "hard, 2026-08-01, NOTHING_OUTSTANDING"
    })
    void filing_before_a_hard_opening_is_forbidden_and_before_an_advised_one_unusual(
            String opening, String today, String answer) {
        // Given
        Given given = Given.deadlines(
                        "declaration: {opens: ORIGINAL_DUE_DATE + P2M, closes: ORIGINAL_DUE_DATE + P4M, opening: %s}"
                                .formatted(opening))
                .receivable("A", "1.00", "2026-03-31");
        // When
        Eligibility eligibility = given.on(today).declaration().eligibility();
        // Then
        assertThat(answer(eligibility)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"500.00, 500.00, BELOW_THRESHOLD", "500.00, 500.01, ALLOWED", "0, 0.01, ALLOWED"})
    void the_total_outstanding_must_be_above_the_threshold(String threshold, String amount, String answer) {
        // Given
        Given given = Given.deadlines(
                        MEP_60,
                        "cover: {insuredPercentage: 90, basis: net, threshold: {amount: %s}}".formatted(threshold))
                .receivable("A", amount, "2026-03-31");
        // When
        DeclarationOutlook outlook = given.on("2026-06-29").declaration();
        // Then
        assertThat(answer(outlook.eligibility())).isEqualTo(answer);
        assertThat(outlook.actNow()).isEqualTo(answer.equals("ALLOWED"));
    }

    @Test
    void without_an_opening_the_floor_is_the_day_after_the_oldest_due_date() {
        // Given
        Given given = Given.deadlines(
                        "declaration: {target: ORIGINAL_DUE_DATE + P1D, closes: ORIGINAL_DUE_DATE + P90D}")
                .receivable("A", "1.00", "2026-03-31");
        // When
        ExposurePicture onDue = given.on("2026-03-31");
        // Then
        assertThat(answer(onDue.declaration().eligibility())).isEqualTo("WINDOW_NOT_OPEN");
        assertThat(declaration(onDue).floorOn()).isEqualTo("2026-04-01");
        assertThat(given.on("2026-04-01").declaration().actNow()).isTrue();
    }

    @Test
    void an_exposure_with_a_claim_under_way_is_not_drafted_again_and_can_still_miss() {
        // Given
        Given given = Given.mep60().receivable("A", "1.00", "2026-03-31").claimUnderWay();
        // When
        ExposurePicture open = given.on("2026-06-29");
        ExposurePicture passed = given.on("2026-06-30");
        // Then
        assertThat(answer(open.declaration().eligibility())).isEqualTo("CLAIM_IN_FLIGHT");
        assertThat(passed.newlyForeclosed()).containsExactly(given.id("A"));
        assertThat(declaration(passed).status()).isEqualTo(DeadlineStatus.MISSED);
    }

    @Test
    void what_was_accepted_in_time_is_declared_and_new_debt_waits_for_a_supplement() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "1.00", "2026-03-31")
                .declared("2026-06-10T08:00:00Z")
                .receivable("B", "2.00", "2026-06-15");
        // When
        ExposurePicture picture = given.on("2026-07-05");
        // Then
        assertThat(given.of(picture, "A").state()).isEqualTo(ReceivableState.DECLARED);
        assertThat(given.of(picture, "B").state()).isEqualTo(ReceivableState.WINDOW_OPEN);
        assertThat(picture.supplementNeeded()).isTrue();
        assertThat(picture.declaration().actNow()).isFalse();
        assertThat(answer(picture.declaration().eligibility())).isEqualTo("ALREADY_DECLARED");
        assertThat(declaration(picture))
                .returns(DeadlineStatus.MET, Deadline::status)
                .returns(given.id("A"), Deadline::governedBy);
        assertThat(picture.warnings()).noneMatch(warning -> warning.kind().equals(DeadlineKind.DECLARATION));
    }

    @Test
    void a_filing_before_the_cover_stop_voids_that_clock_and_its_warnings() {
        // Given
        Given given = Given.deadlines("declaration: {closes: ORIGINAL_DUE_DATE + P90D}\n"
                        + "cover-stop: {closes: ORIGINAL_DUE_DATE + P60D}")
                .receivable("A", "1.00", "2026-03-31")
                .declared("2026-05-20T08:00:00Z");
        // When
        ExposurePicture picture = given.on("2026-05-25");
        // Then
        assertThat(Given.coverStop(picture).status()).isEqualTo(DeadlineStatus.VOID);
        assertThat(picture.warnings()).isEmpty();
        assertThat(picture.coverStoppedOn()).isEqualTo("2026-05-20");
    }

    @Test
    void a_withdrawn_claim_is_not_drafted_again_and_its_close_does_not_pass_in_silence() {
        // Given
        Given given = Given.mep60().receivable("A", "1.00", "2026-03-31");
        given.claim = new ClaimFacts("CLAIM-1", ClaimFacts.Phase.WITHDRAWN, null, given.id("A"), java.util.Map.of());
        // When
        ExposurePicture open = given.on("2026-06-29");
        ExposurePicture passed = given.on("2026-06-30");
        // Then
        assertThat(answer(open.declaration().eligibility())).isEqualTo("WITHDRAWN");
        assertThat(open.warnings()).isNotEmpty();
        assertThat(passed.newlyForeclosed()).containsExactly(given.id("A"));
    }

    @Test
    void after_a_lapsed_claim_the_rest_is_declared_anew() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "1.00", "2026-03-31")
                .receivable("B", "2.00", "2026-04-15")
                .foreclose("A");
        given.claim = new ClaimFacts("CLAIM-1", ClaimFacts.Phase.LAPSED, null, given.id("A"), java.util.Map.of());
        // When
        DeclarationOutlook outlook = given.on("2026-07-13").declaration();
        // Then
        assertThat(outlook.actNow()).isTrue();
        assertThat(outlook.lines()).extracting(DeclarationLine::receivableId).containsExactly(given.id("B"));
    }

    @Test
    void late_proof_of_a_receipt_in_time_brings_a_foreclosed_receivable_back() {
        // Given
        Given given = Given.mep60()
                .receivable("A", "1.00", "2026-03-31")
                .declared("2026-06-29T21:59:00Z")
                .foreclose("A");
        // When
        ExposurePicture picture = given.on("2026-07-10");
        // Then
        assertThat(given.of(picture, "A").state()).isEqualTo(ReceivableState.DECLARED);
        assertThat(declaration(picture).status()).isEqualTo(DeadlineStatus.MET);
    }

    @Test
    void foreclosed_as_stored_stays_foreclosed_though_its_close_lies_ahead() {
        // Given
        Given given = Given.mep60().receivable("A", "1.00", "2026-03-31").foreclose("A");
        // When
        ExposurePicture picture = given.on("2026-06-01");
        // Then
        assertThat(given.of(picture, "A").state()).isEqualTo(ReceivableState.FORECLOSED);
        assertThat(picture.newlyForeclosed()).isEmpty();
        assertThat(picture.declaration().lines()).isEmpty();
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

    @Test
    void a_postponement_past_the_cover_stop_waits_for_consent_until_the_safe_date() {
        // Given
        Given given = Given.deadlines(TWO_TO_FOUR_MONTHS)
                .receivable("A", "1.00", "2026-03-31")
                .event(EventKind.EXTENSION, "2026-04-10", null, null, "2026-06-15");
        // When
        ExposurePicture picture = given.on("2026-06-29");
        // Then
        assertThat(declaration(picture).actsOn()).isEqualTo("2026-07-28");
        assertThat(picture.declaration().actNow()).isFalse();
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
                a.dueDate(),
                a.dueDate(),
                null,
                null,
                "EUR",
                a.gross(),
                null,
                a.gross(),
                a.disputed(),
                null,
                false,
                false));
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
                .isEqualTo("Rule TEST-2026/declaration@1: closes Fri 2026-07-31 = ORIGINAL_DUE_DATE 2026-03-31 + P4M."
                        + " Safe date Tue 2026-07-28: the last business day on or before it (FR), 3 business days back."
                        + " Opens Sun 2026-05-31 = ORIGINAL_DUE_DATE 2026-03-31 + P2M."
                        + " Planned Mon 2026-06-29 = ORIGINAL_DUE_DATE 2026-03-31 + P90D."
                        + " The machine acts on Mon 2026-06-29. Governed by A/1. Policy TEST-2026, version 1.");
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
                .contains(
                        "closes Fri 2026-08-28 = the latest of [DELIVERY_DATE (not known) + P180D; "
                                + "the end of cover-stop 2026-05-30 + P90D = 2026-08-28], provisional: a term is not known yet.");
    }

    private static String answer(Eligibility eligibility) {
        if (eligibility instanceof Eligibility.Eligible eligible) {
            return eligible.early() ? "EARLY" : "ALLOWED";
        }
        return ((Eligibility.Refused) eligibility).reason().name();
    }
}
