package io.claimgate.store.restore;

import io.claimgate.flow.Home;
import io.claimgate.flow.restore.Backups;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies the database first and everything else after it. Bytes are in the vault before a commit may name them, notes are in the journal
 * before their effect, and neither is ever changed or removed: so whatever the copied database names is in what is copied later, and what
 * left meanwhile is in the copied journal. The other way round a claim that was sent between the two would be lost.
 */
public final class HomeBackup implements Backups {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);
    /** What must survive, but for the database. The broker holds nothing that the database does not. */
    private static final List<String> FOLDERS = List.of("vault", "keys", "audit", "departures");

    private final Home home;
    private final Path target;
    private final @Nullable Path configuration;
    private final JdbcClient sql;
    private final Clock systemClock;
    private final boolean embedded;

    /**
     * @param target the folder of all backups
     * @param configuration a folder whose files win over the jar's; null for none
     * @param embedded whether the database is H2 in this home; another one is copied by its own tools, before this
     */
    public HomeBackup(
            Home home, Path target, @Nullable Path configuration, JdbcClient sql, Clock systemClock, boolean embedded) {
        this.home = home;
        this.target = target;
        this.configuration = configuration;
        this.sql = sql;
        this.systemClock = systemClock;
        this.embedded = embedded;
    }

    @Override
    public synchronized Backup make() {
        Instant at = systemClock.instant().truncatedTo(ChronoUnit.MILLIS);
        String name = "claimgate-" + NAME.format(at);
        Path part = target.resolve(name + ".part");
        try {
            Files.createDirectories(part);
            String database = database(part);
            FolderCopy copy = new FolderCopy();
            for (String folder : FOLDERS) {
                copy.tree(home.root().resolve(folder), part.resolve(folder), folder.equals("vault"));
            }
            for (String source : home.sources()) {
                for (Path folder : List.of(home.work(source), home.ack(source), home.out(source))) {
                    copy.tree(folder, part.resolve(home.root().relativize(folder)), false);
                }
            }
            if (configuration != null) {
                for (String folder : List.of("routes", "mappings", "schemas")) {
                    copy.tree(
                            configuration.resolve(folder),
                            part.resolve("config").resolve(folder),
                            false);
                }
            }
            BackupMark.write(part, content(name, at, database, copy));
            Path folder = Files.move(part, target.resolve(name));
            return new Backup(name, folder, at, database, copy.files(), copy.bytes());
        } catch (IOException | DataAccessException e) {
            throw new Failed(
                    "the backup in " + part + " came to nothing: " + e.getMessage()
                            + "; mend that, remove the folder and make it again",
                    e);
        }
    }

    private String database(Path part) throws IOException {
        if (!embedded) {
            return "by its own tools, before this";
        }
        Path zip = part.resolve("db.zip");
        sql.sql("backup to '" + zip.toString().replace("'", "''") + "'").update();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unzip(in, part.resolve("db"), entry.getName());
            }
        }
        Files.delete(zip);
        return "H2 in db/";
    }

    private static void unzip(InputStream in, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(Path.of(name).getFileName().toString());
        Files.copy(in, file);
    }

    private static Map<String, ?> content(String name, Instant at, String database, FolderCopy copy) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("backup", name);
        content.put("at", at.toString());
        content.put("database", database);
        content.put("files", copy.files());
        content.put("bytes", copy.bytes());
        return content;
    }
}
