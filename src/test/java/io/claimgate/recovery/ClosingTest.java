package io.claimgate.recovery;

import static io.claimgate.recovery.InsurerResult.SettlementKind.DECISION;
import static io.claimgate.recovery.InsurerResult.SettlementKind.INDEMNITY;
import static io.claimgate.recovery.InsurerResult.SettlementKind.RECOVERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a claim is over. */
class ClosingTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state       | decided | paid  | collected | owed | open postings | refused at           | closes
            DECLARED    |         |       |           | 0    |               |                      | Open
            ACCEPTED    | 900     |       |           | 0    |               |                      | Open
            INDEMNIFIED | 900     | 900   |           | 0    |               |                      | Open
            RECOVERING  | 900     | 900   | 1000      | 0    |               |                      | Over
            RECOVERING  | 900     | 900   | 999       | 0    |               |                      | Open
            RECOVERING  | 900     | 850   | 1000      | 0    |               |                      | Open
            RECOVERING  | 900     | 900   | 1000      | 0.01 |               |                      | Open
            RECOVERING  | 900     | 900   | 1000      | 0    | P-1           |                      | Open
            REFUSED     |         |       |           | 0    |               | 2026-10-02T12:00:00Z | Over
            REFUSED     |         |       |           | 0    |               | 2026-10-02T12:00:01Z | Later
            REFUSED     |         |       |           | 0    | P-1           | 2026-10-02T12:00:00Z | Open
            """, useHeadersInDisplayName = true)
    void by_itself(
            ClaimState state,
            @Nullable String decided,
            @Nullable String paid,
            @Nullable String collected,
            BigDecimal owed,
            @Nullable String posting,
            @Nullable Instant refusedAt,
            String closes) {
        // Given
        Closing.Situation claim = situation(state, decided, paid, collected, owed, posting, refusedAt);
        // When
        Closing closing = Closing.byItself(claim, Period.ofDays(60), ZoneId.of("UTC"), NOW);
        // Then
        assertThat(closing.getClass().getSimpleName()).isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DECLARED    | 0    |     | only what the insurer decided
            INDEMNIFIED | 0    |     |
            REFUSED     | 0    |     |
            INDEMNIFIED | 5.00 |     | owed 5.00 EUR
            INDEMNIFIED | 0    | P-1 | not confirmed
            CLOSED      | 0    |     | it is CLOSED
            """)
    void by_a_person(ClaimState state, BigDecimal owed, @Nullable String posting, @Nullable String hindrance) {
        // Given
        Closing.Situation claim = situation(state, "900", "900", null, owed, posting, null);
        // When
        String answer = Closing.hindranceToPerson(claim).orElse("");
        // Then
        assertThat(answer).contains(hindrance == null ? "" : hindrance);
        assertThat(answer.isEmpty()).isEqualTo(hindrance == null);
    }

    private static Closing.Situation situation(
            ClaimState state,
            @Nullable String decided,
            @Nullable String paid,
            @Nullable String collected,
            BigDecimal owed,
            @Nullable String posting,
            @Nullable Instant refusedAt) {
        LossCase loss = LossCase.under().invoice("A", "1000.00").declared("2026-05-10");
        if (decided != null) {
            loss.told(DECISION, "D", "2026-08-15", decided);
        }
        if (paid != null) {
            loss.told(INDEMNITY, "S", "2026-08-20", paid);
        }
        if (collected != null) {
            loss.told(RECOVERY, "R", "2026-08-25", collected);
        }
        return new Closing.Situation(
                state, loss.account(), owed, posting == null ? List.of() : List.of(posting), refusedAt);
    }
}
