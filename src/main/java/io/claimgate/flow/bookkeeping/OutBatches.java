package io.claimgate.flow.bookkeeping;

import io.claimgate.flow.Vault;
import java.time.Instant;
import java.util.Optional;

/** The files for {@code out/}, kept for good. All calls join the caller's transaction. */
public interface OutBatches {

    /** The one of this kind and source that is not written yet; there is at most one at a time. */
    Optional<OutBatch> unfinished(OutBatch.Kind kind, String source);

    Optional<OutBatch> find(long id);

    /** The number of the next one. */
    long nextOrdinal(OutBatch.Kind kind, String source);

    /** Whether a file of the source has the name. */
    boolean named(String source, String name);

    /** Fixes one. Two that do so at once collide on its number, and one of them fails. */
    OutBatch insert(
            OutBatch.Kind kind,
            String source,
            String creditor,
            long ordinal,
            String name,
            Vault.Stored bytes,
            int items,
            Instant now);

    /** Makes a step, and keeps who laid the file beside; false if somebody else made a step before. */
    boolean step(OutBatch batch, OutBatch.State to);

    /** Makes the last step; false if somebody else did before. */
    boolean written(OutBatch batch, String by, Instant now);
}
