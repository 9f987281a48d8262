package io.claimgate.flow.bookkeeping;

import io.claimgate.flow.Departure;
import java.util.List;
import java.util.Map;

/**
 * A file for {@code out/} of a source: its name and its bytes, which lie in the vault, are fixed before anything is written.
 *
 * @param ordinal the n-th of its kind for the source
 * @param items how many postings or lines of holds it tells
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
        State state) {

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

    /** The stream of its events, and the subject of its alerts. */
    public String subject() {
        return "out-batch/" + id;
    }
}
