package io.claimgate.store.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.Home;
import io.claimgate.flow.restore.Backups;
import io.claimgate.store.FileVault;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backups beside the working gateway. */
class HomeBackupTest {

    @TempDir
    Path folder;

    private final List<JdbcConnectionPool> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(JdbcConnectionPool::dispose);
    }

    @Test
    void a_backup_made_while_bytes_come_in_holds_all_that_its_database_names() throws Exception {
        // Given
        Home home = new Home(folder.resolve("home"));
        Stores stores = new Stores(embedded(home.root()));
        FileVault vault = stores.vault(home.vault());
        AtomicBoolean on = new AtomicBoolean(true);
        AtomicInteger stored = new AtomicInteger();
        Thread writer = new Thread(() -> {
            while (on.get()) {
                vault.put("ACME-FR", "REQUEST", bytes(stored.incrementAndGet()));
            }
        });
        writer.start();
        while (stored.get() < 20) {
            Thread.onSpinWait();
        }

        // When
        Backups.Backup backup = backups(home, stores).make();
        on.set(false);
        writer.join();

        // Then
        Stores copy = new Stores(embedded(backup.folder()));
        List<String> lacks = new ArrayList<>();
        VaultCheck.Outcome outcome = new VaultCheck(copy.sql, backup.folder().resolve("vault")).run(lacks::add);
        assertThat(lacks).isEmpty();
        assertThat(outcome.hashes()).isGreaterThanOrEqualTo(19);
        assertThat(new HomeSurroundings(new Home(backup.folder())).backup()).contains(backup.name());
    }

    @Test
    void the_vault_before_the_database_would_lack_bytes() throws IOException {
        // Given
        Home home = new Home(folder.resolve("home"));
        Stores stores = new Stores(embedded(home.root()));
        FileVault vault = stores.vault(home.vault());
        vault.put("ACME-FR", "REQUEST", bytes(1));
        new FolderCopy().tree(home.vault(), folder.resolve("early"), true);
        vault.put("ACME-FR", "REQUEST", bytes(2));
        Backups.Backup backup = backups(home, stores).make();
        Stores copy = new Stores(embedded(backup.folder()));

        // When
        List<String> lacks = new ArrayList<>();
        new VaultCheck(copy.sql, folder.resolve("early")).run(lacks::add);

        // Then
        assertThat(lacks).singleElement().asString().contains("is not in the vault");
    }

    @Test
    void a_backup_holds_keys_anchor_journal_and_the_folders_of_sources() throws IOException {
        // Given
        Home home = new Home(folder.resolve("home"));
        Stores stores = new Stores(embedded(home.root()));
        Files.writeString(home.keys().resolve("audit-1.pem"), "key");
        Files.writeString(home.audit().resolve("heads.jsonl"), "head");
        Files.writeString(home.departures().resolve("1.jsonl"), "note");
        Files.writeString(home.ack("acme").resolve("f.csv.ack.json"), "{}");
        Files.writeString(home.out("acme").resolve("postings_1.csv"), "entries");
        Files.writeString(home.in("acme").resolve("dropped.csv"), "the ERP's");

        // When
        Path made = backups(home, stores).make().folder();

        // Then
        assertThat(made.resolve("keys/audit-1.pem")).hasContent("key");
        assertThat(made.resolve("audit/heads.jsonl")).hasContent("head");
        assertThat(made.resolve("departures/1.jsonl")).hasContent("note");
        assertThat(made.resolve("erp/acme/ack/f.csv.ack.json")).hasContent("{}");
        assertThat(made.resolve("erp/acme/out/postings_1.csv")).hasContent("entries");
        assertThat(made.resolve("erp/acme/in")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_lost_or_changed_in_the_vault_is_named(Databases database) throws IOException {
        // Given
        Stores stores = new Stores(database);
        FileVault vault = stores.vault(folder);
        vault.put("ACME-FR", "REQUEST", bytes(1));
        String lost = vault.put("ACME-FR", "REQUEST", bytes(2)).sha256();
        String changed = vault.put("ACME-FR", "DOCUMENT", bytes(3)).sha256();
        Files.delete(vault.path(lost));
        Files.writeString(vault.path(changed), "other");

        // When
        List<String> lacks = new ArrayList<>();
        VaultCheck.Outcome outcome = new VaultCheck(stores.sql, folder).run(lacks::add);

        // Then
        assertThat(outcome).isEqualTo(new VaultCheck.Outcome(3, 2));
        assertThat(lacks)
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("OPS-032 " + lost
                                + " (vault_object of ACME-FR) is not in the vault; bring it back from a backup"))
                .anySatisfy(line -> assertThat(line).contains(changed).contains("other bytes"));
    }

    private static byte[] bytes(int number) {
        return ("message " + number).getBytes(StandardCharsets.UTF_8);
    }

    private HomeBackup backups(Home home, Stores stores) {
        return new HomeBackup(home, folder.resolve("backups"), null, stores.sql, Clock.systemUTC(), true);
    }

    private DataSource embedded(Path home) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + home.toAbsolutePath()
                        + "/db/claimgate;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0",
                "sa",
                "");
        open.add(pool);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        return pool;
    }
}
