package io.claimgate.receivable;

import static io.claimgate.receivable.Given.MEP_60;
import static io.claimgate.receivable.Given.TWO_TO_FOUR_MONTHS;
import static io.claimgate.receivable.Given.declaration;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.DeadlineStatus;
import io.claimgate.policy.DeadlineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationRulesTest {

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

    private static String answer(Eligibility eligibility) {
        if (eligibility instanceof Eligibility.Eligible eligible) {
            return eligible.early() ? "EARLY" : "ALLOWED";
        }
        return ((Eligibility.Refused) eligibility).reason().name();
    }
}
