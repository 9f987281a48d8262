package io.claimgate.flow.transfer;

import io.claimgate.exchange.Carried;
import io.claimgate.exchange.Holding;
import io.claimgate.flow.LastLook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An insurer that takes whole dossiers in a folder: the archive arrives, and its word comes later as another file. Its answers can be lost
 * before or after the archive is there.
 */
final class FolderInsurer implements DocumentChannel {

    static final Duration SETTLE = Duration.ofSeconds(5);
    static final Duration RECEIPT = Duration.ofDays(2);

    private final Path folder;
    private final long largest;
    private boolean lostBefore;
    private boolean lostAfter;
    int sends;

    FolderInsurer(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
    }

    void loseTheNextAnswer(boolean afterItArrived) {
        lostBefore = !afterItArrived;
        lostAfter = afterItArrived;
    }

    /** What the insurer writes about an archive: {@code RECEIPT RC-1 2026-07-01T10:00:00Z} or {@code REFUSED why}. */
    void says(String name, String word) {
        try {
            Files.writeString(folder.resolve(name + ".receipt"), word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Archives as they lie there. */
    List<String> archives() {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".zip"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in an archive. */
    List<String> entries(String archive) {
        try (var zip = new java.util.zip.ZipFile(folder.resolve(archive).toFile())) {
            return zip.stream().map(java.util.zip.ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Terms terms() {
        return new Terms("SFTP", true, largest, SETTLE, "TransferDossier");
    }

    @Override
    public Duration receiptWithin() {
        return RECEIPT;
    }

    @Override
    public Duration longestCall(Parcel parcel) {
        return SETTLE;
    }

    @Override
    public Reply<Carried> send(Parcel parcel, LastLook look) {
        sends++;
        if (lostBefore) {
            lostBefore = false;
            return reply(new Carried.OutcomeUnknown("cut before the end"));
        }
        try {
            Files.copy(parcel.content(), folder.resolve(parcel.name() + ".zip"));
        } catch (IOException e) {
            throw new UncheckedIOException("it came twice", e);
        }
        if (lostAfter) {
            lostAfter = false;
            return reply(new Carried.OutcomeUnknown("cut after the end"));
        }
        return reply(new Carried.Delivered("renamed"));
    }

    @Override
    public Reply<Holding> look(Parcel parcel) {
        Path receipt = folder.resolve(parcel.name() + ".receipt");
        try {
            if (Files.exists(receipt)) {
                String[] words = Files.readString(receipt).split(" ");
                return new Reply<>(
                        words[0].equals("RECEIPT")
                                ? new Holding.Held(words[1], Instant.parse(words[2]))
                                : new Holding.Refused(words[0], words[1]),
                        null,
                        Files.readString(receipt).getBytes(StandardCharsets.UTF_8),
                        "text/plain");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean there = Files.exists(folder.resolve(parcel.name() + ".zip"));
        return new Reply<>(there ? new Holding.Lies() : new Holding.NotThere(), null, null, "");
    }

    private static Reply<Carried> reply(Carried outcome) {
        return new Reply<>(outcome, "<manifest/>".getBytes(StandardCharsets.UTF_8), null, "");
    }
}
