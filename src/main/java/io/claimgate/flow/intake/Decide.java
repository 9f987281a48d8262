package io.claimgate.flow.intake;

import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.Feed;
import io.claimgate.feed.FeedKind;
import io.claimgate.feed.FileStatus;
import io.claimgate.feed.Reason;
import io.claimgate.problem.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** DECIDE: whether a file goes into the books, by named rules in the order of the answer. All joins the caller's transaction. */
public final class Decide {

    private final ErpFiles files;
    private final Snapshots snapshots;
    private final Oddities oddities;
    private final OddFiles oddFiles;
    private final Markers markers;
    private final IntakeSettings settings;

    public Decide(ErpFiles files, Snapshots snapshots, Oddities oddities, Markers markers, IntakeSettings settings) {
        this.files = files;
        this.snapshots = snapshots;
        this.oddities = oddities;
        this.oddFiles = new OddFiles(settings);
        this.markers = markers;
        this.settings = settings;
    }

    /** What is known before a row is read: the marker's promises, duplicates, stale states. The file, concluded where it ends here. */
    ErpFile beforeRows(ErpFile file, Feed feed) {
        try {
            Markers.Marker marker = markers.read(file.marker() == null ? "" : file.marker());
            ErpFile dated = file.ofDay(marker.asOf());
            Optional<ErpFile> last = files.lastEffective(file.source(), feed.name());
            if (last.isPresent() && file.content().equals(last.get().sha256())) {
                return dated.duplicate(last.get(), duplicateOf(last.get()));
            }
            checkHash(file, marker);
            checkProof(file, feed, marker);
            Optional<LocalDate> lastDay = files.lastAsOf(file.source(), feed.name());
            if (marker.asOf() != null && lastDay.isPresent() && marker.asOf().isBefore(lastDay.get())) {
                return dated.concluded(FileStatus.STALE, List.of(stale(marker.asOf(), lastDay.get())));
            }
            return dated;
        } catch (FileRefused e) {
            return file.concluded(FileStatus.REJECTED, List.of(e.reason()));
        }
    }

    /** What only the rows tell. The file goes (APPLYING), waits for a person (HELD) or ends (APPLIED). */
    ErpFile afterRows(ErpFile file, ErpSource source, Feed feed, Books books, boolean repeats) {
        try {
            checkRows(file, feed);
            Counts taken = books.check(file, source, repeats);
            ErpFile checked = file.checked(taken);
            if (feed.onReject() == Feed.OnReject.ALL_OR_NOTHING
                    && checked.counts().rejected() > 0) {
                throw new FileRefused(
                        ProblemCode.ERP_005,
                        checked.counts().rejected() + " of " + checked.counts().read()
                                + " rows are faulty and the feed takes all or none; correct them and drop the file again");
            }
            Optional<Reason> hold =
                    foreignKeys(checked, books).or(() -> guard(checked, feed)).or(() -> oddity(checked, source, feed));
            return hold.map(checked::held).orElseGet(checked::going);
        } catch (FileRefused e) {
            return file.concluded(FileStatus.REJECTED, List.of(e.reason()));
        }
    }

    private static Reason duplicateOf(ErpFile original) {
        return Reason.of(
                ProblemCode.ERP_006,
                "the same bytes as file " + original.id() + " (" + original.name() + ", received "
                        + original.receivedAt() + "), the last one of the feed that took effect; nothing to do");
    }

    private static Reason stale(LocalDate asOf, LocalDate applied) {
        return Reason.of(
                ProblemCode.ERP_007,
                "asOf " + asOf + " is older than " + applied + ", which is applied; send the newer state");
    }

    private static void checkHash(ErpFile file, Markers.Marker marker) {
        String promised = marker.sha256();
        if (promised != null && !promised.toLowerCase(Locale.ROOT).equals(file.content())) {
            throw new FileRefused(
                    ProblemCode.ERP_003,
                    "the marker promises SHA-256 " + promised + ", the file has " + file.content()
                            + "; send the complete file again");
        }
    }

    private static void checkProof(ErpFile file, Feed feed, Markers.Marker marker) {
        if (feed.semantics() == Feed.Semantics.SNAPSHOT && marker.rows() == null && marker.sha256() == null) {
            throw new FileRefused(
                    ProblemCode.ERP_003,
                    "a snapshot needs a proof that it is complete; write rows or sha256 into " + file.name()
                            + ".ready and send it again");
        }
    }

    private void checkRows(ErpFile file, Feed feed) {
        Long promised = markers.read(file.marker() == null ? "" : file.marker()).rows();
        long read = file.counts().read();
        if (promised != null && promised != read) {
            throw new FileRefused(
                    ProblemCode.ERP_003,
                    "the marker promises " + promised + " rows, the file has " + read
                            + "; send the complete file again");
        }
        boolean provenEmpty = feed.semantics() == Feed.Semantics.SNAPSHOT && promised != null;
        if (read == 0 && !provenEmpty) {
            throw new FileRefused(ProblemCode.ERP_009, "the file has a header and no row; send the real content");
        }
    }

    private static Optional<Reason> foreignKeys(ErpFile file, Books books) {
        return books.foreignKeys(file).map(sentence -> Reason.of(ProblemCode.ERP_109, sentence));
    }

    private Optional<Reason> oddity(ErpFile file, ErpSource source, Feed feed) {
        return feed.kind() == FeedKind.INVOICES ? oddFiles.reason(oddities.look(file, source)) : Optional.empty();
    }

    private Optional<Reason> guard(ErpFile file, Feed feed) {
        if (feed.semantics() != Feed.Semantics.SNAPSHOT) {
            return Optional.empty();
        }
        Snapshots.Clearing clearing = snapshots.measure(file);
        String what = "the snapshot would clear " + clearing.cleared() + " of " + clearing.open() + " open receivables";
        if (clearing.insideWarning() > 0) {
            return Optional.of(Reason.of(
                    ProblemCode.ERP_008,
                    what + ", " + clearing.insideWarning() + " of them close to their deadline; release or refuse it"));
        }
        boolean many = clearing.cleared() > settings.snapshotGuardMinimum()
                && (clearing.cleared() * 100 > clearing.open() * settings.snapshotGuard()
                        || clearing.clearedShare().doubleValue() > settings.snapshotGuard());
        return many
                ? Optional.of(Reason.of(
                        ProblemCode.ERP_008,
                        what + " (" + clearing.clearedShare() + " % of the amount), more than "
                                + settings.snapshotGuard() + " %; release or refuse it"))
                : Optional.empty();
    }
}
