package io.claimgate.flow.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every file taken: one row each, kept for good. All calls join the caller's transaction. */
public interface ErpFiles {

    /** What is known of a file before it is moved out of the drop folder. */
    record Found(
            String source,
            @Nullable String feed,
            @Nullable String kind,
            String creditor,
            String name,
            long size,
            @Nullable String marker,
            String takenBy,
            Instant receivedAt,
            String configHash) {}

    /** Records it in phase TAKING as the n-th file of its name. */
    ErpFile begin(Found found);

    /** As {@link #begin}, as the n-th of its name as which it was answered before the database was restored. */
    ErpFile beginAs(Found found, int ordinal);

    Optional<ErpFile> find(long id);

    /** The file; IllegalArgumentException if there is none. */
    default ErpFile get(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("OPS-004 file " + id + ": there is none"));
    }

    /**
     * Makes one step.
     *
     * @throws SteppedOn if the file is no longer where {@code before} says: another process went on with it
     */
    void save(ErpFile before, ErpFile after);

    /** Forgets a file in phase TAKING that never left the drop folder. */
    boolean discard(long id);

    /** Those of a source in phase TAKING. */
    List<ErpFile> taking(String source);

    /** The last file of the feed of which something stands in the books. */
    Optional<ErpFile> lastEffective(String source, String feed);

    /** The newest day whose state was applied. */
    Optional<LocalDate> lastAsOf(String source, String feed);

    /** Files of the feed that wait for a person. */
    List<ErpFile> held(String source, String feed);

    /** Whether an earlier file has to be finished first: one of the same feed, or one with rows of any feed of the source. */
    boolean earlierAtWork(ErpFile file, boolean anyFeed);

    /** Whether another file of the feed is between TAKEN and APPLIED. */
    boolean othersAtWork(ErpFile file);

    /** The first waiting file of each feed of the source. */
    List<ErpFile> nextWaiting(String source);

    /** Whether another source has brought invoices for one of this file's creditors: only then can keys collide. */
    boolean sharesCreditors(ErpFile file);

    /** Another process made the step first; nothing of this transaction may stand. */
    final class SteppedOn extends RuntimeException {
        public SteppedOn(ErpFile file) {
            super("file " + file.id() + " (" + file.name() + ") is no longer in phase " + file.phase() + " at lines "
                    + file.stagedLine() + "/" + file.appliedLine());
        }
    }
}
