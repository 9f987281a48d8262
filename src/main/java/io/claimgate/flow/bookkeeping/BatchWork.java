package io.claimgate.flow.bookkeeping;

import io.claimgate.flow.Departure;
import java.util.Optional;

/** What the files of one kind hold. All calls join the caller's transaction. */
interface BatchWork {

    OutBatch.Kind kind();

    /** Fixes the next file of the source; empty if there is nothing to tell. */
    Optional<OutBatch> fix(String source);

    /** Whether something that only a reader of the file can know has come back. */
    boolean answered(OutBatch batch);

    /** What is noted outside of the database before the file can be seen; in a transaction of its own. */
    Departure departure(OutBatch batch);

    /** The ERP could take it. */
    void written(OutBatch batch, String by);

    /** Why something of the source is left that no file can tell; empty if nothing is. */
    Optional<String> stuck(String source);
}
