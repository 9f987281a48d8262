package io.claimgate.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What still has to be done before business time may be moved on. */
public interface WorkLeft {

    /** Tasks that are due or running, as {@code kind ref}, at most some; empty when all is quiet. */
    List<String> openNow(Instant now);

    /** When the next planned task is due, after {@code now}. */
    Optional<Instant> nextDue(Instant now);
}
