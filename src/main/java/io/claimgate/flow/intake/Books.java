package io.claimgate.flow.intake;

import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.FeedKind;
import java.util.Optional;

/** Brings the staged rows of one kind into the books. All calls join the caller's transaction. */
public interface Books {

    /**
     * What a range did.
     *
     * @param digest hash over the rows that changed something, in the order of their lines; empty where none did
     */
    record Applied(Counts counts, String digest) {}

    FeedKind kind();

    /**
     * Takes out of staging what cannot stand: a business key that an earlier line has (identical rows count as unchanged, others as rejects),
     * and references to what nobody knows.
     *
     * @param repeats whether a key may stand there twice; false saves the search
     */
    Counts check(ErpFile file, ErpSource source, boolean repeats);

    /** A sentence about keys that another source owns; empty where there are none. */
    Optional<String> foreignKeys(ErpFile file);

    /** Brings in what the rows hang on (buyers, exposures). May be run again. */
    void prepare(ErpFile file, ErpSource source);

    /** Brings in the rows with {@code from < line <= to}. */
    Applied apply(ErpFile file, ErpSource source, long from, long to);
}
