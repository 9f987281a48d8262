package io.claimgate.flow.intake;

import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.Feed;
import io.claimgate.feed.FeedKind;
import io.claimgate.feed.FileStatus;
import io.claimgate.feed.Reason;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * APPLY: brings staged rows into the books, a range of lines per transaction, each with its counts, its part of the hash over the changes
 * and the marks of the exposures that it changed. The last transaction arms their recomputation, so that an exposure is computed once per
 * file and never on half of one; a file that fails on the way arms what it has changed so far.
 */
public final class Apply {

    private final ErpFiles files;
    private final Staging staging;
    private final Snapshots snapshots;
    private final DirtyExposures dirty;
    private final ClaimsConcerned claims;
    private final Faults faults;
    private final Tasks tasks;
    private final TransactionOperations transactions;
    private final BusinessClock clock;
    private final int rangeRows;

    public Apply(
            ErpFiles files,
            Staging staging,
            Snapshots snapshots,
            DirtyExposures dirty,
            ClaimsConcerned claims,
            Faults faults,
            Tasks tasks,
            TransactionOperations transactions,
            BusinessClock clock,
            IntakeSettings settings) {
        this.files = files;
        this.staging = staging;
        this.snapshots = snapshots;
        this.dirty = dirty;
        this.claims = claims;
        this.faults = faults;
        this.tasks = tasks;
        this.transactions = transactions;
        this.clock = clock;
        this.rangeRows = settings.applyRows();
    }

    /** All that is left of the file; it is APPLIED afterwards. */
    ErpFile apply(ErpFile file, ErpSource source, Feed feed, Books books) {
        try {
            transactions.executeWithoutResult(status -> books.prepare(file, source));
            ErpFile now = applyRanges(file, source, books);
            return conclude(now, source, feed);
        } catch (RuntimeException e) {
            // What stands in the books already must be computed, whatever becomes of the rest.
            armAfterFailure(file, e);
            throw e;
        }
    }

    private ErpFile applyRanges(ErpFile file, ErpSource source, Books books) {
        ErpFile now = file;
        while (true) {
            ErpFile before = now;
            ErpFile after = transactions.execute(status -> applyRange(before, source, books));
            if (after == null) {
                return now;
            }
            now = after;
        }
    }

    private @Nullable ErpFile applyRange(ErpFile file, ErpSource source, Books books) {
        OptionalLong end = staging.endOfRange(file.id(), books.kind(), file.appliedLine(), rangeRows);
        if (end.isEmpty()) {
            return null;
        }
        Books.Applied applied = books.apply(file, source, file.appliedLine(), end.getAsLong());
        ErpFile after =
                file.appliedTo(end.getAsLong(), applied.counts(), chained(file.changesRoot(), applied.digest()));
        files.save(file, after);
        return after;
    }

    private ErpFile conclude(ErpFile file, ErpSource source, Feed feed) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> {
            ErpFile now = file;
            if (feed.semantics() == Feed.Semantics.SNAPSHOT) {
                Books.Applied cleared = snapshots.clear(file, source);
                now = now.appliedTo(now.appliedLine(), cleared.counts(), chained(now.changesRoot(), cleared.digest()));
            }
            armChanged(file);
            now = now.warned(faults.warnedRows(file.id()));
            FileStatus end = FileStatus.of(now.counts());
            ErpFile concluded = now.concluded(end, reasons(now.id(), now.counts(), end));
            files.save(file, concluded);
            return concluded;
        }));
    }

    private List<Reason> reasons(long fileId, Counts counts, FileStatus end) {
        List<Reason> byCode = faults.summary(fileId).stream()
                .map(found -> new Reason(
                        found.code(),
                        found.rows()
                                + (found.rows() == 1 ? " row" : " rows")
                                + (found.warning() ? " (taken with a warning): " : ": ")
                                + title(found.code())))
                .toList();
        if (end != FileStatus.REJECTED) {
            return byCode;
        }
        List<Reason> all = new java.util.ArrayList<>();
        all.add(Reason.of(
                ProblemCode.ERP_005,
                "none of the " + counts.read() + " rows could be taken; correct them and drop the file again"));
        all.addAll(byCode);
        return all;
    }

    private void armAfterFailure(ErpFile file, RuntimeException failure) {
        try {
            transactions.executeWithoutResult(status -> armChanged(file));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void armChanged(ErpFile file) {
        Map<String, List<String>> changed = dirty.drain(file.id());
        changed.forEach((creditor, exposures) -> {
            tasks.armAll(TaskKinds.EXPOSURE, exposures, creditor, clock.now(), Tasks.NEVER);
        });
        if (FeedKind.EVENTS.word().equals(file.kind())) {
            // A reminder is evidence, and an insolvency asks for other documents.
            changed.values().stream()
                    .flatMap(exposures -> claims.undecidedOf(exposures).stream())
                    .sorted(Comparator.comparing(ClaimsConcerned.Concerned::claimKey))
                    .forEach(claim ->
                            tasks.arm(TaskKinds.DOSSIER, claim.claimKey(), claim.creditor(), clock.now(), Tasks.NEVER));
        }
    }

    private static String title(String code) {
        for (ProblemCode known : ProblemCode.values()) {
            if (known.code().equals(code)) {
                return known.title() + ". " + known.mend();
            }
        }
        return code;
    }

    private static @Nullable String chained(@Nullable String root, String digest) {
        if (digest.isEmpty()) {
            return root;
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((root == null ? "" : root).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha.digest(digest.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
