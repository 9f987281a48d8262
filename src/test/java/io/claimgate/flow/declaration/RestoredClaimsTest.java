package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.claim.ChangeKind;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.claim.ReleaseRule;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.Query;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Departures;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.restore.RestoreBook;
import io.claimgate.store.restore.JdbcRestoreBook;
import io.claimgate.store.restore.JdbcRestores;
import io.claimgate.store.settlement.JdbcCursors;
import io.claimgate.support.Databases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims of a database that was restored: nothing is declared before its insurer was asked. */
class RestoredClaimsTest {

    private static final ReleaseRule AUTOMATIC =
            new ReleaseRule(ReleaseRule.Mode.AUTOMATIC, ReleaseRule.OnSafeDate.DECLARE, null);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_that_the_insurer_has_is_declared_with_its_number_and_never_sent_again(Databases database) {
        // Given
        World world = world(database);
        ClaimKey key = forgotten(world);
        asking(world);

        // When
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.accepts(key)).isEqualTo(1);
        assertThat(world.books.claims().find(key).orElseThrow().insurerClaimNumber())
                .isEqualTo(world.insurer
                        .claim(key.value())
                        .orElseThrow()
                        .get("insurerClaimNumber")
                        .asText());
        assertThat(world.messages(key)).containsOnly("OUT GetClaim", "IN GetClaim");
        assertThat(item(world, key)).isEqualTo("FOUND");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_that_the_insurer_has_not_waits_as_a_draft_until_outgoing_is_resumed(Databases database) {
        // Given
        World world = world(database);
        ClaimKey key = world.drafted(AUTOMATIC);
        Restore restore = asking(world);

        // When
        world.run();
        String asked = world.state(key) + " " + world.submission(key) + " " + item(world, key);
        world.pass(Duration.ofMinutes(10));
        world.run();
        String settled = world.state(key) + " " + world.submission(key) + " " + item(world, key);
        reconciled(world, restore);
        world.outgoing.resume(PauseScope.ALL, "*", "olga");
        world.run();

        // Then
        assertThat(asked).isEqualTo("DRAFT none OPEN");
        assertThat(settled).isEqualTo("DRAFT none NOT_FOUND");
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.accepts(key)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void bytes_that_were_fixed_before_the_restore_are_asked_about_before_they_leave(Databases database) {
        // Given
        World world = world(database);
        ClaimKey there = world.drafted(AUTOMATIC);
        world.run();
        forgetOnlyTheCall(world, there);
        Restore restore = asking(world);

        // When
        world.run();

        // Then
        assertThat(world.state(there)).isEqualTo("DECLARED");
        assertThat(world.accepts(there)).isEqualTo(1);
        assertThat(restore.open()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_whose_receivables_came_back_late_is_asked_for_as_every_other(Databases database) {
        // Given
        World world = world(database);
        ClaimKey key = forgotten(world);
        Restore restore = asking(world);
        new JdbcRestoreBook(world.stores.sql, world.stores.clock)
                .item(
                        restore,
                        RestoreBook.Kind.CLAIM,
                        key.value(),
                        "ACME-FR",
                        Restores.State.UNCLEAR,
                        "its receivables are not in the books");

        // When
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.accepts(key)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_of_an_insurer_that_cannot_be_asked_waits_for_a_person(Databases database) {
        // Given
        World world = world(database);
        world.wire(insurer -> new Silent(world.insurer.channels().of(insurer)));
        ClaimKey key = world.drafted(AUTOMATIC);
        Restore restore = asking(world);
        world.run();
        String waits = world.state(key) + " "
                + world.books.claims().find(key).orElseThrow().hold().by() + " " + world.alerts(key);

        // When
        reconciled(world, restore);
        world.outgoing.resume(PauseScope.ALL, "*", "olga");
        world.run();
        int before = world.accepts(key);
        world.acts.release(key, "olga");
        world.run();

        // Then
        assertThat(waits).isEqualTo("DRAFT machine [CLM-012]");
        assertThat(before).isZero();
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.accepts(key)).isEqualTo(1);
    }

    /** The real insurer, without its answers to questions. */
    private record Silent(InsurerChannel real) implements InsurerChannel {

        @Override
        public Terms terms() {
            Terms terms = real.terms();
            return new Terms(
                    terms.insurer(),
                    terms.longestCall(),
                    terms.settleTime(),
                    false,
                    false,
                    terms.declare(),
                    terms.query(),
                    terms.changes());
        }

        @Override
        public byte[] render(Declaration declaration) {
            return real.render(declaration);
        }

        @Override
        public byte[] render(Claim claim, ClaimChange change) {
            return real.render(claim, change);
        }

        @Override
        public Reply<Answer> declare(ClaimKey key, byte[] payload, LastLook look) {
            return real.declare(key, payload, look);
        }

        @Override
        public Reply<Answer> change(ClaimKey key, ChangeKind kind, int number, byte[] payload, LastLook look) {
            return real.change(key, kind, number, payload, look);
        }

        @Override
        public Reply<Query> ask(ClaimKey key) {
            throw new IllegalStateException("this insurer cannot be asked");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_that_the_insurer_has_with_another_amount_is_a_persons(Databases database) {
        // Given
        World world = world(database);
        ClaimKey key = forgotten(world);
        world.stores.sql.sql("update claim set amount = 99000.00").update();
        world.stores.sql.sql("update claim_line set amount = 99000.00").update();
        asking(world);

        // When
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("DECLARING");
        assertThat(world.accepts(key)).isEqualTo(1);
        assertThat(world.alerts(key)).contains("CLM-012");
        assertThat(item(world, key)).isEqualTo("UNCLEAR");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void outgoing_is_not_resumed_before_all_is_reconciled(Databases database) {
        // Given
        World world = world(database);
        Restore restore = restored(world);

        // When / Then
        assertThatThrownBy(() -> world.outgoing.resume(PauseScope.ALL, "*", "olga"))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("reconciled as far as FILES");
        assertThat(world.outgoing.pauses()).hasSize(1);
        reconciled(world, restore);
        world.outgoing.resume(PauseScope.ALL, "*", "olga");
        assertThat(world.outgoing.pauses()).isEmpty();
        assertThat(world.ideas.restores().last().orElseThrow().open()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void two_persons_may_resume_it_all_the_same_and_what_was_not_asked_is_still_asked_first(Databases database) {
        // Given
        World world = world(database);
        ClaimKey key = forgotten(world);
        Restore restore = restored(world);

        // When
        world.stores.transactions.executeWithoutResult(
                status -> world.outgoing.force(restore.id(), "anna", "the insurer closes tonight"));
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.accepts(key)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_was_issued_after_the_release_is_not_asked_for(Databases database) {
        // Given
        World world = world(database);
        Restore restore = restored(world);
        reconciled(world, restore);
        world.outgoing.resume(PauseScope.ALL, "*", "olga");
        world.stores
                .sql
                .sql("update restoration set released_at = ?")
                .param(Instant.parse("2026-02-01T00:00:00Z").atOffset(ZoneOffset.UTC))
                .update();

        // When
        ClaimKey key = world.drafted(AUTOMATIC);
        world.run();

        // Then
        assertThat(world.messages(key)).containsExactly("OUT DeclareClaim", "IN DeclareClaim");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothing_is_asked_before_the_journal_is_read(Databases database) {
        // Given
        World world = world(database);
        ClaimKey key = forgotten(world);
        Restore restore = restored(world);

        // When
        world.run(world.take(1));
        List<String> before = world.messages(key);
        moved(world, restore, Restore.Phase.ASKING);
        world.pass(Duration.ofSeconds(2));
        world.run();

        // Then
        assertThat(before).isEmpty();
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.accepts(key)).isEqualTo(1);
    }

    /** Its file came back after the insurer's list was read: what the list told of it was refused. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_list_of_an_insurer_is_read_again_when_a_claim_is_found_after_it_was_read(Databases database) {
        // Given
        World world = world(database);
        ClaimKey key = forgotten(world);
        moved(world, restored(world), Restore.Phase.RESULTS);
        String insurer = world.books.claims().find(key).orElseThrow().subject().insurer();
        JdbcCursors cursors = new JdbcCursors(world.stores.sql);
        cursors.move(insurer, null, "c7", world.ideas.systemNow());

        // When
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(cursors.of(insurer)).isEmpty();
        assertThat(world.stores.tasks.take("reader", List.of(TaskKinds.LISTED_RESULTS), 5))
                .extracting(Task::ref)
                .containsExactly(insurer);
        cursors.move(insurer, null, "c7", world.ideas.systemNow());
        assertThat(cursors.of(insurer)).contains("c7");
    }

    private static World world(Databases database) {
        World world = new World(database);
        world.at("2026-06-29T08:00:00Z");
        Ideas plain = world.ideas;
        world.ideas = new Ideas(
                plain.tasks(),
                plain.events(),
                plain.alerts(),
                plain.vault(),
                plain.clock(),
                plain.systemClock(),
                plain.transactions(),
                Departures.NONE,
                new JdbcRestores(world.stores.sql, world.stores.clock));
        world.wire(world.insurer.channels());
        return world;
    }

    /** A claim that the insurer has, and of whose declaration the database knows nothing. */
    private static ClaimKey forgotten(World world) {
        ClaimKey key = world.drafted(AUTOMATIC);
        world.run();
        forget(world, key);
        return key;
    }

    /** As if the database were from before the declaration. */
    private static void forget(World world, ClaimKey key) {
        world.stores.sql.sql("delete from message").update();
        world.stores.sql.sql("delete from submission").update();
        world.stores
                .sql
                .sql(
                        "update claim set state = 'DRAFT', declared_at = null, insurer_claim_number = null, released_on = null, released_by = null")
                .update();
        arm(world, key);
    }

    private static void arm(World world, ClaimKey key) {
        world.stores.transactions.executeWithoutResult(status -> world.tasks()
                .arm(
                        ClaimHandler.KIND,
                        key.value(),
                        "ACME-FR",
                        world.ideas.now(),
                        world.books.claims().find(key).orElseThrow().window().closeAt()));
    }

    /** As if the database were from between the intent and the call. */
    private static void forgetOnlyTheCall(World world, ClaimKey key) {
        world.stores.sql.sql("delete from message").update();
        world.stores
                .sql
                .sql(
                        "update submission set state = 'PENDING', calls = 0, sent_at = null, sent_system_at = null, finished_at = null,"
                                + " insurer_reference = null")
                .update();
        world.stores
                .sql
                .sql("update claim set state = 'DECLARING', declared_at = null, insurer_claim_number = null")
                .update();
        arm(world, key);
    }

    private static Restore restored(World world) {
        Restore restore = new JdbcRestoreBook(world.stores.sql, world.stores.clock)
                .open(
                        List.of("said:test"),
                        "a test says so",
                        world.ideas.now(),
                        world.ideas.systemNow().truncatedTo(ChronoUnit.MICROS))
                .orElseThrow();
        world.books.pauses().add(new Pauses.Pause(PauseScope.ALL, "*", "machine", "restored", world.ideas.now()));
        return restore;
    }

    /** A restored database whose journal has been read. */
    private static Restore asking(World world) {
        return moved(world, restored(world), Restore.Phase.ASKING);
    }

    private static Restore moved(World world, Restore restore, Restore.Phase to) {
        world.ideas.restores().step(restore, to);
        return world.ideas.restores().last().orElseThrow();
    }

    private static void reconciled(World world, Restore restore) {
        world.ideas.restores().step(restore, Restore.Phase.RECONCILED);
    }

    private static String item(World world, ClaimKey key) {
        new JdbcRestoreBook(world.stores.sql, world.stores.clock)
                .refresh(world.ideas.restores().last().orElseThrow());
        return world.stores
                .sql
                .sql("select state from restoration_item where kind = 'CLAIM' and ref = ?")
                .param(key.value())
                .query(String.class)
                .single();
    }
}
