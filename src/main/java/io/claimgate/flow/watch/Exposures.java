package io.claimgate.flow.watch;

import io.claimgate.calendar.DayRange;
import io.claimgate.deadline.Deadline;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.receivable.ReceivablePicture;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exposures and what hangs on them, in the caller's transaction. */
public interface Exposures {

    /** Locks the exposure's row until the end of the transaction. */
    Optional<ExposureRow> lock(long exposureId);

    /** Everything known about it now; days on which the gateway learnt of something are days in {@code zone}. */
    Loaded load(ExposureRow exposure, ZoneId zone);

    /** @param deadlines the current ones of this episode, by kind */
    record Loaded(ExposureFacts facts, Map<String, StoredDeadline> deadlines) {}

    /** A deadline with its row's id. */
    record StoredDeadline(long id, Deadline deadline) {}

    /** Writes the totals of the picture, and which versions made it. */
    void save(ExposureRow exposure, ExposurePicture picture, PolicyPins pins, Instant now);

    /**
     * Starts the next episode.
     *
     * @param filed days on which the claim of the one that ends stopped cover, which stays so; null: none
     */
    void nextEpisode(ExposureRow exposure, @Nullable DayRange filed);

    /** Writes the states of these receivables; those of {@code claimed} get the claim's key. */
    void saveReceivables(List<ReceivablePicture> changed, Map<Long, String> claimed, Instant now);

    /** A clock that was not there, or whose dates are new. */
    void addDeadline(ExposureRow exposure, Deadline deadline, Instant now);

    /** The old dates of a clock go to its history. */
    void replaceDeadlines(Collection<Long> ids, Instant now);

    /** Status or amount changed, or the reason was not stored yet; the dates did not change. */
    void updateDeadline(long id, Deadline deadline, Instant now);

    /** The clock is no longer needed. */
    void voidDeadlines(Collection<Long> ids, Instant now);

    /** Takes the pinned policy versions off every exposure of a contract; their ids by creditor. */
    Map<String, List<Long>> unpin(String contract);
}
