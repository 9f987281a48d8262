package io.claimgate.files;

import io.claimgate.feed.FeedKind;
import io.claimgate.flow.Home;
import io.claimgate.flow.Vault;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Taking;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a complete file from the drop folder over work/ into the vault. It is removed only when its record and its bytes are durable;
 * wherever a death comes between, {@link Leftovers} goes on.
 */
public final class TakeFile {

    private static final Logger LOG = LoggerFactory.getLogger(TakeFile.class);
    /** What the record holds; whatever is longer is cut and then no JSON any more. */
    private static final int LONGEST_COMPANION = 4000;

    private static final int MOST_READS = 3;

    private final Taking taking;
    private final Vault vault;
    private final Home home;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    public TakeFile(Taking taking, Vault vault, Home home) {
        this.taking = taking;
        this.vault = vault;
        this.home = home;
    }

    /** Takes it. A file that has vanished meanwhile was taken by another gateway. */
    public void take(String source, Path file) throws IOException {
        ReentrantLock lock = lock(source);
        lock.lock();
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            String name = file.getFileName().toString();
            String promise = switch (taking.companion(source, name)) {
                case NONE, ITSELF -> null;
                case MARKER -> text(file.resolveSibling(name + FileNames.MARKER));
                case SIDE_FILE_OPTIONAL, SIDE_FILE_NEEDED ->
                    textIfThere(file.resolveSibling(name + FileNames.SIDE_FILE));
            };
            ErpFile record = taking.begin(source, name, Files.size(file), promise);
            move(record, file);
        } finally {
            lock.unlock();
        }
    }

    /** From the drop folder on: marker or side file first, so that it can never vouch for a later file of the name. */
    void move(ErpFile record, Path file) throws IOException {
        WorkFolder work = work(record.source());
        Path companion = file.resolveSibling(file.getFileName() + FileNames.companion(record.kind()));
        if (record.marker() != null && Files.exists(companion, LinkOption.NOFOLLOW_LINKS)) {
            AtomicFile.move(companion, work.companion(record.id(), record.kind()));
        }
        Path data = work.data(record);
        AtomicFile.move(file, data);
        AtomicFile.sync(home.in(record.source()));
        store(record, data);
    }

    /** From work/ on. */
    void store(ErpFile record, Path data) throws IOException {
        for (int read = 1; ; read++) {
            Stamp before = Stamp.of(data);
            Vault.Stored stored;
            try (InputStream bytes = Files.newInputStream(data)) {
                stored = vault.put(record.creditor(), vaultClass(record), bytes);
            }
            if (before.equals(Stamp.of(data)) && stored.size() == before.size()) {
                if (taking.taken(record, stored)) {
                    remove(record);
                } else {
                    LOG.warn(
                            "file {} was taken by another gateway; what lies in work/ under its number is another file, to be recorded anew",
                            record.id());
                }
                return;
            }
            if (putBack(record, data)) {
                LOG.warn("file {} ({}) was still being written; back in the drop folder", record.id(), record.name());
                return;
            }
            if (read == MOST_READS) {
                throw new IOException("file " + record.id() + " (" + record.name()
                        + ") changes while it is read; its writer must finish first");
            }
        }
    }

    /** Whether a file holds, byte for byte, what was stored for a record. */
    boolean isStored(ErpFile record, Path data) throws IOException {
        if (Files.size(data) != record.size()) {
            return false;
        }
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(data), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return record.holds(new Vault.Stored(HexFormat.of().formatHex(digest.digest()), record.size()));
    }

    /** Removes what stands in work/ for a file that is durable. */
    void remove(ErpFile record) throws IOException {
        work(record.source()).clear(record.id());
    }

    /** Back where it came from, unless a new file of the name is there. */
    private boolean putBack(ErpFile record, Path data) throws IOException {
        Path origin = home.in(record.source()).resolve(record.name());
        if (Files.exists(origin, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        AtomicFile.move(data, origin);
        returnCompanion(record, origin);
        taking.discard(record);
        return true;
    }

    /** Back beside the file that it was taken with, unless a new one is there. */
    void returnCompanion(ErpFile record, Path origin) throws IOException {
        Optional<Path> companion = work(record.source()).companion(record.id());
        if (companion.isPresent()) {
            Path target = origin.resolveSibling(record.name() + WorkFolder.ending(companion.get()));
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                AtomicFile.move(companion.get(), target);
            }
        }
    }

    WorkFolder work(String source) {
        return new WorkFolder(home.work(source));
    }

    ReentrantLock lock(String source) {
        return locks.computeIfAbsent(source, any -> new ReentrantLock());
    }

    private static String vaultClass(ErpFile record) {
        return FeedKind.DOCUMENTS.word().equals(record.kind()) ? Vault.DOCUMENT : Vault.ERP_FILE;
    }

    private static @Nullable String textIfThere(Path sideFile) throws IOException {
        return Files.isRegularFile(sideFile, LinkOption.NOFOLLOW_LINKS) ? text(sideFile) : null;
    }

    static String text(Path companion) throws IOException {
        try (InputStream bytes = Files.newInputStream(companion, LinkOption.NOFOLLOW_LINKS)) {
            String text = new String(bytes.readNBytes(4 * LONGEST_COMPANION), StandardCharsets.UTF_8).replace("\0", "");
            if (text.length() <= LONGEST_COMPANION) {
                return text;
            }
            boolean pair = Character.isHighSurrogate(text.charAt(LONGEST_COMPANION - 1));
            return text.substring(0, pair ? LONGEST_COMPANION - 1 : LONGEST_COMPANION);
        }
    }

    private record Stamp(long size, FileTime modified) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Stamp(now.size(), now.lastModifiedTime());
        }
    }
}
