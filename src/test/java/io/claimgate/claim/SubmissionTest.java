package io.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.support.Claims;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a submission's state allows. */
class SubmissionTest {

    private static final Instant SENT = Instant.parse("2026-06-01T08:00:00Z");
    /** A call may take long: what counts is when it was over. */
    private static final Sent BEGUN = new Sent(SENT.minusSeconds(60), SENT.minusSeconds(60));

    private static final Attempt ATTEMPT =
            new Attempt(1, Claims.claim(1, Claims.AUTOMATIC).key(), 1, "0".repeat(64), SENT);

    @ParameterizedTest
    @CsvSource({
        // denied, business seconds, system seconds, proof
        "1, 3600, 3600, false",
        "2, 5,    5,    true",
        "2, 4,    5,    false",
        "2, 5,    4,    false",
        "2, 86400, 0,   false",
        "3, 6,    6,    true"
    })
    void a_denial_is_proof_when_it_was_said_twice_and_the_insurer_has_settled_by_both_clocks(
            int denied, int business, int system, boolean proof) {
        // Given
        Submission.OutcomeUnknown unknown =
                new Submission.Pending(ATTEMPT).sending(BEGUN).lost("no answer", new Sent(SENT, SENT));
        for (int i = 0; i < denied; i++) {
            unknown = unknown.deniedOnce();
        }

        // When
        boolean said = unknown.deniedForGood(
                Duration.ofSeconds(5), new Sent(SENT.plusSeconds(business), SENT.plusSeconds(system)));

        // Then
        assertThat(said).isEqualTo(proof);
    }

    @Test
    void a_resend_is_another_call_of_the_same_attempt_and_the_denials_begin_anew() {
        // Given
        Submission.OutcomeUnknown first = new Submission.Pending(ATTEMPT)
                .sending(BEGUN)
                .lost("no answer", new Sent(SENT, SENT))
                .deniedOnce()
                .deniedOnce();

        // When
        Submission.Sending again =
                first.notTaken("not there").sending(new Sent(SENT.plusSeconds(9), SENT.plusSeconds(9)));

        // Then
        assertThat(again.attempt()).isEqualTo(ATTEMPT);
        assertThat(again.calls()).isEqualTo(2);
        assertThat(again.lost("again", BEGUN).denied()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, AWAITING_APPROVAL, true",
        "DRAFT, DECLARING, true",
        "AWAITING_APPROVAL, DRAFT, true",
        "AWAITING_APPROVAL, DECLARING, false",
        "DECLARING, DRAFT, true",
        "DECLARING, AWAITING_APPROVAL, false",
        "DECLARED, DRAFT, false",
        "DECLARED, WITHDRAWN, true",
        "INDEMNIFIED, WITHDRAWN, false",
        "FORECLOSED, DECLARED, true",
        "FORECLOSED, DRAFT, false",
        "WITHDRAWN, DECLARED, false"
    })
    void a_claim_goes_only_where_its_state_allows(ClaimState from, ClaimState to, boolean allowed) {
        assertThat(from.allows(to)).isEqualTo(allowed);
    }

    @Test
    void a_step_that_is_not_allowed_names_claim_and_state() {
        // Given
        Claim paid = Claims.claim(1, Claims.AUTOMATIC)
                .declaring()
                .declared("N-1", SENT)
                .settled(ClaimState.INDEMNIFIED);

        // Then
        assertThatThrownBy(paid::withdrawn)
                .hasMessageContaining(paid.key().value())
                .hasMessageContaining("INDEMNIFIED")
                .hasMessageContaining("WITHDRAWN");
    }
}
