package io.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Claims;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a claim may leave for the insurer; window 31 May to 31 July 2026 in Paris, safe date 28 July. */
class GateTest {

    @ParameterizedTest
    @CsvSource({
        // mode,     on safe date, held,  paused, released, now,                     answer
        "AUTOMATIC, DECLARE,  false, false, false, 2026-06-29T08:00:00Z, Open WITHIN_CAP",
        "AUTOMATIC, DECLARE,  false, false, true,  2026-06-29T08:00:00Z, Open GIVEN",
        "AUTOMATIC, DECLARE,  true,  false, true,  2026-06-29T08:00:00Z, Shut HELD 2026-07-27T22:00:00Z",
        "AUTOMATIC, DECLARE,  true,  true,  true,  2026-06-29T08:00:00Z, Shut HELD 2026-07-27T22:00:00Z",
        "AUTOMATIC, DECLARE,  false, true,  true,  2026-06-29T08:00:00Z, Shut PAUSED 2026-07-27T22:00:00Z",
        "AUTOMATIC, DECLARE,  false, true,  true,  2026-07-28T08:00:00Z, Shut PAUSED 2026-07-31T22:00:00Z",
        "AUTOMATIC, DECLARE,  false, false, true,  2026-05-30T21:59:59Z, Shut NOT_OPEN_YET 2026-05-30T22:00:00Z",
        "AUTOMATIC, DECLARE,  false, false, true,  2026-05-30T22:00:00Z, Open GIVEN",
        "AUTOMATIC, DECLARE,  false, false, true,  2026-07-31T21:59:59Z, Open GIVEN",
        "AUTOMATIC, DECLARE,  false, false, true,  2026-07-31T22:00:00Z, TooLate",
        "AUTOMATIC, DECLARE,  true,  true,  false, 2026-07-31T22:00:00Z, TooLate",
        "APPROVAL,  DECLARE,  false, false, false, 2026-06-29T08:00:00Z, Shut APPROVAL 2026-07-27T22:00:00Z",
        "APPROVAL,  DECLARE,  false, false, false, 2026-07-27T22:00:00Z, Open SAFE_DATE",
        "APPROVAL,  ESCALATE, false, false, false, 2026-07-27T22:00:00Z, Shut APPROVAL 2026-07-31T22:00:00Z",
        "APPROVAL,  ESCALATE, false, false, true,  2026-07-27T22:00:00Z, Open GIVEN"
    })
    void the_first_rule_that_has_something_to_say_decides(
            ReleaseRule.Mode mode,
            ReleaseRule.OnSafeDate onSafeDate,
            boolean held,
            boolean paused,
            boolean released,
            Instant now,
            String answer) {
        // Given
        Claim claim = Claims.claim(1, new ReleaseRule(mode, onSafeDate, null));
        claim = held ? claim.held(new Hold("olga", "wait", now)) : claim;
        claim = released ? claim.released(new Release(LocalDate.of(2026, 6, 1), "anna")) : claim;

        // When
        Gate gate = Gate.of(claim, paused, now);

        // Then
        assertThat(words(gate)).isEqualTo(answer);
    }

    @Test
    void what_waits_because_of_a_guard_goes_on_waiting() {
        // Given
        Claim claim = Claims.claim(1, Claims.AUTOMATIC).awaitingApproval();

        // When
        Gate gate = Gate.of(claim, false, Instant.parse("2026-06-30T08:00:00Z"));

        // Then
        assertThat(words(gate)).isEqualTo("Shut GUARD 2026-07-27T22:00:00Z");
    }

    private static String words(Gate gate) {
        if (gate instanceof Gate.Open open) {
            return "Open " + open.word();
        }
        return gate instanceof Gate.Shut shut ? "Shut " + shut.reason() + " " + shut.lookAgainAt() : "TooLate";
    }
}
