package io.claimgate.flow.bookkeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Holds on supply, and what ERPs were told of them. All calls join the caller's transaction. */
public interface Holds {

    /** A buyer whose cover has stopped or is back. */
    record Subject(long exposureId, String creditor, long buyerId) {}

    /**
     * What an ERP is told of one of its customer numbers.
     *
     * @param hold true: deliver nothing more on credit
     * @param since first uncovered day, or the day on which it was lifted
     */
    record Line(String creditor, String buyerRef, boolean hold, String reason, LocalDate since) {}

    /** Opens one, unless the exposure has one. */
    void open(Subject subject, LocalDate since, String reason, Instant now);

    /** Lifts the exposure's, if it has one. */
    void lift(Subject subject, LocalDate on, Instant now);

    /** ERPs that know the buyer. */
    Collection<String> sources(Subject subject);

    /** Where what the ERP was told last differs from what holds now, by creditor and customer number. */
    List<Line> untold(String source);

    /** The ERP is told these. */
    void told(OutBatch batch, List<Line> lines);
}
