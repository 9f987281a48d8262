package io.claimgate.store;

import io.claimgate.flow.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Business time of the sandbox: the system clock and an offset that only grows. The offset lives in the database, so that a restart, and
 * every gateway on it, agree.
 */
public final class MovableClock implements BusinessClock {

    private static final Duration OFFSET_AGE = Duration.ofMillis(500);

    private final JdbcClient sql;
    private final Clock systemClock;
    private volatile Reading reading;

    private record Reading(long offsetMillis, Instant readAt) {}

    /**
     * @param start where business time begins, for a database that was stamped by this start only; null: now
     */
    public MovableClock(JdbcClient sql, Clock systemClock, boolean fresh, @Nullable Instant start) {
        this.sql = sql;
        this.systemClock = systemClock;
        if (fresh && start != null) {
            store(Duration.between(systemClock.instant(), start).toMillis());
        }
        this.reading = read();
        seen(now());
    }

    @Override
    public Instant now() {
        Instant system = systemClock.instant();
        if (reading.readAt().plus(OFFSET_AGE).isBefore(system)) {
            reading = read();
        }
        return system.plusMillis(reading.offsetMillis()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Moves business time to {@code target}; nothing happens if that is not after now. */
    public synchronized void moveTo(Instant target) {
        long step = Duration.between(now(), target).toMillis() + 1;
        if (step > 1) {
            // Before it moves: nobody shall take this move for a clock that was set wrong.
            seen(target);
            store(read().offsetMillis() + step);
            reading = read();
        }
    }

    private Reading read() {
        long offset = sql.sql("select clock_offset_ms from environment where id = 1")
                .query(Long.class)
                .single();
        return new Reading(offset, systemClock.instant());
    }

    private void seen(Instant instant) {
        sql.sql("update business_tick set seen_at = ?")
                .param(Times.utc(instant.truncatedTo(ChronoUnit.MICROS)))
                .update();
    }

    private void store(long offset) {
        sql.sql("update environment set clock_offset_ms = ? where id = 1")
                .param(offset)
                .update();
    }
}
