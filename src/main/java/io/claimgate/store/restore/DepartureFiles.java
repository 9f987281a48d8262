package io.claimgate.store.restore;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.Departure;
import io.claimgate.flow.Departures;
import io.claimgate.flow.Restore;
import io.claimgate.flow.restore.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code <home>/departures/<start>-<gateway>.jsonl}: each start of a gateway writes a file of its own, so that nobody waits for anybody, and
 * another one where that cannot be relied on any more.
 */
public final class DepartureFiles implements Departures, Journal, AutoCloseable {

    private static final String ENDING = ".jsonl";
    /** So much of what is young is enough to see whether a database knows it: it forgets the youngest first. */
    private static final int YOUNG_FILES = 16;

    private static final int YOUNG_BYTES = 256 * 1024;

    private final Path folder;
    private final String name;
    private final ObjectMapper json;
    private final JdbcClient sql;
    private @Nullable JournalFile writing;
    private int begun;

    /**
     * @param folder in the home
     * @param name of this start's file, without its ending; sorts by time
     */
    public DepartureFiles(Path folder, String name, ObjectMapper json, JdbcClient sql) {
        this.folder = folder;
        this.name = name;
        this.json = json;
        this.sql = sql;
    }

    @Override
    public void note(Departure departure) {
        ByteBuffer line = ByteBuffer.wrap(DepartureLine.write(json, departure).getBytes(StandardCharsets.UTF_8));
        try {
            own().append(line);
        } catch (IOException e) {
            throw new PartnerFailure.Transient(
                    "OPS-008 the journal " + folder + " cannot be written, so nothing may leave; see to its disk", e);
        }
    }

    /** Another file where one can no longer be relied on. */
    private synchronized JournalFile own() throws IOException {
        if (writing != null && writing.usable()) {
            return writing;
        }
        if (writing != null) {
            writing.abandon();
        }
        String next = name + (begun == 0 ? "" : "-" + begun) + ENDING;
        begun++;
        writing = JournalFile.create(folder.resolve(next));
        return writing;
    }

    @Override
    public List<Departure> youngest() {
        List<Departure> youngest = new ArrayList<>();
        List<Path> files = new ArrayList<>(files());
        files.sort(Comparator.comparing(DepartureFiles::modified).reversed());
        for (Path file : files.subList(0, Math.min(YOUNG_FILES, files.size()))) {
            long settled = sql.sql("select coalesce(max(to_byte), 0) from restoration_journal where file = ?")
                    .param(name(file))
                    .query(Long.class)
                    .single();
            new DepartureFile(file, json).tail(settled, YOUNG_BYTES, youngest::add);
        }
        return youngest;
    }

    @Override
    public void belongsTo(Restore restore) {
        for (Path file : files()) {
            sql.sql("""
                            insert into restoration_journal (restoration_id, file, from_byte, to_byte)
                            select :id, :file, coalesce(max(to_byte), 0), :length from restoration_journal where file = :file""")
                    .param("id", restore.id())
                    .param("file", name(file))
                    .param("length", new DepartureFile(file, json).length())
                    .update();
        }
    }

    @Override
    public void each(Restore restore, Consumer<Departure> reader) {
        record Part(String file, long from, long to) {}
        List<Part> parts = sql.sql(
                        "select file, from_byte, to_byte from restoration_journal where restoration_id = ? order by file")
                .param(restore.id())
                .query((row, number) -> new Part(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
        parts.forEach(
                part -> new DepartureFile(folder.resolve(part.file()), json).lines(part.from(), part.to(), reader));
    }

    /** Removes files of other starts that were not written to since; a backup from before them can no longer be reconciled by them. */
    public void forget(Instant before) {
        for (Path file : files()) {
            if (!own(name(file)) && modified(file).toInstant().isBefore(before)) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException("the old journal " + file + " cannot be removed", e);
                }
            }
        }
    }

    private boolean own(String file) {
        return file.equals(name + ENDING) || file.startsWith(name + "-");
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(ENDING))
                    .sorted(Comparator.comparing(DepartureFiles::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + folder + " cannot be read", e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be read", e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public synchronized void close() throws IOException {
        if (writing != null) {
            writing.close();
        }
    }
}
