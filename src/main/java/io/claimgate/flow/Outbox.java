package io.claimgate.flow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Events that are recorded and not yet sent on, in order per stream. */
public interface Outbox {

    /** One recorded event; {@code payload} is JSON. */
    record Recorded(
            long id,
            String stream,
            long sequence,
            Instant at,
            String type,
            int version,
            String creditor,
            String payload) {}

    /** The oldest unpublished ones. */
    List<Recorded> unpublished(int most);

    /** Marks them as sent on. */
    void published(Collection<Long> ids);

    /** How many wait. */
    long waiting();
}
