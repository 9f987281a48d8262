package io.claimgate.flow.intake;

import io.claimgate.feed.Counts;
import io.claimgate.feed.FilePhase;
import io.claimgate.feed.FileStatus;
import io.claimgate.feed.Reason;
import io.claimgate.flow.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way (contracts.md 2). Each step makes a new one; {@link ErpFiles#save} refuses a step that somebody else has made.
 *
 * @param feed null where no feed matches its name
 * @param kind of the feed, {@code invoices}
 * @param creditor {@code *} where its rows tell
 * @param ordinal the n-th file of this name, from 1
 * @param sha256 null until it is in the vault
 * @param receivedAt business time
 * @param marker the {@code .ready} file as it was; null without one
 * @param stagedLine lines up to here stand in staging or in the faults
 * @param appliedLine lines up to here stand in the books
 * @param changesRoot hash over its changes so far
 */
public record ErpFile(
        long id,
        String source,
        @Nullable String feed,
        @Nullable String kind,
        String creditor,
        String name,
        int ordinal,
        FilePhase phase,
        @Nullable FileStatus status,
        @Nullable String sha256,
        long size,
        Instant receivedAt,
        @Nullable LocalDate asOf,
        @Nullable String marker,
        long stagedLine,
        long appliedLine,
        Counts counts,
        List<Reason> reasons,
        @Nullable Long duplicateOf,
        @Nullable String heldReason,
        @Nullable String decidedBy,
        @Nullable String changesRoot,
        @Nullable Instant answeredAt) {

    public ErpFile {
        reasons = List.copyOf(reasons);
    }

    /** The stream of its events, and the subject of its alerts. */
    public String stream() {
        return "file/" + id;
    }

    /** The task's reference. */
    public String ref() {
        return Long.toString(id);
    }

    /** The day whose state it tells: by its marker, else the day it came (UTC: an ERP source has no zone of its own). */
    public LocalDate businessDate() {
        return asOf == null ? LocalDate.ofInstant(receivedAt, ZoneOffset.UTC) : asOf;
    }

    /** Whether this is its content. */
    public boolean holds(Vault.Stored stored) {
        return stored.sha256().equals(sha256);
    }

    /** The content's hash, once it is in the vault. */
    public String content() {
        if (sha256 == null) {
            throw new IllegalStateException("file " + id + " (" + name + ") is not in the vault yet");
        }
        return sha256;
    }

    ErpFile taken(String sha, long bytes) {
        return copy(
                FilePhase.TAKEN,
                status,
                sha,
                bytes,
                asOf,
                stagedLine,
                appliedLine,
                counts,
                reasons,
                duplicateOf,
                heldReason,
                decidedBy,
                changesRoot,
                null);
    }

    ErpFile ofDay(@Nullable LocalDate day) {
        return copy(
                phase,
                status,
                sha256,
                size,
                day,
                stagedLine,
                appliedLine,
                counts,
                reasons,
                duplicateOf,
                heldReason,
                decidedBy,
                changesRoot,
                null);
    }

    ErpFile stagedTo(long line, Counts more) {
        return copy(
                phase,
                status,
                sha256,
                size,
                asOf,
                line,
                appliedLine,
                counts.plus(more),
                reasons,
                duplicateOf,
                heldReason,
                decidedBy,
                changesRoot,
                null);
    }

    ErpFile staged() {
        return in(FilePhase.STAGED, status, reasons);
    }

    ErpFile checked(Counts more) {
        return stagedTo(stagedLine, more);
    }

    ErpFile going() {
        return in(FilePhase.APPLYING, null, List.of());
    }

    ErpFile released(String actor) {
        return copy(
                FilePhase.APPLYING,
                null,
                sha256,
                size,
                asOf,
                stagedLine,
                appliedLine,
                counts,
                List.of(),
                duplicateOf,
                heldReason,
                actor,
                changesRoot,
                null);
    }

    ErpFile held(Reason reason) {
        return copy(
                FilePhase.HELD,
                FileStatus.HELD,
                sha256,
                size,
                asOf,
                stagedLine,
                appliedLine,
                counts,
                List.of(reason),
                duplicateOf,
                reason.message(),
                decidedBy,
                changesRoot,
                null);
    }

    ErpFile appliedTo(long line, Counts more, @Nullable String root) {
        return copy(
                phase,
                status,
                sha256,
                size,
                asOf,
                stagedLine,
                line,
                counts.plus(more),
                reasons,
                duplicateOf,
                heldReason,
                decidedBy,
                root,
                null);
    }

    ErpFile warned(long rows) {
        Counts now = counts;
        return checked(new Counts(0, 0, 0, 0, 0, 0, rows - now.warned()));
    }

    ErpFile concluded(FileStatus end, List<Reason> why) {
        return in(FilePhase.APPLIED, end, why);
    }

    ErpFile refused(FileStatus end, Reason why, String actor) {
        return copy(
                FilePhase.APPLIED,
                end,
                sha256,
                size,
                asOf,
                stagedLine,
                appliedLine,
                counts,
                List.of(why),
                duplicateOf,
                heldReason,
                actor,
                changesRoot,
                null);
    }

    ErpFile duplicate(ErpFile original, Reason why) {
        return copy(
                FilePhase.APPLIED,
                FileStatus.DUPLICATE,
                sha256,
                size,
                asOf,
                stagedLine,
                appliedLine,
                counts,
                List.of(why),
                original.id(),
                heldReason,
                decidedBy,
                changesRoot,
                null);
    }

    ErpFile answered(Instant at) {
        return copy(
                FilePhase.ANSWERED,
                status,
                sha256,
                size,
                asOf,
                stagedLine,
                appliedLine,
                counts,
                reasons,
                duplicateOf,
                heldReason,
                decidedBy,
                changesRoot,
                at);
    }

    private ErpFile in(FilePhase next, @Nullable FileStatus end, List<Reason> why) {
        return copy(
                next,
                end,
                sha256,
                size,
                asOf,
                stagedLine,
                appliedLine,
                counts,
                why,
                duplicateOf,
                heldReason,
                decidedBy,
                changesRoot,
                null);
    }

    private ErpFile copy(
            FilePhase newPhase,
            @Nullable FileStatus newStatus,
            @Nullable String sha,
            long bytes,
            @Nullable LocalDate day,
            long staged,
            long applied,
            Counts newCounts,
            List<Reason> why,
            @Nullable Long original,
            @Nullable String held,
            @Nullable String decider,
            @Nullable String root,
            @Nullable Instant answered) {
        return new ErpFile(
                id,
                source,
                feed,
                kind,
                creditor,
                name,
                ordinal,
                newPhase,
                newStatus,
                sha,
                bytes,
                receivedAt,
                day,
                marker,
                staged,
                applied,
                newCounts,
                why,
                original,
                held,
                decider,
                root,
                answered);
    }
}
