package io.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.support.Claims;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which state may follow which. */
class ClaimStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DRAFT                 | AWAITING_APPROVAL DECLARING DECLARED WITHDRAWN FORECLOSED
            AWAITING_APPROVAL     | DRAFT DECLARED WITHDRAWN FORECLOSED
            DECLARING             | DRAFT DECLARED WITHDRAWN FORECLOSED
            DECLARED              | ACKNOWLEDGED INFORMATION_REQUESTED UNDER_REVIEW ACCEPTED PARTIALLY_ACCEPTED REFUSED INDEMNIFIED RECOVERING CLOSED WITHDRAWN
            ACKNOWLEDGED          | INFORMATION_REQUESTED UNDER_REVIEW ACCEPTED PARTIALLY_ACCEPTED REFUSED INDEMNIFIED RECOVERING CLOSED WITHDRAWN
            INFORMATION_REQUESTED | ACKNOWLEDGED UNDER_REVIEW ACCEPTED PARTIALLY_ACCEPTED REFUSED INDEMNIFIED RECOVERING CLOSED WITHDRAWN
            UNDER_REVIEW          | ACKNOWLEDGED INFORMATION_REQUESTED ACCEPTED PARTIALLY_ACCEPTED REFUSED INDEMNIFIED RECOVERING CLOSED WITHDRAWN
            ACCEPTED              | ACKNOWLEDGED INFORMATION_REQUESTED UNDER_REVIEW PARTIALLY_ACCEPTED REFUSED INDEMNIFIED RECOVERING CLOSED WITHDRAWN
            PARTIALLY_ACCEPTED    | ACKNOWLEDGED INFORMATION_REQUESTED UNDER_REVIEW ACCEPTED REFUSED INDEMNIFIED RECOVERING CLOSED WITHDRAWN
            REFUSED               | ACKNOWLEDGED INFORMATION_REQUESTED UNDER_REVIEW ACCEPTED PARTIALLY_ACCEPTED INDEMNIFIED RECOVERING CLOSED WITHDRAWN
            INDEMNIFIED           | RECOVERING CLOSED
            RECOVERING            | INDEMNIFIED CLOSED
            CLOSED                | ACKNOWLEDGED INFORMATION_REQUESTED UNDER_REVIEW ACCEPTED PARTIALLY_ACCEPTED REFUSED INDEMNIFIED RECOVERING
            WITHDRAWN             |
            FORECLOSED            | DECLARED
            """)
    void what_may_follow(ClaimState state, String allowed) {
        // Given
        Set<String> expected = new TreeSet<>(allowed == null ? Set.of() : Set.of(allowed.split(" ")));
        // When
        Set<String> follows = new TreeSet<>(Arrays.stream(ClaimState.values())
                .filter(state::allows)
                .map(Enum::name)
                .toList());
        // Then
        assertThat(follows).isEqualTo(expected);
    }

    @Test
    void what_the_insurer_says_leaves_the_declaration_as_it_was() {
        // Given
        Instant at = Instant.parse("2026-06-10T08:00:00Z");
        Claim declared = Claims.claim(1, Claims.AUTOMATIC).declaring().declared("INS-1", at);
        // When
        Claim paid = declared.settled(ClaimState.ACCEPTED).settled(ClaimState.INDEMNIFIED);
        // Then
        assertThat(paid.declaredAt()).isEqualTo(at);
        assertThat(paid.insurerClaimNumber()).isEqualTo("INS-1");
        assertThatThrownBy(() -> paid.settled(ClaimState.REFUSED)).hasMessageContaining("INDEMNIFIED");
    }
}
