package io.claimgate.store.restore;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.Departure;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One file of the journal, read by its bytes. A last line without its end was never noted: nothing left behind it. */
final class DepartureFile {

    private final Path file;
    private final ObjectMapper json;

    DepartureFile(Path file, ObjectMapper json) {
        this.file = file;
        this.json = json;
    }

    long length() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be read", e);
        }
    }

    /** The last lines, of about so many bytes, none before {@code from}. */
    void tail(long from, long bytes, Consumer<Departure> reader) {
        long length = length();
        long start = Math.max(from, length - bytes);
        AtomicLong seen = new AtomicLong();
        read(start, length, start > from, departure -> {
            seen.incrementAndGet();
            reader.accept(departure);
        });
        if (seen.get() == 0 && start > from) {
            // One line is longer than that.
            tail(from, bytes * 8, reader);
        }
    }

    /** From a line's first byte up to the last line that ends before {@code to}. A file that was removed for its age has none. */
    void lines(long from, long to, Consumer<Departure> reader) {
        read(from, to, false, reader);
    }

    private void read(long from, long to, boolean inALine, Consumer<Departure> reader) {
        boolean skip = inALine;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(from);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (long at = from; at < to; at++) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                if (!skip) {
                    reader.accept(departure(line.toString(StandardCharsets.UTF_8)));
                }
                skip = false;
                line.reset();
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be read", e);
        }
    }

    private Departure departure(String line) {
        try {
            return DepartureLine.read(json, line);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "OPS-030 the journal " + file + " holds a line that no gateway wrote; restore the file", e);
        }
    }
}
