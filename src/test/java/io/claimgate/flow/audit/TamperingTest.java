package io.claimgate.flow.audit;

import static io.claimgate.flow.audit.AuditWorld.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Databases;
import io.claimgate.support.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever somebody does to the history behind the gateway's back is found and called by its name (A10). */
class TamperingTest {

    @TempDir
    Path folder;

    private AuditWorld sealed(Databases database) {
        AuditWorld world = new AuditWorld(database, folder).history();
        assertThat(world.verifyLater()).isEqualTo(new Verdict(true, 15, 3, 0, 0, 0, List.of()));
        return world;
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_changed_payload(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        long id = world.id("claim/A", 2);
        world.tamper("update event_payload set payload = '{\"number\":7}' where event_id = " + id);

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.PAYLOAD_CHANGED);
            assertThat(finding.place()).isEqualTo("event " + id);
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_changed_payload_with_a_commitment_made_to_fit(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        long id = world.id("claim/A", 2);
        Payload forged = new Payload("00".repeat(16), "{\"number\":7}");
        world.tamper(
                "update event_payload set salt = '" + forged.salt() + "', payload = '" + forged.text()
                        + "' where event_id = " + id,
                "update event set commitment = '" + forged.commitment() + "' where id = " + id);

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("event-changed");
        assertThat(verdict.findings().get(0).place()).isEqualTo("event " + id);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void any_changed_field_of_an_event(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        List<String> changes = List.of(
                "at = at - interval '1' day",
                "recorded_at = recorded_at - interval '1' hour",
                "actor = 'somebody'",
                "type = 'io.claimgate.claim.declared'",
                "version = 2",
                "creditor = 'OTHER'",
                "stream = 'claim/C'");
        world.stores.sql.sql("create table untouched as select * from event").update();
        long id = world.id("claim/B", 4);
        for (String change : changes) {
            world.tamper("update event set " + change + " where id = " + id);

            // When
            Verdict verdict = world.verify();

            // Then
            assertThat(kinds(verdict)).as(change).contains("event-changed");
            assertThat(verdict.findings().get(0).place()).as(change).isEqualTo("event " + id);
            world.tamper("delete from event_payload where event_id = " + id, "delete from event where id = " + id);
            world.tamper("insert into event select * from untouched where id = " + id);
        }
        assertThat(world.verify().findings()).as("put back as it was").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_deleted_event(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        long id = world.id("claim/B", 4);
        world.tamper("delete from event_payload where event_id = " + id, "delete from event where id = " + id);

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("event-deleted", "stream-gap");
        assertThat(verdict.findings()).extracting(Finding::message).contains("number 4 is missing");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_event_inserted_into_a_block(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        long id = world.id("claim/B", 3);
        world.tamper("delete from event_payload where event_id = " + id);
        world.tamper("update event set stream = 'claim/NEW', seq = 1 where id = " + id);

        // When
        Verdict replaced = world.verify();
        world.tamper(copy(id, 1_000, "claim/NEW", 2, "1"), "update event_block set last_event = 1000 where id = 1");
        Verdict added = world.verify();

        // Then
        assertThat(kinds(replaced)).containsExactly("event-changed", "stream-gap");
        assertThat(kinds(added)).contains("event-inserted", "block-changed");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_event_that_claims_a_block_that_does_not_reach_to_it(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        world.tamper(copy(world.id("claim/A", 1), 1_000, "claim/NEW", 1, "1"));

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("event-without-block");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_consistent_event_inserted_at_the_end_is_never_sealed(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        Payload forged = new Payload("0a".repeat(16), "{\"state\":\"DECLARED\"}");
        world.tamper(
                "insert into event (id, stream, seq, at, recorded_at, actor, type, creditor, commitment) values (1000, 'claim/A', 8,"
                        + " current_timestamp, current_timestamp, 'machine', 'io.claimgate.claim.declared', 'ACME-FR', '"
                        + forged.commitment() + "')",
                "insert into event_payload (event_id, salt, payload) values (1000, '" + forged.salt() + "', '"
                        + forged.text() + "')");

        // When
        world.record("claim/C", 1).seal();
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("event-inserted");
        assertThat(verdict.findings().get(0).place()).isEqualTo("event 1000");
        assertThat(verdict.blocks()).isEqualTo(4);
        assertThat(world.alerts()).containsExactly("SEC-021");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_event_that_is_copied_with_its_stamp_to_the_end(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        long id = world.id("claim/A", 7);
        world.tamper(
                "insert into event (id, stream, seq, at, recorded_at, actor, type, version, creditor, commitment, mac)"
                        + " select 1000, stream, 8, at, recorded_at, actor, type, version, creditor, commitment, mac from event where id = "
                        + id,
                "insert into event_payload select 1000, salt, payload from event_payload where event_id = " + id);

        // When
        world.seal();
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("event-inserted");
        assertThat(verdict.unsealed()).isEqualTo(1 + alertEvents(world));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_change_before_the_seal(Databases database) {
        // Given
        AuditWorld world = sealed(database).record("claim/A", 2);
        world.tamper("update event set actor = 'nobody' where block_id is null and seq = 8");
        world.tamper("delete from event_payload where event_id = " + world.id("claim/A", 9));

        // When
        world.seal();
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("event-inserted", "payload-changed");
        assertThat(verdict.blocks()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void swapped_numbers_of_a_stream(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        long first = world.id("claim/A", 2);
        long second = world.id("claim/A", 3);
        world.tamper(
                "update event set seq = 99 where id = " + first,
                "update event set seq = 2 where id = " + second,
                "update event set seq = 3 where id = " + first);

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("event-changed", "events-reordered");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void swapped_ids(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        long first = world.id("claim/A", 2);
        long second = world.id("claim/A", 3);
        world.tamper(
                "create table p as select * from event_payload where event_id in (" + first + ", " + second + ")",
                "delete from event_payload where event_id in (" + first + ", " + second + ")",
                "update event set id = 9999 where id = " + first,
                "update event set id = " + first + " where id = " + second,
                "update event set id = " + second + " where id = 9999",
                "insert into event_payload select case when event_id = " + first + " then " + second + " else " + first
                        + " end, salt, payload from p");

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("events-reordered");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_tail_of_the_events_cut(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        world.tamper(
                "delete from event_payload where event_id >= " + world.id("claim/B", 7),
                "delete from event where id >= " + world.id("claim/B", 7));

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("event-deleted");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_tail_of_the_blocks_cut_with_its_events(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        world.tamper(
                "delete from event_payload where event_id in (select id from event where block_id = 3)",
                "delete from event where block_id = 3",
                "delete from event_block where id = 3");

        // When
        Verdict verdict = world.verify();
        world.record("claim/Z", 1);
        int sealed = world.sealer.seal();

        // Then
        assertThat(kinds(verdict)).containsExactly("blocks-cut");
        assertThat(verdict.findings().get(0).place()).isEqualTo("block 3");
        assertThat(sealed).as("nothing is sealed on top of it").isZero();
        assertThat(world.alerts()).containsExactly("SEC-020");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void blocks_cut_without_their_events(Databases database) {
        // Given
        AuditWorld world = sealed(database).tamper("delete from event_block where id in (2, 3)");

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("blocks-cut", "event-without-block");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_block_in_the_middle_deleted(Databases database) {
        // Given
        AuditWorld world = sealed(database).tamper("delete from event_block where id = 2");

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("block-deleted", "event-without-block");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_replaced_signature(Databases database) {
        // Given
        AuditWorld world = sealed(database)
                .tamper(
                        "update event_block set signature = (select signature from event_block where id = 1) where id = 2");

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("signature-wrong");
        assertThat(verdict.findings().get(0).place()).isEqualTo("block 2");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_changed_block(Databases database) {
        // Given
        AuditWorld world =
                sealed(database).tamper("update event_block set sealed_at = sealed_at - interval '1' day where id = 2");

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("block-changed", "signature-wrong");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_last_block_that_is_written_anew_with_another_key(Databases database) {
        // Given
        AuditWorld world = sealed(database);
        Block last = world.chain.newest().orElseThrow();
        AuditKey foreign = TestKeys.fresh().current();
        Block forged = Block.sign(
                new Block.Header(
                        3,
                        last.header().firstEvent(),
                        last.header().lastEvent(),
                        3,
                        last.header().merkleRoot(),
                        last.header().previousHash(),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        foreign.id()),
                foreign);
        world.tamper("delete from event_block where id = 3");
        world.stores.transactions.executeWithoutResult(status -> world.chain.seal(forged, List.of()));

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(kinds(verdict)).containsExactly("key-unknown", "head-differs");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_end_of_the_heads_file_cut(Databases database) throws IOException {
        // Given
        AuditWorld world = sealed(database);
        List<String> lines = Files.readAllLines(world.headsFile);
        Files.write(world.headsFile, lines.subList(0, 1));

        // When
        Verdict verdict = world.verify();
        world.record("claim/Z", 1);
        int sealed = world.sealer.seal();

        // Then
        assertThat(kinds(verdict)).containsExactly("heads-cut");
        assertThat(sealed).isZero();
        assertThat(world.alerts()).containsExactly("SEC-020");
        Files.write(world.headsFile, lines);
        assertThat(world.sealer.seal()).as("put back, it goes on").isPositive();
        assertThat(world.alerts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_last_line_of_the_heads_file_cut(Databases database) throws IOException {
        // Given
        AuditWorld world = sealed(database);
        Files.write(world.headsFile, Files.readAllLines(world.headsFile).subList(0, 2));

        // When
        Verdict verdict = world.verifyLater();

        // Then
        assertThat(kinds(verdict)).containsExactly("heads-cut");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void lines_of_the_heads_file_changed_swapped_or_broken(Databases database) throws IOException {
        // Given
        AuditWorld world = sealed(database);
        List<String> lines = Files.readAllLines(world.headsFile);
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 0, 1);

        // When
        Files.write(
                world.headsFile,
                List.of(lines.get(0), lines.get(1).replaceFirst("\"hash\":\"..", "\"hash\":\"zz"), lines.get(2)));
        Verdict changed = world.verify();
        Files.write(world.headsFile, swapped);
        Verdict reordered = world.verify();
        Files.write(world.headsFile, List.of(lines.get(0), "{\"block\":", lines.get(2)));
        Verdict broken = world.verify();

        // Then
        assertThat(kinds(changed)).containsExactly("head-differs");
        assertThat(kinds(reordered)).isNotEmpty().isSubsetOf("heads-cut", "blocks-cut", "block-deleted");
        assertThat(kinds(broken)).contains("heads-unreadable");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_destroyed_history_does_not_fill_the_answer(Databases database) {
        // Given
        AuditWorld world =
                new AuditWorld(database, folder).record("claim/A", 300).seal();
        world.tamper("update event_payload set payload = '{}'");

        // When
        Verdict verdict = world.verify();

        // Then
        assertThat(verdict.found()).isEqualTo(300);
        assertThat(verdict.findings()).hasSize(Verdict.TOLD);
    }

    private static long alertEvents(AuditWorld world) {
        return world.stores
                .sql
                .sql("select count(*) from event where type = 'io.claimgate.alert.raised'")
                .query(Long.class)
                .single();
    }

    private static String copy(long id, long newId, String stream, long seq, String block) {
        return "insert into event (id, stream, seq, at, recorded_at, actor, type, version, creditor, commitment, mac, block_id) select "
                + newId + ", '" + stream + "', " + seq
                + ", at, recorded_at, actor, type, version, creditor, commitment, mac, " + block
                + " from event where id = " + id;
    }
}
