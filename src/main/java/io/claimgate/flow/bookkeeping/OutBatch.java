package io.claimgate.flow.bookkeeping;

import io.claimgate.flow.Departure;
import java.util.List;
import java.util.Map;

/**
 * A file for {@code out/} of a source: its name and its bytes, which lie in the vault, are fixed before anything is written.
 *
 * @param ordinal the n-th of its kind for the source
 * @param items how many postings or lines of holds it tells
 * @param laidBy the fence of the run that laid the file beside its place; 0 where none has
 */
public record OutBatch(
        long id,
        Kind kind,
        String source,
        String creditor,
        long ordinal,
        String name,
        String sha256,
        long size,
        int items,
        State state,
        long laidBy) {

    /** What it tells. */
    public enum Kind {
        POSTINGS,
        HOLDS
    }

    /** How far it has come. */
    public enum State {
        /** Nothing of it can be seen in out/. */
        FIXED,
        /** The whole file lies beside under a name that nobody takes; the next step is its renaming. */
        WRITING,
        /** It was renamed or lost, is gone, and nobody has answered: a person says which. */
        DOUBTFUL,
        /** The ERP could take it. */
        WRITTEN
    }

    /** How it is noted outside of the database. @param postings the entry of each posting, by its id */
    Departure.FileWritten departure(Map<String, Departure.Entry> postings, List<Departure.Payment> payments) {
        return new Departure.FileWritten(
                kind.name(), source, creditor, ordinal, name, sha256, size, items, postings, payments);
    }

    /**
     * The same, laid beside by a run of this fence. Each run has its own place beside, so that one which was frozen before it laid its file
     * down, and lost its task meanwhile, brings nothing back that a successor would take for a file not yet renamed.
     */
    OutBatch laidBy(long fence) {
        return new OutBatch(id, kind, source, creditor, ordinal, name, sha256, size, items, state, fence);
    }

    /** The stream of its events, and the subject of its alerts. */
    public String subject() {
        return "out-batch/" + id;
    }
}
