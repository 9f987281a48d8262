package io.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.Anomaly.Volume;
import io.claimgate.support.Claims;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a guard has something to say, and when what it stopped goes by itself. */
class GuardRulesTest {

    @ParameterizedTest
    @CsvSource({
        // usual claims, amount, due claims, amount, out of the ordinary
        "0,   0.00,      20,   9000000.00, false", // small numbers never alarm, whatever the money
        "0,   0.00,      21,   21.00,      true", // a contract without history
        "5,   5000.00,   20,   99000.00,   false",
        "5,   5000.00,   21,   1000.00,    true", // three times five is below the floor of twenty
        "10,  10000.00,  30,   30000.00,   false",
        "10,  10000.00,  31,   30000.00,   true", // by number
        "10,  10000.00,  30,   30000.01,   true", // by amount
        "200, 900000.00, 600,  2700000.00, false",
        "200, 900000.00, 10000, 2700000.00, true"
    })
    void a_day_far_above_the_highest_usual_one_is_out_of_the_ordinary(
            long usualClaims, BigDecimal usualAmount, long dueClaims, BigDecimal dueAmount, boolean unusual) {
        // Given
        Anomaly anomaly = new Anomaly(BigDecimal.valueOf(3), 20);

        // When
        boolean told = anomaly.unusual(new Volume(dueClaims, dueAmount), new Volume(usualClaims, usualAmount));

        // Then
        assertThat(told).isEqualTo(unusual);
    }

    @ParameterizedTest
    @CsvSource({
        // version, receivable since, version since, released versions, waits
        "1, 2026-06-01, 2026-05-01, '',   true", // nobody has released anything of this ERP
        "1, 2026-06-01, 2026-05-01, '1',  false",
        "2, 2026-06-01, 2026-07-01, '1',  true", // was there before the version
        "2, 2026-07-02, 2026-07-01, '1',  false", // came afterwards
        "2, 2026-06-01, 2026-07-01, '1 2', false",
        "2, 2026-06-01, ,           '1',  false" // nobody knows since when the version is there
    })
    void a_first_load_is_what_nobody_has_released_of_this_erp_under_this_version(
            int version, LocalDate receivable, LocalDate recorded, String released, boolean waits) {
        // Given
        FirstLoad load = new FirstLoad(
                "acme",
                version,
                receivable.atStartOfDay(Claims.PARIS).toInstant(),
                recorded == null ? null : recorded.atStartOfDay(Claims.PARIS).toInstant(),
                released.isEmpty()
                        ? Set.of()
                        : Arrays.stream(released.split(" "))
                                .map(Integer::valueOf)
                                .collect(Collectors.toSet()));

        // When
        boolean told = load.waits();

        // Then
        assertThat(told).isEqualTo(waits);
    }

    @ParameterizedTest
    @CsvSource({
        // stopped (window to the end of 31 July in Paris, safe date 28 July), goes by itself
        "2026-06-29T08:00:00Z, 2026-07-27T22:00:00Z", // on the safe date
        "2026-07-28T08:00:00Z, 2026-07-29T08:00:00Z", // on the safe date itself: people get a day
        "2026-07-30T08:00:00Z, 2026-07-31T03:00:00Z", // 38 hours are left: half of them
        "2026-07-31T20:00:00Z, 2026-07-31T21:00:00Z" // two hours are left
    })
    void what_may_go_by_itself_leaves_people_time_but_never_passes_the_close(Instant stopped, Instant goes) {
        // Given
        Stop stop = new Stop(1, Guard.ANOMALY, "many", stopped, null);
        Claim claim = Claims.claim(1, Claims.AUTOMATIC).awaitingApproval();

        // When
        Instant told = stop.goesByItselfAt(claim.window());

        // Then
        assertThat(told).isEqualTo(goes);
        assertThat(Gate.of(claim, stop, false, goes.minusSeconds(1))).isEqualTo(new Gate.Shut(Gate.Reason.GUARD, goes));
        assertThat(Gate.of(claim, stop, false, goes)).isEqualTo(new Gate.Open(Gate.Word.SAFE_DATE));
    }

    @ParameterizedTest
    @CsvSource({
        "ESCALATE, ,     2026-07-30T08:00:00Z, Shut",
        "ESCALATE, anna, 2026-06-30T08:00:00Z, Open",
        "ESCALATE, anna, 2026-07-31T22:00:00Z, TooLate",
        "DECLARE,  anna, 2026-06-30T08:00:00Z, Open"
    })
    void a_released_case_opens_the_gate_and_nothing_else_does_where_the_policy_escalates(
            ReleaseRule.OnSafeDate onSafeDate, String releasedBy, Instant now, String answer) {
        // Given
        Claim claim = Claims.claim(1, new ReleaseRule(ReleaseRule.Mode.AUTOMATIC, onSafeDate, null))
                .awaitingApproval();
        Stop stop = new Stop(1, Guard.FIRST_LOAD, "first", Instant.parse("2026-06-01T08:00:00Z"), releasedBy);

        // When
        Gate gate = Gate.of(claim, stop, false, now);

        // Then
        assertThat(gate.getClass().getSimpleName()).isEqualTo(answer);
    }
}
