package io.claimgate.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.recovery.InsurerResult.Decision;
import io.claimgate.recovery.InsurersWord.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a claim stands by the insurer's word. Statuses are given as status@day, as they arrived. */
class InsurersWordTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACKNOWLEDGED@1                          | false | false | ACKNOWLEDGED
            ACKNOWLEDGED@1 UNDER_REVIEW@2           | false | false | UNDER_REVIEW
            ACCEPTED@9 UNDER_REVIEW@2               | false | false | ACCEPTED
            ACCEPTED@3 ACKNOWLEDGED@5               | false | false | ACCEPTED
            ACKNOWLEDGED@5 ACCEPTED@3               | false | false | ACCEPTED
            ACCEPTED@3 REFUSED@5                    | false | false | REFUSED
            REFUSED@5 ACCEPTED@3                    | false | false | REFUSED
            REFUSED@3 PARTIALLY_ACCEPTED@5          | false | false | PARTIALLY_ACCEPTED
            ACCEPTED@3 INFORMATION_REQUESTED@5      | false | false | INFORMATION_REQUESTED
            UNDER_REVIEW@5 REFUSED@5                | false | false | REFUSED
            REFUSED@5                               | true  | false | INDEMNIFIED
            ACCEPTED@5                              | true  | true  | RECOVERING
            ACCEPTED@5                              | false | true  | ACCEPTED
            """)
    void the_last_word_holds_and_money_speaks_louder(String said, boolean paid, boolean recovered, String state) {
        // Given
        InsurersWord word = new InsurersWord(parse(said));
        // When
        var stands = word.state(paid, recovered);
        // Then
        assertThat(stands).hasToString(state);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACCEPTED@3                                   | 0
            UNDER_REVIEW@2 ACCEPTED@3                    | 0
            ACCEPTED@3 REFUSED@5                         | 1
            REFUSED@5 ACCEPTED@3                         | 1
            ACCEPTED@3 UNDER_REVIEW@4 REFUSED@5          | 1
            ACCEPTED@3 REFUSED@5 PARTIALLY_ACCEPTED@7    | 2
            ACCEPTED@3 UNDER_REVIEW@4 ACCEPTED@5         | 0
            """)
    void it_decided_otherwise_than_before_so_many_times(String said, int changes) {
        // Given
        InsurersWord word = new InsurersWord(parse(said));
        // When
        var changed = word.changes();
        // Then
        assertThat(changed).hasSize(changes);
    }

    @Test
    void nothing_said_leaves_the_claim_declared() {
        // Given
        InsurersWord word = new InsurersWord(List.of());
        // When
        var state = word.state(false, false);
        // Then
        assertThat(state).isNull();
        assertThat(word.refused()).isFalse();
    }

    @Test
    void the_order_in_which_we_hear_changes_nothing() {
        // Given
        Random random = new Random(20260701);
        List<Said> said = new ArrayList<>(
                parse("ACKNOWLEDGED@1 UNDER_REVIEW@2 INFORMATION_REQUESTED@3 REFUSED@4 ACCEPTED@5 ACKNOWLEDGED@6"));
        InsurersWord inOrder = new InsurersWord(said);
        for (int i = 0; i < 500; i++) {
            Collections.shuffle(said, random);
            // When
            InsurersWord heard = new InsurersWord(List.of());
            for (Said each : said) {
                heard = heard.and(each);
            }
            // Then
            assertThat(heard).isEqualTo(inOrder);
        }
    }

    private static List<Said> parse(String said) {
        List<Said> parsed = new ArrayList<>();
        for (String each : said.split(" ")) {
            String[] parts = each.split("@");
            parsed.add(new Said(
                    parsed.size() + 1L,
                    Decision.valueOf(parts[0]),
                    Instant.parse("2026-09-0" + parts[1] + "T08:00:00Z")));
        }
        return parsed;
    }
}
