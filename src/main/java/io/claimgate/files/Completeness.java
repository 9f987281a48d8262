package io.claimgate.files;

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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a file in a drop folder is complete (contracts.md 2): with its marker, or once size and modification time stood still for the quiet
 * period since they were first seen. A document whose name says too little waits longer, for its side file. Never waits: it looks, remembers, and is asked again. System time.
 */
public final class Completeness {

    private static final int MANY = 10_000;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private record Seen(long size, FileTime modified, Instant since, Instant lastLook) {}

    private final Taking taking;
    private final Duration quiet;
    private final Duration sideFileWait;
    private final Clock clock;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    public Completeness(Taking taking, IntakeSettings settings, Clock systemClock) {
        this.taking = taking;
        this.quiet = settings.quietPeriod();
        this.sideFileWait = settings.sideFileWait();
        this.clock = systemClock;
    }

    /** Regular files only. */
    public boolean complete(String source, Path file) throws IOException {
        if (taking.waits()) {
            return false;
        }
        String name = file.getFileName().toString();
        if (!FileNames.taken(name)) {
            return false;
        }
        Optional<BasicFileAttributes> now = regular(file);
        if (now.isEmpty()) {
            return false;
        }
        return switch (taking.companion(source, name)) {
            case ITSELF -> false;
            case MARKER -> regular(beside(file, FileNames.MARKER)).isPresent();
            case NONE -> still(file, now.get(), quiet);
            case SIDE_FILE_OPTIONAL -> described(file, now.get(), quiet);
            case SIDE_FILE_NEEDED ->
                described(file, now.get(), sideFileWait.compareTo(quiet) > 0 ? sideFileWait : quiet);
        };
    }

    /** Both must stand still where there are two; alone the document must do so for as long as it waits for the other. */
    private boolean described(Path file, BasicFileAttributes now, Duration alone) throws IOException {
        Path sideFile = beside(file, FileNames.SIDE_FILE);
        Optional<BasicFileAttributes> description = regular(sideFile);
        if (description.isEmpty()) {
            return still(file, now, alone);
        }
        boolean describes = still(sideFile, description.get(), quiet);
        return still(file, now, quiet) && describes;
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** What a regular file looks like; empty for anything else: what a link or a pipe leads to is not the ERP's. */
    private Optional<BasicFileAttributes> regular(Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return now.isRegularFile() ? Optional.of(now) : Optional.empty();
        } catch (NoSuchFileException e) {
            seen.remove(file);
            return Optional.empty();
        }
    }

    /** The file is gone. */
    void forget(Path file) {
        seen.remove(file);
        seen.remove(beside(file, FileNames.SIDE_FILE));
    }

    private boolean still(Path file, BasicFileAttributes now, Duration howLong) {
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
        return !current.since().plus(howLong).isAfter(instant);
    }
}
