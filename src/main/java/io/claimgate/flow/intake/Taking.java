package io.claimgate.flow.intake;

import io.claimgate.feed.Companion;
import io.claimgate.feed.CreditorRule;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.Feed;
import io.claimgate.feed.FilePhase;
import io.claimgate.feed.FileStatus;
import io.claimgate.feed.Reason;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Departure;
import io.claimgate.flow.Departures;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import io.claimgate.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes files over from the drop folders. The order makes it safe against death at every step: record (TAKING), move to work/, store in the
 * vault, record TAKEN together with the task, remove. Whoever finds a file in phase TAKING goes on where the other stopped.
 */
public final class Taking {

    private final ErpFiles files;
    private final ErpSources sources;
    private final Supplier<String> configurationHash;
    private final Tasks tasks;
    private final TransactionOperations transactions;
    private final BusinessClock clock;
    private final String process;
    private final Departures departures;
    private final Restores restores;
    private volatile boolean restored = true;

    /**
     * @param configurationHash of all active mappings, policies, routes and schemas, stamped on every file
     * @param process who we are, for the record
     * @param departures notes every file before it leaves its folder
     * @param restores while files of before are taken in again, new ones wait
     */
    public Taking(
            ErpFiles files,
            ErpSources sources,
            Supplier<String> configurationHash,
            Tasks tasks,
            TransactionOperations transactions,
            BusinessClock clock,
            String process,
            Departures departures,
            Restores restores) {
        this.files = files;
        this.sources = sources;
        this.configurationHash = configurationHash;
        this.tasks = tasks;
        this.transactions = transactions;
        this.clock = clock;
        this.process = process;
        this.departures = departures;
        this.restores = restores;
    }

    /** Whether files stay in their folders: a restored database does not know yet how many of a name there were. */
    public boolean waits() {
        if (restored) {
            restored = restores.last().filter(Restore::filesWait).isPresent();
        }
        return restored;
    }

    /** What a file of this name is taken with. */
    public Companion companion(String source, String fileName) {
        return sources.find(source).map(found -> found.companion(fileName)).orElse(Companion.NONE);
    }

    /** Records the file before it is moved. */
    public ErpFile begin(String source, String fileName, long size, @Nullable String marker) {
        Optional<ErpSource> mapping = sources.find(source);
        Optional<Feed> feed = mapping.flatMap(found -> found.feedFor(fileName));
        ErpFiles.Found found = new ErpFiles.Found(
                source,
                feed.map(Feed::name).orElse(null),
                feed.map(known -> known.kind().word()).orElse(null),
                mapping.map(known -> known.creditor().ofFile()).orElse(CreditorRule.SEVERAL),
                fileName,
                size,
                marker,
                process,
                clock.now(),
                configurationHash.get());
        return inTransaction(() -> files.begin(found));
    }

    /**
     * Records that the bytes are durable and makes the file the next piece of work.
     *
     * @return false if these bytes are not the record's: somebody else, who took this process for dead, has gone on with the record, and
     *     what stands here came to the drop folder since
     */
    public boolean taken(ErpFile file, Vault.Stored stored) {
        departures.note(new Departure.FileTaken(
                file.id(),
                file.source(),
                file.name(),
                file.ordinal(),
                file.kind(),
                stored.sha256(),
                stored.size(),
                file.marker(),
                file.receivedAt()));
        return inTransaction(() -> {
            Optional<ErpFile> now = files.find(file.id());
            if (now.isEmpty() || now.get().phase() != FilePhase.TAKING) {
                return now.filter(known -> known.holds(stored)).isPresent();
            }
            files.save(now.get(), now.get().taken(stored.sha256(), stored.size()));
            tasks.arm(IntakeTask.KIND, file.ref(), file.creditor(), clock.now(), Tasks.NEVER);
            return true;
        });
    }

    /**
     * Takes a file in again whose bytes lie in the vault and of which a restored database knows nothing: under its number and time of then.
     */
    public ErpFile again(Departure.FileTaken then) {
        return inTransaction(() -> {
            ErpFile begun = files.beginAs(found(then), then.ordinal());
            ErpFile taken = begun.taken(then.sha256(), then.size());
            files.save(begun, taken);
            tasks.arm(IntakeTask.KIND, taken.ref(), taken.creditor(), clock.now(), Tasks.NEVER);
            return taken;
        });
    }

    /** Records a file that was answered before the database was restored and whose bytes are lost: its number is not given again. */
    public ErpFile lost(Departure.FileTaken then) {
        Reason why = Reason.of(
                ProblemCode.OPS_032,
                "taken before the database was restored, and its bytes are not in the vault; nothing of it is in the books, drop it again");
        return inTransaction(() -> {
            ErpFile begun = files.beginAs(found(then), then.ordinal());
            ErpFile lost = begun.taken(then.sha256(), then.size())
                    .concluded(FileStatus.REJECTED, List.of(why))
                    .answered(clock.now());
            files.save(begun, lost);
            return lost;
        });
    }

    private ErpFiles.Found found(Departure.FileTaken then) {
        Optional<ErpSource> mapping = sources.find(then.source());
        Optional<Feed> feed = mapping.flatMap(known -> known.feedFor(then.name()));
        return new ErpFiles.Found(
                then.source(),
                feed.map(Feed::name).orElse(null),
                feed.map(known -> known.kind().word()).orElse(null),
                mapping.map(known -> known.creditor().ofFile()).orElse(CreditorRule.SEVERAL),
                then.name(),
                then.size(),
                then.marker(),
                process,
                then.receivedAt(),
                configurationHash.get());
    }

    /** Forgets a file that is still in the drop folder; it will be found there again. */
    public boolean discard(ErpFile file) {
        return inTransaction(() -> files.discard(file.id()));
    }

    /** Files of the source that somebody began to take. */
    public List<ErpFile> unfinished(String source) {
        return inTransaction(() -> files.taking(source));
    }

    /** The file, if it is known. */
    public Optional<ErpFile> find(long id) {
        return inTransaction(() -> files.find(id));
    }

    private <T> T inTransaction(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a transaction of the intake gave no result");
        }
        return result;
    }
}
