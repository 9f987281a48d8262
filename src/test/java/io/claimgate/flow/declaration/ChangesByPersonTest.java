package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.claim.ChangeKind;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.Query;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.LastLook;
import io.claimgate.support.Databases;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of a claim that a person asks for, lets go, corrects or tells by other means. */
class ChangesByPersonTest {

    private static final ClaimActs.Filing TOLD = new ClaimActs.Filing(
            "MAIL-7", Instant.parse("2026-06-13T09:00:00Z"), "the answer by mail".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_person_takes_a_declared_claim_back_and_the_machine_declares_no_more_in_this_episode(Databases database) {
        // Given
        ChangedWorld world = declared(database, "");
        world.payment("p", "2026-06-11", "100.00");
        world.run();

        // When: an amendment is planned already
        world.world.acts.withdraw(world.claim(), "anna", "settled with the buyer");
        String until = world.state();
        world.until("2026-08-30T10:00:00Z");

        // Then
        assertThat(until).isEqualTo("DECLARED");
        assertThat(world.changes()).containsExactly("AMEND DROPPED 900.00", "WITHDRAW TOLD 0.00");
        assertThat(world.told()).containsExactly("WITHDRAW 0.00 x1");
        assertThat(world.atInsurer().get("changes").get(0).get("reason").asText())
                .isEqualTo("settled with the buyer");
        assertThat(world.state()).isEqualTo("WITHDRAWN");
        assertThat(world.claims()).hasSize(1);
        assertThat(world.episode()).as("A is still owed").isEqualTo(1);
        assertThat(world.events()).contains("withdrawal-requested", "withdrawn");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_takes_it_back_twice_is_told_so(Databases database) {
        // Given
        ChangedWorld world = declared(database, "");
        world.world.acts.withdraw(world.claim(), "anna", "settled with the buyer");
        world.behave("WithdrawClaim", "http-503", 1);
        world.run();

        // Then
        assertThatThrownBy(() -> world.world.acts.withdraw(world.claim(), "ben", "again"))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("is being withdrawn already");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void where_the_policy_wants_an_approver_a_change_waits_for_one(Databases database) {
        // Given
        ChangedWorld world = declared(database, "changes: {tell: approval}");
        world.payment("p", "2026-06-11", "100.00");
        world.until("2026-06-20T10:00:00Z");
        var waiting = world.changes();
        var alerts = world.alerts();

        // When
        world.acts.release(world.claim(), 1, "ben");
        world.until("2026-06-20T10:01:00Z");

        // Then
        assertThat(waiting).containsExactly("AMEND WITH_PERSON 900.00");
        assertThat(alerts).containsExactly("CLM-013");
        assertThat(world.told()).containsExactly("AMEND 900.00 x1");
        assertThat(world.alerts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_refused_change_is_a_persons_follows_the_ledger_and_goes_again_when_let_go(Databases database) {
        // Given
        ChangedWorld world = declared(database, "");
        world.behave("AmendClaim", "refuse", 1);
        world.payment("p", "2026-06-11", "100.00");
        world.until("2026-06-14T10:00:00Z");
        var refused = world.changes();
        var alerts = world.alerts();
        world.payment("q", "2026-06-14", "100.00");
        world.until("2026-06-16T10:00:00Z");

        // When
        world.acts.release(world.claim(), 1, "anna");
        world.until("2026-06-16T10:01:00Z");

        // Then
        assertThat(refused).containsExactly("AMEND WITH_PERSON 900.00");
        assertThat(alerts).containsExactly("CLM-013");
        assertThat(world.told()).containsExactly("AMEND 800.00 x1");
        assertThat(world.changes()).containsExactly("AMEND TOLD 800.00");
        assertThat(world.state()).isEqualTo("DECLARED");
        assertThat(world.world
                        .stores
                        .sql
                        .sql(
                                "select concat(operation, ' ', attempt, ' ', state) from submission where claim_key = ? order by id")
                        .param(world.claim().value())
                        .query(String.class)
                        .list())
                .containsExactly("DECLARE 1 ACKNOWLEDGED", "AMEND 1 REJECTED", "AMEND 2 ACKNOWLEDGED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_insurer_that_takes_no_changes_from_machines_is_told_by_a_person_and_two_confirm_it(Databases database) {
        // Given
        ChangedWorld world = declared(database, "");
        world.wire(insurer -> new OldFashioned(world.world.insurer.channels().of(insurer)));
        world.payment("p", "2026-06-11", "100.00");
        world.until("2026-06-14T10:00:00Z");
        String letter = world.world
                .stores
                .sql
                .sql("select message from alert where subject = ? and cleared_at is null")
                .param("claim/" + world.claim())
                .query(String.class)
                .single();

        // When
        ClaimChange first = world.acts.toldByHand(world.claim(), 1, TOLD, "anna");
        ClaimChange same = world.acts.toldByHand(world.claim(), 1, TOLD, "anna");
        ClaimChange second = world.acts.toldByHand(world.claim(), 1, TOLD, "ben");

        // Then
        assertThat(letter)
                .contains("sandbox takes no AMEND from a machine")
                .contains("900.00 EUR instead of 1000.00")
                .contains(world.claim().value());
        assertThat(first.state()).isEqualTo(ClaimChange.State.WITH_PERSON);
        assertThat(same.state()).isEqualTo(ClaimChange.State.WITH_PERSON);
        assertThat(second.state()).isEqualTo(ClaimChange.State.TOLD);
        assertThat(world.changes()).containsExactly("AMEND TOLD 900.00");
        assertThat(world.lines()).containsExactly("A 900.00");
        assertThat(world.told()).as("by the machine").isEmpty();
        assertThat(world.alerts()).isEmpty();
        assertThat(world.events()).endsWith("change-manual-requested", "change-manual-requested", "amended");
    }

    private static ChangedWorld declared(Databases database, String changes) {
        ChangedWorld world = new ChangedWorld(database, changes);
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.until("2026-06-12T10:00:00Z");
        assertThat(world.state()).isEqualTo("DECLARED");
        return world;
    }

    /** The real channel to an insurer whose profile names no operation for changes. */
    private record OldFashioned(InsurerChannel real) implements InsurerChannel {
        @Override
        public Terms terms() {
            Terms all = real.terms();
            return new Terms(
                    all.insurer(),
                    all.longestCall(),
                    all.settleTime(),
                    all.idempotent(),
                    all.answersQueries(),
                    all.declare(),
                    all.query(),
                    Map.of());
        }

        @Override
        public byte[] render(Declaration declaration) {
            return real.render(declaration);
        }

        @Override
        public byte[] render(Claim claim, ClaimChange change) {
            throw new AssertionError("nothing is rendered for an insurer that takes it not");
        }

        @Override
        public Reply<Answer> declare(ClaimKey key, byte[] payload, LastLook look) {
            return real.declare(key, payload, look);
        }

        @Override
        public Reply<Answer> change(ClaimKey key, ChangeKind kind, int number, byte[] payload, LastLook look) {
            throw new AssertionError("nothing is sent to an insurer that takes it not");
        }

        @Override
        public Reply<Query> ask(ClaimKey key) {
            return real.ask(key);
        }
    }
}
