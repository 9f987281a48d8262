package io.claimgate.flow.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.Departure;
import io.claimgate.flow.Home;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.audit.Block;
import io.claimgate.store.audit.HeadsFile;
import io.claimgate.store.audit.JdbcChain;
import io.claimgate.store.claim.JdbcPauses;
import io.claimgate.store.restore.DepartureFiles;
import io.claimgate.store.restore.HomeSurroundings;
import io.claimgate.store.restore.JdbcRestoreBook;
import io.claimgate.store.restore.JdbcRestores;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a database gives away that it is older than what left. */
class NoticingTest {

    private static final Instant AT = Instant.parse("2026-06-01T08:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_fresh_home_has_nothing_to_notice(Databases database) {
        // Given
        World world = new World(database, folder);

        // When
        Optional<Restore> noticed = world.noticing.look("");

        // Then
        assertThat(noticed).isEmpty();
        assertThat(world.pauses.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_that_was_taken_and_is_not_known_pauses_outgoing_once(Databases database) {
        // Given
        World world = new World(database, folder);
        world.journal.note(taken());

        // When
        Optional<Restore> first = world.noticing.look("");
        Optional<Restore> again = world.noticing.look("");

        // Then
        assertThat(first.orElseThrow().reason())
                .isEqualTo("file f.csv of acme was taken at " + AT + " and is not known");
        assertThat(first.get().phase()).isEqualTo(Restore.Phase.FILES);
        assertThat(again).isEmpty();
        assertThat(world.pauses.all())
                .singleElement()
                .satisfies(pause -> assertThat(pause.by()).isEqualTo("machine"));
        assertThat(world.stores
                        .sql
                        .sql("select concat(code, ' ', severity) from alert where cleared_at is null")
                        .query(String.class)
                        .list())
                .containsExactly("OPS-030 CRITICAL");
        assertThat(world.stores
                        .sql
                        .sql("select kind from task")
                        .query(String.class)
                        .list())
                .containsExactly("restore");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_that_is_known_is_nothing(Databases database) {
        // Given
        World world = new World(database, folder);
        world.journal.note(taken());
        world.stores
                .sql
                .sql("insert into erp_file (source, creditor, name, ordinal, phase, sha256, received_at, config_hash)"
                        + " values ('acme', 'ACME-FR', 'f.csv', 1, 'ANSWERED', ?, ?, ?)")
                .params("a".repeat(64), AT.atOffset(ZoneOffset.UTC), "0".repeat(64))
                .update();

        // When
        Optional<Restore> noticed = world.noticing.look("");

        // Then
        assertThat(noticed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_message_that_left_once_more_than_is_known_is_noticed(Databases database) {
        // Given
        World world = new World(database, folder);
        world.journal.note(new Departure.MessageSent(
                1, 2, "DECLARE", "CG-1", 1, "b".repeat(64), AT, AT, null, java.util.List.of()));

        // When
        Optional<Restore> noticed = world.noticing.look("");

        // Then
        assertThat(noticed.orElseThrow().reason()).contains("DECLARE of claim CG-1 left at");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_in_out_that_is_not_known_is_noticed(Databases database) throws IOException {
        // Given
        World world = new World(database, folder);
        Files.writeString(
                world.home.out("acme").resolve("postings_20260601T080000000_7.csv"), "postingId,line\nP-1,1\nP-1,2\n");

        // When
        Optional<Restore> noticed = world.noticing.look("");

        // Then
        assertThat(noticed.orElseThrow().reason()).contains("postings_20260601T080000000_7.csv");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_anchor_ahead_of_the_database_is_noticed(Databases database) {
        // Given
        World world = new World(database, folder);
        Block.Header header = new Block.Header(1, 1, 2, 2, "a".repeat(64), "0".repeat(64), AT, "key");
        world.heads.append(new Block(header, "c".repeat(64), "signature"));

        // When
        Optional<Restore> noticed = world.noticing.look("");

        // Then
        assertThat(noticed.orElseThrow().reason())
                .isEqualTo("block 1 of the history was sealed and is not in the database");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_copy_of_a_backup_is_noticed_at_its_first_start(Databases database) throws IOException {
        // Given
        World world = new World(database, folder);
        Files.writeString(world.home.root().resolve("backup.json"), "{\"backup\":\"claimgate-1\"}");

        // When
        Optional<Restore> first = world.noticing.look("");
        Optional<Restore> again = world.noticing.look("");

        // Then
        assertThat(first.orElseThrow().reason()).isEqualTo("this home was copied from the backup claimgate-1");
        assertThat(again).isEmpty();
        assertThat(world.home.root().resolve("backup.json")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_an_operator_says_counts_once_for_each_word(Databases database) {
        // Given
        World world = new World(database, folder);

        // When
        Optional<Restore> first = world.noticing.look("tape 7");
        Optional<Restore> again = world.noticing.look("tape 7");
        Optional<Restore> other = world.noticing.look("tape 8");

        // Then
        assertThat(first).isPresent();
        assertThat(again).isEmpty();
        assertThat(other.orElseThrow().id()).isNotEqualTo(first.get().id());
    }

    private static Departure.FileTaken taken() {
        return new Departure.FileTaken(1, "acme", "f.csv", 1, "invoices", "a".repeat(64), 12, null, AT);
    }

    /** The real parts over one database and home. */
    private static final class World {

        final Stores stores;
        final Home home;
        final DepartureFiles journal;
        final HeadsFile heads;
        final JdbcPauses pauses;
        final Noticing noticing;

        World(Databases database, Path folder) {
            stores = new Stores(database);
            home = new Home(folder.resolve(database.name()));
            journal = new DepartureFiles(home.departures(), "1", stores.json, stores.sql);
            heads = new HeadsFile(home.audit());
            pauses = new JdbcPauses(stores.sql);
            Ideas ideas = new Ideas(
                    stores.tasks,
                    stores.events,
                    stores.alerts,
                    stores.vault(home.vault()),
                    stores.clock,
                    Clock.systemUTC(),
                    stores.transactions,
                    journal,
                    new JdbcRestores(stores.sql, stores.clock));
            noticing = new Noticing(
                    new JdbcRestoreBook(stores.sql, stores.clock),
                    journal,
                    new HomeSurroundings(home),
                    new JdbcChain(stores.sql, stores.named.getJdbcOperations(), stores.dialect),
                    heads,
                    pauses,
                    ideas);
        }
    }
}
