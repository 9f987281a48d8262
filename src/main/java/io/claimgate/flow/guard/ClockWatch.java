package io.claimgate.flow.guard;

import io.claimgate.claim.Guard;
import io.claimgate.flow.Ideas;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notices that business time has moved further than it can have passed: a machine's clock that was set wrong makes thousands of claims due
 * at once. In the caller's transaction.
 */
public final class ClockWatch {

    private static final String KEY = "CLOCK";
    private static final String EVERYBODY = "*";

    private final Ticks ticks;
    private final GuardCases store;
    private final Cases cases;
    private final Ideas ideas;
    private final Duration step;

    public ClockWatch(Ticks ticks, GuardCases store, Cases cases, Ideas ideas, GuardSettings settings) {
        this.ticks = ticks;
        this.store = store;
        this.cases = cases;
        this.ideas = ideas;
        this.step = settings.clockStep();
    }

    /** Remembers that business time was seen; opens a case if it has jumped. */
    public void tick() {
        Instant last = ticks.last();
        Instant now = ideas.now();
        if (last == null || now.isAfter(last)) {
            if (jumped(last, now)) {
                open(last, now);
            }
            ticks.set(now);
        }
    }

    /** The case for which everything waits, if there is one. */
    Optional<GuardCase> waiting() {
        if (jumped(ticks.last(), ideas.now())) {
            tick();
        }
        return store.open(Guard.CLOCK, KEY);
    }

    private boolean jumped(@Nullable Instant last, Instant now) {
        return last != null && Duration.between(last, now).compareTo(step) > 0;
    }

    private void open(@Nullable Instant last, Instant now) {
        cases.opened(new GuardCase.Opening(
                Guard.CLOCK,
                KEY,
                null,
                null,
                EVERYBODY,
                null,
                "business time went from " + last + " to " + now
                        + " at one step: either the gateway stood still for that long, or its clock is wrong"));
    }
}
