package io.claimgate.store;

import io.claimgate.flow.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Until when this process holds its tasks, by its own clocks: the one that counts stands still while a machine sleeps, the one that tells the
 * time can be set. Counted from before the database was asked, so that a lease never ends later here than there.
 */
final class HeldTasks {

    private final Clock clock;
    private final LongSupplier nanos;
    private final Duration lease;
    private final Map<Long, Hold> holds = new ConcurrentHashMap<>();

    private record Hold(long fence, Ends ends) {}

    /** When a lease that is asked for now will end, by both clocks. */
    record Ends(long nanos, Instant wall) {}

    /** @param nanos the clock that counts */
    HeldTasks(Clock clock, LongSupplier nanos, Duration lease) {
        this.clock = clock;
        this.nanos = nanos;
        this.lease = lease;
    }

    /** Asked before the database is. */
    Ends ends() {
        return new Ends(nanos.getAsLong() + lease.toNanos(), clock.instant().plus(lease));
    }

    void taken(Collection<Task> tasks, Ends ends) {
        tasks.forEach(task -> holds.put(task.id(), new Hold(task.fence(), ends)));
    }

    void renewed(Collection<Long> ids, Ends ends) {
        ids.forEach(id -> holds.computeIfPresent(id, (same, hold) -> new Hold(hold.fence(), ends)));
    }

    void ended(Task task) {
        holds.computeIfPresent(task.id(), (same, hold) -> hold.fence() == task.fence() ? null : hold);
    }

    boolean runs(Task task) {
        Hold hold = holds.get(task.id());
        return hold != null
                && hold.fence() == task.fence()
                && hold.ends().nanos() - nanos.getAsLong() > 0
                && clock.instant().isBefore(hold.ends().wall());
    }
}
