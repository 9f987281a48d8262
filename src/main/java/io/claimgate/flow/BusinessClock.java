package io.claimgate.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Business time: deadlines, due tasks, stored dates, warnings. It ticks like the system clock, moved by an offset that only the sandbox
 * changes. Leases, timeouts, sessions and metrics use the system clock ({@link java.time.Clock} bean) instead.
 */
public interface BusinessClock {

    /** Now, in business time, to the microsecond (what both databases keep). */
    Instant now();

    /** The day in {@code zone}. */
    default LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }
}
