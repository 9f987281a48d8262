package io.claimgate.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The database is older than what left, and is being brought up to it.
 *
 * @param reason how it was noticed
 * @param noticedAt business time; what was lost left before it
 * @param noticedSystemAt system time of the same
 * @param releasedAt business time; null while nothing may leave
 */
public record Restore(
        long id,
        String reason,
        Phase phase,
        Instant noticedAt,
        Instant noticedSystemAt,
        @Nullable Instant releasedAt) {

    /** How far it has come. */
    public enum Phase {
        /** Files that were taken are taken in again. */
        FILES,
        /** What left is put back into the books, as far as the journal knows it. */
        DEPARTED,
        /** Insurers are asked for every claim that is not known to be there. */
        ASKING,
        /** Insurers' lists of results are read from their beginning. */
        RESULTS,
        /** Persons look at it, and let outgoing go on. */
        RECONCILED,
        /** Outgoing goes on. */
        RELEASED,
        /** The history's anchor fits again too. */
        CLOSED
    }

    /** Whether nothing may leave. */
    public boolean open() {
        return releasedAt == null;
    }

    /** Whether new files have to wait: the numbers of their answers are not known yet. */
    public boolean filesWait() {
        return phase == Phase.FILES;
    }

    /** Whether it is not known yet what left in the time that was lost: the journal is still to be read. */
    public boolean journalWaits() {
        return open() && phase.compareTo(Phase.ASKING) < 0;
    }

    /** Whether results have to wait: the claims that they tell of may not be known yet. */
    public boolean resultsWait() {
        return open() && phase.compareTo(Phase.RESULTS) < 0;
    }

    /**
     * Whether something of a receivable may have left in the time that was lost: not if it was issued after nothing was lost any more. A day
     * more, for zones.
     */
    public boolean concerns(LocalDate issuedOn) {
        return releasedAt == null
                || !issuedOn.isAfter(
                        LocalDate.ofInstant(releasedAt, ZoneOffset.UTC).plusDays(1));
    }

    /** The same of what was drafted then. */
    public boolean concerns(Instant draftedAt) {
        return releasedAt == null || !draftedAt.isAfter(releasedAt);
    }
}
