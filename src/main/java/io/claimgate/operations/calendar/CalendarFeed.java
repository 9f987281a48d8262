package io.claimgate.operations.calendar;

import io.claimgate.deadline.words.Language;
import io.claimgate.operations.access.Creditors;
import io.claimgate.operations.reading.CalendarEntry;
import io.claimgate.operations.reading.CalendarReader;
import io.claimgate.operations.reading.StatusReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes calendars. */
@Component
class CalendarFeed {

    /** So many events a calendar holds; programs grow slow long before. */
    static final int MOST = 5000;

    private final CalendarReader reader;
    private final StatusReader status;
    private final WarningSteps steps;

    CalendarFeed(CalendarReader reader, StatusReader status, WarningSteps steps) {
        this.reader = reader;
        this.status = status;
        this.steps = steps;
    }

    /** A calendar that lies in a file of its own until it is closed. @param tag changes with every byte of it */
    record Made(Path file, String tag) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Writes the calendar into a file first: only then is it known whether it is another one than the last, and no slow reader holds a
     * connection to the database.
     */
    Made make(Creditors seen, List<String> kinds, Language language, String console) throws IOException {
        Path file = Files.createTempFile("claimgate-calendar-", ".ics");
        MessageDigest digest = sha256();
        try (OutputStream out =
                new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest), 1 << 16)) {
            CalendarWriter writer = new CalendarWriter(out, language, console, status.identity() + ".claimgate");
            writer.begin();
            reader.each(seen, kinds, MOST + 1, new Bounded(writer, steps));
            writer.end();
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        return new Made(file, "\"" + HexFormat.of().formatHex(digest.digest(), 0, 16) + "\"");
    }

    /** Writes no more than there may be, and says so. */
    private static final class Bounded implements Consumer<CalendarEntry> {
        private final CalendarWriter writer;
        private final WarningSteps steps;
        private int count;
        private @Nullable CalendarEntry last;

        Bounded(CalendarWriter writer, WarningSteps steps) {
            this.writer = writer;
            this.steps = steps;
        }

        @Override
        public void accept(CalendarEntry entry) {
            if (count++ < MOST) {
                writer.event(entry, steps.of(entry.policy()));
                last = entry;
            } else if (last != null) {
                writer.cut(MOST, last.closesOn(), last.changedAt());
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
