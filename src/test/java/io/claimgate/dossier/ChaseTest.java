package io.claimgate.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When missing evidence is asked for; the safe date is 10 July, warned of 15, 7, 3, 1 days before and on it. */
class ChaseTest {

    private static final LocalDate SAFE = LocalDate.of(2026, 7, 10);
    private static final List<Integer> STEPS = List.of(15, 7, 3, 1, 0);

    @ParameterizedTest
    @CsvSource({
        "2026-06-24, none,          2026-06-25",
        "2026-06-25, 2026-07-10/15, 2026-07-03",
        "2026-07-02, 2026-07-10/15, 2026-07-03",
        "2026-07-03, 2026-07-10/7,  2026-07-07",
        "2026-07-09, 2026-07-10/1,  2026-07-10",
        "2026-07-10, 2026-07-10/0 critical, none",
        "2026-08-01, 2026-07-10/0 critical, none"
    })
    void it_is_asked_for_once_a_step_and_louder_from_the_safe_date(LocalDate today, String asked, String next) {
        // Given
        List<Integer> steps = STEPS;

        // When
        String chase = Chase.on(SAFE, steps, today)
                .map(found -> found.step() + (found.critical() ? " critical" : ""))
                .orElse("none");

        // Then
        assertThat(chase).isEqualTo(asked);
        assertThat(Chase.next(SAFE, steps, today).map(LocalDate::toString).orElse("none"))
                .isEqualTo(next);
    }

    @Test
    void without_a_date_it_is_asked_for_at_once() {
        // Given
        LocalDate today = LocalDate.of(2026, 6, 1);

        // When
        var chase = Chase.on(null, STEPS, today);

        // Then
        assertThat(chase).contains(new Chase("undated", false));
        assertThat(Chase.next(null, STEPS, today)).isEmpty();
    }

    @Test
    void a_policy_that_warns_of_nothing_still_wakes_somebody_on_the_safe_date() {
        // Given
        List<Integer> none = List.of();

        // When
        var before = Chase.on(SAFE, none, SAFE.minusDays(1));
        var on = Chase.on(SAFE, none, SAFE);

        // Then
        assertThat(before).isEmpty();
        assertThat(on).contains(new Chase("2026-07-10/0", true));
        assertThat(Chase.next(SAFE, none, SAFE.minusDays(9))).contains(SAFE);
    }
}
