package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ReleaseRule;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole machine of a declaration, on both databases, against the real simulated insurer over HTTP. */
class ClaimHandlerTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_drafted_claim_is_declared_once_with_everything_recorded(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);

        // When
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.submission(key)).isEqualTo("ACKNOWLEDGED 1");
        assertThat(world.accepts(key)).isEqualTo(1);
        assertThat(world.events(key)).containsExactly("drafted", "declaring", "declared");
        assertThat(world.messages(key)).containsExactly("OUT DeclareClaim", "IN DeclareClaim");
        assertThat(world.alerts(key)).isEmpty();
        assertThat(world.next(key)).isEmpty();
        var claim = world.books.claims().find(key).orElseThrow();
        assertThat(claim.declaredAt()).isEqualTo(world.stores.clock.now());
        assertThat(claim.insurerClaimNumber()).startsWith("SB-");
        assertThat(world.stores
                        .sql
                        .sql("select count(*) from task where kind = 'exposure'")
                        .query(Long.class)
                        .single())
                .as("the watch computes the exposure anew")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // mode,              settled at once,  declared after the wait, taken, calls
        "normal,              DECLARED,  1, 1",
        "slow,                DECLARED,  1, 1",
        "accept-then-timeout, DECLARED,  1, 1",
        "timeout-before,      DECLARING, 2, 1",
        "disconnect,          DECLARING, 2, 1",
        "fault,               DECLARING, 2, 1",
        "http-503,            DECLARING, 2, 1"
    })
    void whatever_the_insurer_does_it_takes_the_claim_once(String mode, String atOnce, int calls, int accepts) {
        for (Databases database : Databases.values()) {
            // Given
            World world = new World(database);
            ClaimKey key = world.drafted(Claims.AUTOMATIC);
            world.behave(mode);

            // When
            world.run();
            String early = world.state(key);
            world.insurer.behaveNormally();
            for (int i = 0; i < 3; i++) {
                world.pass(Duration.ofSeconds(6));
                world.run();
            }

            // Then
            assertThat(early).isEqualTo(atOnce);
            assertThat(world.state(key)).isEqualTo("DECLARED");
            assertThat(world.submission(key)).isEqualTo("ACKNOWLEDGED " + calls);
            assertThat(world.accepts(key)).isEqualTo(accepts);
            assertThat(world.alerts(key)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_lost_answer_is_asked_about_and_tells_a_person(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        world.behave("timeout-before");

        // When
        world.run();

        // Then
        assertThat(world.submission(key)).isEqualTo("OUTCOME_UNKNOWN 1");
        assertThat(world.alerts(key)).containsExactly("CLM-007");
        assertThat(world.events(key)).containsExactly("drafted", "declaring", "outcome-lost");
        assertThat(world.messages(key)).containsExactly("OUT DeclareClaim", "OUT GetClaim", "IN GetClaim");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void not_found_counts_only_after_the_settle_time_by_both_clocks(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        world.behave("timeout-before");
        world.run();
        world.insurer.behaveNormally();

        // When only business time passes
        world.stores.clock.advance(Duration.ofHours(1));
        world.stores.sql.sql("update task set hold_until = null").update();
        world.run(world.take(10));
        String afterBusinessTime = world.submission(key);
        // When system time passes too
        world.pass(Duration.ofSeconds(6));
        world.run();

        // Then
        assertThat(afterBusinessTime).isEqualTo("OUTCOME_UNKNOWN 1");
        assertThat(world.submission(key)).isEqualTo("ACKNOWLEDGED 2");
        assertThat(world.accepts(key)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_task_of_an_unsettled_outcome_is_held_in_system_time(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        world.behave("timeout-before");

        // When
        world.run();

        // Then
        Instant hold = world.stores
                .sql
                .sql("select hold_until from task where ref = ?")
                .param(key.value())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(hold).isEqualTo(world.systemClock.instant().plusSeconds(5));
        assertThat(world.next(key)).contains(world.stores.clock.now().plusSeconds(5));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_refused_claim_waits_for_a_person_and_goes_again_with_new_bytes(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        world.behave("refuse");
        world.run();
        String refused = world.state(key) + " " + world.submission(key);
        List<String> alerts = world.alerts(key);
        world.insurer.behaveNormally();
        world.pass(Duration.ofDays(1));
        world.run();
        String stillRefused = world.submission(key);

        // When
        world.acts.release(key, "olga");
        world.run();

        // Then
        assertThat(refused).isEqualTo("DRAFT REJECTED 1");
        assertThat(alerts).containsExactly("CLM-008");
        assertThat(stillRefused).isEqualTo("REJECTED 1");
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.stores
                        .sql
                        .sql("select max(attempt) from submission where claim_key = ?")
                        .param(key.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(world.alerts(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_resend_sends_the_stored_bytes_even_if_the_buyer_changed_meanwhile(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        world.behave("http-503");
        world.run();
        world.stores.sql.sql("update buyer set name = 'Another name'").update();
        world.insurer.behaveNormally();

        // When
        world.pass(Duration.ofMinutes(1));
        world.run();

        // Then
        assertThat(world.stores
                        .sql
                        .sql("select count(distinct sha256) from message where direction = 'OUT' and claim_key = ?")
                        .param(key.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(world.submission(key)).isEqualTo("ACKNOWLEDGED 2");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void retries_get_faster_near_the_close_and_never_pass_it_and_then_it_is_foreclosed(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        world.behave("http-503");
        Instant closeAt = Claims.window().closeAt();
        world.at("2026-07-31T21:59:00Z");

        // When
        world.run();
        List<String> alertsBefore = world.alerts(key);
        int tries = 0;
        while (world.state(key).equals("DECLARING") && tries++ < 100) {
            Instant next = world.next(key).orElseThrow();
            assertThat(next).isAfter(world.stores.clock.now()).isBeforeOrEqualTo(closeAt);
            world.stores.clock.set(next);
            world.run();
        }

        // Then
        assertThat(alertsBefore).containsExactly("CLM-009");
        assertThat(tries).isBetween(10, 60);
        assertThat(world.state(key)).isEqualTo("FORECLOSED");
        assertThat(world.stores.clock.now()).isEqualTo(closeAt);
        assertThat(world.alerts(key)).contains("CLM-003");
        assertThat(world.next(key)).isEmpty();
        assertThat(world.accepts(key)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_last_question_is_asked_at_the_close_and_late_proof_makes_it_declared(Databases database) {
        // Given a claim that was taken in time, whose answer and status are both lost
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        world.at("2026-07-31T21:58:00Z");
        world.behave("accept-then-timeout");
        world.insurer.behave("{\"operation\":\"GetClaim\",\"mode\":\"http-503\"}");
        world.run();
        world.at("2026-07-31T22:00:00Z");
        world.run();
        String atTheClose = world.state(key);
        List<String> alerts = world.alerts(key);

        // When
        world.insurer.behaveNormally();
        world.pass(Duration.ofHours(1));
        world.run();

        // Then
        assertThat(atTheClose).isEqualTo("FORECLOSED");
        assertThat(alerts).contains("CLM-003");
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.books.claims().find(key).orElseThrow().declaredAt())
                .isEqualTo(Instant.parse("2026-07-31T21:58:00Z"));
        assertThat(world.alerts(key)).isEmpty();
        assertThat(world.accepts(key)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothing_leaves_before_a_hard_opening(Databases database) {
        // Given
        World world = new World(database);
        world.at("2026-05-30T10:00:00Z");
        ClaimKey key = world.drafted(Claims.AUTOMATIC);

        // When
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("DRAFT");
        assertThat(world.next(key)).contains(Instant.parse("2026-05-30T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"DECLARE, DECLARED", "ESCALATE, AWAITING_APPROVAL"})
    void on_the_safe_date_the_policy_says_what_becomes_of_a_claim_nobody_approved(
            ReleaseRule.OnSafeDate onSafeDate, String expected) {
        for (Databases database : Databases.values()) {
            // Given
            World world = new World(database);
            ClaimKey key = world.drafted(new ReleaseRule(ReleaseRule.Mode.APPROVAL, onSafeDate, null));
            world.run();
            String waiting = world.state(key);
            Instant safe = world.next(key).orElseThrow();

            // When
            world.stores.clock.set(safe);
            world.run();

            // Then
            assertThat(waiting).isEqualTo("AWAITING_APPROVAL");
            assertThat(safe).isEqualTo(Instant.parse("2026-07-27T22:00:00Z"));
            assertThat(world.state(key)).isEqualTo(expected);
            if (expected.equals("AWAITING_APPROVAL")) {
                assertThat(world.alerts(key)).containsExactly("CLM-005", "CLM-009");
            }
        }
    }
}
