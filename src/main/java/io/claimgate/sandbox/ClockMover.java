package io.claimgate.sandbox;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Outbox;
import io.claimgate.flow.WorkLeft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Moves business time the way it would pass: it stops at every next planned task on the way, in order, and at each stop waits until
 * nothing is due, in flight or unpublished.
 */
public final class ClockMover {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(3);

    private final BusinessClock clock;
    private final Consumer<Instant> move;
    private final WorkLeft work;
    private final Outbox outbox;
    private final List<PendingInput> inputs;
    private final Runnable wake;
    private final BooleanSupplier busy;
    private final Clock systemClock;
    private final ReentrantLock one = new ReentrantLock();

    /** Something that was there when the move was asked for and has to be taken in first, such as files in the drop folders. */
    @FunctionalInterface
    public interface PendingInput {
        /** What is there now and not yet taken; the result of later calls is compared with the first. */
        List<String> waiting();
    }

    /** Where a move ended. */
    public record Moved(Instant now, int steps) {}

    /** Another move is under way. */
    public static final class Busy extends RuntimeException {
        public Busy() {
            super("another move of the clock is under way; wait for its end");
        }
    }

    /** The time for a move was over before all was quiet. */
    public static final class NotQuiet extends RuntimeException {
        private final transient List<String> open;

        public NotQuiet(Instant now, List<String> open) {
            super("not quiet at " + now + ": " + open);
            this.open = List.copyOf(open);
        }

        public List<String> open() {
            return open;
        }
    }

    /**
     * @param move sets business time
     * @param wake makes the runner look at once
     * @param busy whether tasks run in this process now; asked first, because it costs nothing
     */
    public ClockMover(
            BusinessClock clock,
            Consumer<Instant> move,
            WorkLeft work,
            Outbox outbox,
            List<PendingInput> inputs,
            Runnable wake,
            BooleanSupplier busy,
            Clock systemClock) {
        this.clock = clock;
        this.move = move;
        this.work = work;
        this.outbox = outbox;
        this.inputs = List.copyOf(inputs);
        this.wake = wake;
        this.busy = busy;
        this.systemClock = systemClock;
    }

    /** Business time now. */
    public Instant now() {
        return clock.now();
    }

    /**
     * Moves to {@code target} within {@code limit} of system time. Throws {@link Busy}, {@link NotQuiet}, or
     * {@link IllegalArgumentException} for a target before now.
     */
    public Moved moveTo(Instant target, Duration limit) {
        if (target.isBefore(clock.now())) {
            throw new IllegalArgumentException(
                    "to \"" + target + "\" is before now, " + clock.now() + "; time moves forward only");
        }
        if (!one.tryLock()) {
            throw new Busy();
        }
        try {
            return step(target, systemClock.instant().plus(limit));
        } finally {
            one.unlock();
        }
    }

    private Moved step(Instant target, Instant end) {
        takeInputs(end);
        int steps = 0;
        while (true) {
            settle(end);
            Instant now = clock.now();
            Instant stop =
                    work.nextDue(now).filter(next -> next.isBefore(target)).orElse(target);
            if (!stop.isAfter(now)) {
                return new Moved(now, steps);
            }
            move.accept(stop);
            steps++;
            wake.run();
        }
    }

    private void takeInputs(Instant end) {
        for (PendingInput input : inputs) {
            List<String> first = input.waiting();
            while (true) {
                List<String> still = input.waiting();
                if (first.stream().noneMatch(still::contains)) {
                    break;
                }
                pauseUntil(end, still);
            }
        }
    }

    private void settle(Instant end) {
        while (true) {
            if (busy.getAsBoolean()) {
                pauseUntil(end, List.of("tasks are running"));
                continue;
            }
            List<String> open = work.openNow(clock.now());
            if (open.isEmpty() && outbox.waiting() == 0) {
                return;
            }
            pauseUntil(end, open.isEmpty() ? List.of("events are not published") : open);
        }
    }

    private void pauseUntil(Instant end, List<String> open) {
        if (systemClock.instant().isAfter(end)) {
            throw new NotQuiet(clock.now(), open);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotQuiet(clock.now(), open);
        }
    }
}
