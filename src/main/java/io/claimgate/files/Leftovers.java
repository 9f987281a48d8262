package io.claimgate.files;

import io.claimgate.feed.FilePhase;
import io.claimgate.flow.Home;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Taking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on where a gateway died while it took files: when a folder's turn comes to this one, and from time to time. */
public final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final TakeFile takeFile;
    private final Taking taking;
    private final Home home;

    public Leftovers(TakeFile takeFile, Taking taking, Home home) {
        this.takeFile = takeFile;
        this.taking = taking;
        this.home = home;
    }

    /** Finishes what was begun for a source, and clears what is finished; nothing while files stay in their folders. */
    public void recover(String source) throws IOException {
        if (taking.waits()) {
            return;
        }
        ReentrantLock lock = takeFile.lock(source);
        lock.lock();
        try {
            for (ErpFile record : taking.unfinished(source)) {
                goOn(record);
            }
            for (WorkFolder.Entry entry : takeFile.work(source).entries()) {
                sort(source, entry);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What was taken with a file goes with it. */
    private void removeUnused(ErpFile record, WorkFolder.Entry entry) throws IOException {
        boolean alone = takeFile.work(record.source()).data(record.id()).isEmpty();
        if (!entry.data() && record.phase() != FilePhase.TAKING && alone) {
            Files.deleteIfExists(entry.path());
        }
    }

    private void goOn(ErpFile record) throws IOException {
        WorkFolder work = takeFile.work(record.source());
        Optional<Path> data = work.data(record.id());
        Path origin = home.in(record.source()).resolve(record.name());
        if (data.isPresent()) {
            LOG.info("file {} ({}) goes on from work/", record.id(), record.name());
            takeFile.store(record, data.get());
        } else if (work.companion(record.id()).isPresent()
                && Files.isRegularFile(origin, LinkOption.NOFOLLOW_LINKS)
                && Files.size(origin) == record.size()) {
            takeFile.move(record, origin);
        } else {
            // It never left the drop folder, or came back there: found again, it is recorded again.
            takeFile.returnCompanion(record, origin);
            taking.discard(record);
        }
    }

    private void sort(String source, WorkFolder.Entry entry) throws IOException {
        Optional<ErpFile> record = taking.find(entry.id());
        if (record.isPresent() && (record.get().phase() == FilePhase.TAKING || !entry.data())) {
            removeUnused(record.get(), entry);
            return;
        }
        if (record.isPresent() && takeFile.isStored(record.get(), entry.path())) {
            takeFile.remove(record.get());
            return;
        }
        if (!entry.data()) {
            if (takeFile.work(source).data(entry.id()).isEmpty()) {
                Files.deleteIfExists(entry.path());
            }
            return;
        }
        WorkFolder work = takeFile.work(source);
        Optional<Path> companion = work.companion(entry.id());
        String promise = companion.isPresent() ? TakeFile.text(companion.get()) : null;
        ErpFile again = taking.begin(source, entry.name(), Files.size(entry.path()), promise);
        LOG.warn(
                "work/ of {} held {}, which is of no record; recorded as file {}",
                source,
                entry.path().getFileName(),
                again.id());
        if (companion.isPresent()) {
            Path own = work.folder().resolve(again.id() + WorkFolder.ending(companion.get()));
            AtomicFile.move(companion.get(), own);
        }
        Path data = work.data(again);
        AtomicFile.move(entry.path(), data);
        takeFile.store(again, data);
    }
}
