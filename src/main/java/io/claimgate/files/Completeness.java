package io.claimgate.files;

import io.claimgate.feed.Feed;
import io.claimgate.flow.intake.IntakeSettings;
import io.claimgate.flow.intake.Taking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a file in a drop folder is complete (contracts.md 2): with its marker, or once size and modification time stood still for the quiet
 * period since they were first seen. Never waits: it looks, remembers, and is asked again. System time.
 */
public final class Completeness {

    private static final int MANY = 10_000;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private record Seen(long size, FileTime modified, Instant since, Instant lastLook) {}

    private final Taking taking;
    private final Duration quiet;
    private final Clock clock;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    public Completeness(Taking taking, IntakeSettings settings, Clock systemClock) {
        this.taking = taking;
        this.quiet = settings.quietPeriod();
        this.clock = systemClock;
    }

    /** Regular files only: what a link or a pipe leads to is not the ERP's. */
    public boolean complete(String source, Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!FileNames.taken(name)) {
            return false;
        }
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!now.isRegularFile()) {
                return false;
            }
            return taking.ready(source, name) == Feed.Ready.MARKER ? marked(file) : quiet(file, now);
        } catch (NoSuchFileException e) {
            seen.remove(file);
            return false;
        }
    }

    /** The file is gone. */
    void forget(Path file) {
        seen.remove(file);
    }

    private static boolean marked(Path file) {
        return Files.isRegularFile(
                file.resolveSibling(file.getFileName() + FileNames.MARKER), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean quiet(Path file, BasicFileAttributes now) {
        Instant instant = clock.instant();
        if (seen.size() > MANY) {
            seen.values().removeIf(old -> old.lastLook().plus(FORGOTTEN).isBefore(instant));
        }
        Seen current = seen.compute(
                file,
                (path, before) -> before != null
                                && before.size() == now.size()
                                && before.modified().equals(now.lastModifiedTime())
                        ? new Seen(before.size(), before.modified(), before.since(), instant)
                        : new Seen(now.size(), now.lastModifiedTime(), instant, instant));
        return !current.since().plus(quiet).isAfter(instant);
    }
}
