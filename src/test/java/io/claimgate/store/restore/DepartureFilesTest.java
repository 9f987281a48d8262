package io.claimgate.store.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.Release;
import io.claimgate.claim.ReleaseRule;
import io.claimgate.flow.Departure;
import io.claimgate.flow.Restore;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal of what left. */
class DepartureFilesTest {

    private static final Instant AT = Instant.parse("2026-06-01T08:00:00.123456Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_was_noted_is_read_as_it_was(Databases database) {
        // Given
        Stores stores = new Stores(database);
        List<Departure> all = List.of(file(1), declaration("120000.10"), document(), out());
        DepartureFiles before = journal(stores, "1");
        all.forEach(before::note);

        // When
        List<Departure> read = journal(stores, "2").youngest();

        // Then
        assertThat(read).isEqualTo(all);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_line_that_a_death_cut_off_was_never_noted(Databases database) throws IOException {
        // Given
        Stores stores = new Stores(database);
        journal(stores, "1").note(file(1));
        Files.writeString(folder.resolve("1.jsonl"), "{\"file\":{\"file\":2,\"sou", StandardOpenOption.APPEND);

        // When
        List<Departure> read = journal(stores, "2").youngest();

        // Then
        assertThat(read).containsExactly(file(1));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_belongs_to_a_restore_is_no_news_afterwards(Databases database) {
        // Given
        Stores stores = new Stores(database);
        DepartureFiles journal = journal(stores, "1");
        journal.note(file(1));
        Restore first = restore(stores, "one");
        journal.belongsTo(first);
        journal.note(file(2));

        // When
        List<Departure> youngest = journal.youngest();

        // Then
        assertThat(youngest).containsExactly(file(2));
        assertThat(of(journal, first)).containsExactly(file(1));
        Restore second = restore(stores, "two");
        journal.belongsTo(second);
        assertThat(of(journal, second)).containsExactly(file(2));
        assertThat(journal.youngest()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_single_line_longer_than_what_is_looked_at_is_seen_all_the_same(Databases database) {
        // Given
        Stores stores = new Stores(database);
        DepartureFiles journal = journal(stores, "1");
        journal.note(file(1));
        Departure.FileWritten large = new Departure.FileWritten(
                "POSTINGS", "acme", "ACME-FR", 1, "x".repeat(300_000), "0".repeat(64), 1, 1, Map.of(), List.of());
        journal.note(large);

        // When
        List<Departure> youngest = journal.youngest();

        // Then
        assertThat(youngest).endsWith(large);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void many_who_note_at_once_are_all_there(Databases database) throws Exception {
        // Given
        Stores stores = new Stores(database);
        DepartureFiles journal = journal(stores, "1");
        ExecutorService many = Executors.newFixedThreadPool(8);

        // When
        List<Future<?>> noted = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Departure one = file(i);
            noted.add(many.submit(() -> journal.note(one)));
        }
        for (Future<?> one : noted) {
            one.get();
        }
        many.shutdown();

        // Then
        assertThat(journal.youngest())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200)
                        .mapToObj(DepartureFilesTest::file)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void after_a_failure_it_goes_on_in_another_file(Databases database) {
        // Given
        Stores stores = new Stores(database);
        DepartureFiles journal = journal(stores, "1");
        journal.note(file(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> journal.note(file(2))).hasMessageContaining("nothing may leave; see to its disk");
        assertThat(Thread.interrupted()).isTrue();

        // When
        journal.note(file(3));
        journal.note(file(4));

        // Then
        assertThat(journal.youngest())
                .filteredOn(departure -> !departure.equals(file(2)))
                .containsExactlyInAnyOrder(file(1), file(3), file(4));
        assertThat(folder.resolve("1-1.jsonl")).exists();
        assertThat(folder.resolve("1-2.jsonl")).doesNotExist();
    }

    @Test
    void a_line_for_which_there_is_no_room_is_taken_back() throws IOException {
        // Given
        Path path = folder.resolve("1.jsonl");
        FaultyChannel disk = new FaultyChannel(path);
        JournalFile journal = new JournalFile(path, disk);
        journal.append(line("first"));
        disk.room = 3;
        assertThatThrownBy(() -> journal.append(line("second"))).hasMessage("No space left on device");
        disk.room = Integer.MAX_VALUE;

        // When
        journal.append(line("third"));

        // Then
        assertThat(journal.usable()).isTrue();
        assertThat(path).hasContent("first\nthird\n");
    }

    @Test
    void after_an_fsync_that_failed_nobody_relies_on_what_was_written() throws IOException {
        // Given
        Path path = folder.resolve("1.jsonl");
        FaultyChannel disk = new FaultyChannel(path);
        JournalFile journal = new JournalFile(path, disk);
        disk.forces = false;
        assertThatThrownBy(() -> journal.append(line("first"))).hasMessage("Input/output error");
        disk.forces = true;

        // When
        assertThatThrownBy(() -> journal.append(line("second"))).hasMessageContaining("could not be forced");

        // Then
        assertThat(journal.usable()).isFalse();
        journal.abandon();
        assertThat(path).doesNotExist();
    }

    private static ByteBuffer line(String words) {
        return ByteBuffer.wrap((words + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_journal_that_is_too_old_is_removed(Databases database) throws IOException {
        // Given
        Stores stores = new Stores(database);
        DepartureFiles journal = journal(stores, "1");
        journal.note(file(1));
        Instant written = Files.getLastModifiedTime(folder.resolve("1.jsonl")).toInstant();

        // When
        DepartureFiles next = journal(stores, "2");
        next.forget(written.minusSeconds(1));
        journal.forget(written.plusSeconds(1));
        boolean kept = Files.exists(folder.resolve("1.jsonl"));
        next.forget(written.plusSeconds(1));

        // Then
        assertThat(kept).as("not too old, or still written").isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private DepartureFiles journal(Stores stores, String name) {
        return new DepartureFiles(folder, name, stores.json, stores.sql);
    }

    private static Restore restore(Stores stores, String sign) {
        return new JdbcRestoreBook(stores.sql, stores.clock)
                .open(List.of(sign), sign, AT, AT)
                .orElseThrow();
    }

    private static List<Departure> of(DepartureFiles journal, Restore restore) {
        List<Departure> read = new ArrayList<>();
        journal.each(restore, read::add);
        return read;
    }

    private static Departure file(long number) {
        return new Departure.FileTaken(
                number, "acme", "f.csv", (int) number, "invoices", "a".repeat(64), 12, "{\"rows\":1}", AT);
    }

    private static Departure declaration(String amount) {
        ReleaseRule rule = new ReleaseRule(
                ReleaseRule.Mode.AUTOMATIC,
                ReleaseRule.OnSafeDate.DECLARE,
                new ReleaseRule.DailyCap(200, new BigDecimal("5000000")));
        ClaimLine line = Claims.line(7, amount);
        Claim claim = new Claim(
                new ClaimKey("CG-1"),
                Claims.subject(7),
                Claims.window(),
                rule,
                line.amount(),
                "EUR",
                "PROTRACTED_DEFAULT",
                "machine",
                AT,
                "0".repeat(64),
                ClaimState.DECLARING,
                null,
                new Release(LocalDate.of(2026, 6, 1), "machine"),
                null,
                null,
                null,
                3);
        return new Departure.MessageSent(
                5,
                1,
                "DECLARE",
                "CG-1",
                1,
                "b".repeat(64),
                AT,
                AT,
                new Departure.Declared(claim, List.of(line)),
                List.of());
    }

    private static Departure document() {
        return new Departure.MessageSent(
                6,
                2,
                "DOCUMENT",
                "CG-1",
                1,
                "c".repeat(64),
                AT,
                AT,
                null,
                List.of(new Departure.Paper("001_statement.pdf", "STATEMENT", "c".repeat(64), 10, "application/pdf")));
    }

    private static Departure out() {
        return new Departure.FileWritten(
                "POSTINGS",
                "acme",
                "ACME-FR",
                4,
                "postings_1.csv",
                "d".repeat(64),
                99,
                2,
                Map.of("P-1", new Departure.Entry(11, "e".repeat(64)), "P-2", new Departure.Entry(12, null)),
                List.of(new Departure.Payment("ACME-FR", "acme", "P-1", 7)));
    }
}
