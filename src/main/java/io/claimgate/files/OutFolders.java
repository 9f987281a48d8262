package io.claimgate.files;

import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.Home;
import io.claimgate.flow.bookkeeping.OutBatch;
import io.claimgate.flow.bookkeeping.OutFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** The folder {@code out/} of each source. */
public final class OutFolders implements OutFolder {

    private final Home home;

    public OutFolders(Home home) {
        this.home = home;
    }

    @Override
    public void stage(OutBatch batch, byte[] bytes) {
        working(batch, () -> {
            AtomicFile.write(beside(batch), out -> out.write(bytes));
            return true;
        });
    }

    @Override
    public boolean staged(OutBatch batch) {
        return working(batch, () -> holds(beside(batch), batch));
    }

    @Override
    public boolean published(OutBatch batch) {
        return working(batch, () -> holds(target(batch), batch));
    }

    @Override
    public void publish(OutBatch batch) {
        working(batch, () -> {
            if (holds(target(batch), batch)) {
                return true;
            }
            if (Files.exists(target(batch), LinkOption.NOFOLLOW_LINKS)) {
                throw new PartnerFailure.Permanent(
                        target(batch) + " holds something else than batch " + batch.id() + "; look at it, move it away"
                                + " and replay the task",
                        null);
            }
            AtomicFile.move(beside(batch), target(batch));
            removeLeftovers(batch);
            return true;
        });
    }

    private void removeLeftovers(OutBatch batch) throws IOException {
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(home.out(batch.source()), "." + batch.name() + ".*.writing")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path target(OutBatch batch) {
        return home.out(batch.source()).resolve(batch.name());
    }

    /** A name with a dot before it: no ERP takes such a file. */
    private Path beside(OutBatch batch) {
        return home.out(batch.source()).resolve("." + batch.name() + "." + batch.laidBy() + ".writing");
    }

    private static boolean holds(Path file, OutBatch batch) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != batch.size()) {
            return false;
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest())
                    .equals(batch.sha256());
        } catch (java.nio.file.NoSuchFileException taken) {
            return false;
        }
    }

    private interface Work {
        boolean done() throws IOException;
    }

    private boolean working(OutBatch batch, Work work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw new PartnerFailure.Transient(
                    "the folder " + home.out(batch.source()) + " cannot be used for " + batch.name() + ": " + e, e);
        }
    }
}
