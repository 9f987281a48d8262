package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.ActRefused;
import io.claimgate.problem.ProblemCode;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What persons do with a claim. */
class ClaimActsTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_approver_releases_what_he_did_not_ask_for(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.stores.transactions.execute(
                status -> world.declarations.draft(world.draft(Claims.APPROVAL, "500.00"), "olga"));
        world.run();

        // When
        refused(ProblemCode.SEC_003, () -> world.acts.approve(key, "olga"));
        world.acts.approve(key, "anna");
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.events(key))
                .containsExactly("drafted", "awaiting-approval", "approved", "declaring", "declared");
        assertThat(world.alerts(key)).isEmpty();
        refused(ProblemCode.OPS_006, () -> world.acts.approve(key, "anna"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_held_claim_does_not_leave_until_it_is_released(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        world.acts.hold(key, "olga", "the buyer promises to pay tomorrow");
        world.run();
        String held = world.state(key) + " " + world.submission(key);

        // When
        world.acts.release(key, "olga");
        world.run();

        // Then
        assertThat(held).isEqualTo("DRAFT none");
        assertThat(world.state(key)).isEqualTo("DECLARED");
        refused(ProblemCode.OPS_006, () -> world.acts.hold(key, "olga", "too late"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_held_past_its_close_is_foreclosed_not_forgotten(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        world.acts.hold(key, "olga", "waiting for the lawyer");
        world.run();
        world.stores.clock.set(world.next(key).orElseThrow());
        world.run();
        var onTheSafeDate = world.alerts(key);

        // When
        world.stores.clock.set(world.next(key).orElseThrow());
        world.run();

        // Then
        assertThat(onTheSafeDate).containsExactly("CLM-009");
        assertThat(world.state(key)).isEqualTo("FORECLOSED");
        assertThat(world.stores.clock.now()).isEqualTo(Claims.window().closeAt());
        assertThat(world.next(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_can_be_withdrawn_only_while_the_insurer_has_nothing(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey unsent = world.drafted(Claims.AUTOMATIC);
        ClaimKey unknown = world.drafted(Claims.AUTOMATIC);
        world.acts.hold(unsent, "olga", "paid");
        world.behave("timeout-before");
        world.run();

        // When
        world.acts.withdraw(unsent, "olga", "paid");

        // Then
        assertThat(world.state(unsent)).isEqualTo("WITHDRAWN");
        refused(ProblemCode.OPS_006, () -> world.acts.withdraw(unknown, "olga", "paid"));
        world.run();
        assertThat(world.next(unsent)).isEmpty();
        assertThat(world.accepts(unsent)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_filing_by_hand_needs_two_persons_and_keeps_the_machine_from_filing_too(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        Instant filed = Instant.parse("2026-06-01T07:30:00Z");
        ClaimActs.Filing filing = new ClaimActs.Filing("PORTAL-77", filed, new byte[] {1, 2, 3});

        // When
        ClaimActs.Manual first = world.acts.declaredManually(key, filing, "olga");
        world.run();
        int sentMeanwhile = world.accepts(key);
        ClaimActs.Manual same = world.acts.declaredManually(key, filing, "olga");
        ClaimActs.Manual second = world.acts.declaredManually(key, filing, "anna");
        world.run();

        // Then
        assertThat(first).isEqualTo(ClaimActs.Manual.REQUESTED);
        assertThat(sentMeanwhile).isZero();
        assertThat(same).isEqualTo(ClaimActs.Manual.REQUESTED);
        assertThat(second).isEqualTo(ClaimActs.Manual.CONFIRMED);
        var claim = world.books.claims().find(key).orElseThrow();
        assertThat(claim.state().name()).isEqualTo("DECLARED");
        assertThat(claim.declaredAt()).isEqualTo(filed);
        assertThat(world.vault.read(claim.manual().evidence())).containsExactly(1, 2, 3);
        assertThat(world.accepts(key)).isZero();
        refused(ProblemCode.OPS_006, () -> world.acts.declaredManually(key, filing, "anna"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void while_outgoing_is_paused_nothing_leaves_and_questions_are_still_asked(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey lost = world.drafted(Claims.AUTOMATIC);
        world.behave("accept-then-timeout");
        world.insurer.behave("{\"operation\":\"GetClaim\",\"mode\":\"http-503\",\"times\":1}");
        world.run(world.take(10));
        world.insurer.behave("{\"operation\":\"DeclareClaim\",\"mode\":\"normal\"}");
        ClaimKey fresh = world.drafted(Claims.AUTOMATIC);
        world.outgoing.pause(PauseScope.INSURER, "sandbox", "olga", "maintenance");

        // When
        world.pass(Duration.ofMinutes(1));
        world.run();
        world.pass(Duration.ofMinutes(1));
        world.run();
        String paused = world.state(fresh) + " " + world.submission(fresh);
        String asked = world.state(lost);
        world.outgoing.resume(PauseScope.INSURER, "sandbox", "olga");
        world.run();

        // Then
        assertThat(paused).isEqualTo("DRAFT none");
        assertThat(asked).isEqualTo("DECLARED");
        assertThat(world.state(fresh)).isEqualTo("DECLARED");
        refused(ProblemCode.OPS_006, () -> world.outgoing.resume(PauseScope.INSURER, "sandbox", "olga"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_pause_near_the_close_wakes_a_person(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        world.outgoing.pause(PauseScope.ALL, "", "olga", "restore");
        world.run();
        var early = world.alerts(key);

        // When
        world.stores.clock.set(world.next(key).orElseThrow());
        world.run();
        var near = world.alerts(key);
        world.outgoing.resume(PauseScope.ALL, "", "olga");
        world.run();

        // Then
        assertThat(early).isEmpty();
        assertThat(near).containsExactly("CLM-009", "CLM-010");
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.alerts(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_same_draft_twice_is_one_claim_and_another_amount_replaces_what_was_not_rendered(Databases database) {
        // Given
        World world = new World(database);
        ClaimDraft draft = world.draft(Claims.APPROVAL, "500.00");
        ClaimDraft less = new ClaimDraft(
                draft.subject(),
                draft.governing(),
                draft.window(),
                draft.rule(),
                java.util.List.of(Claims.line(draft.subject().buyerId(), "300.00")),
                new java.math.BigDecimal("300"),
                "EUR",
                draft.cause());

        // When
        ClaimKey first = world.stores.transactions.execute(s -> world.declarations.draft(draft, "machine"));
        ClaimKey again = world.stores.transactions.execute(s -> world.declarations.draft(draft, "machine"));
        ClaimKey revised = world.stores.transactions.execute(s -> world.declarations.draft(less, "machine"));

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(revised).isEqualTo(first);
        assertThat(world.events(first)).containsExactly("drafted", "revised");
        assertThat(world.books.claims().find(first).orElseThrow().amount()).isEqualByComparingTo("300");
        assertThat(world.books.claims().lines(first)).containsExactlyElementsOf(less.lines());
    }

    private static void refused(ProblemCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ActRefused.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
