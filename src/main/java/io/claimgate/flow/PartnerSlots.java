package io.claimgate.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one partner that is slow or silent from holding all workers of this process: so many calls to each at once. Who is turned away gets
 * an appointment, one behind the other at the pace at which the partner lets calls end, so that what waits costs next to nothing.
 */
public final class PartnerSlots {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration SHORTEST_PACE = Duration.ofMillis(20);

    private final int each;
    private final Clock systemClock;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** @param each calls to one partner at once */
    public PartnerSlots(int each, Clock systemClock) {
        this.each = each;
        this.systemClock = systemClock;
    }

    /** Without a limit. */
    public static PartnerSlots unlimited(Clock systemClock) {
        return new PartnerSlots(Integer.MAX_VALUE, systemClock);
    }

    /** System time, for {@link #leave}. */
    public Instant now() {
        return systemClock.instant();
    }

    /** Whether a call may begin; then {@link #leave} must follow. */
    public boolean enter(String partner) {
        return line(partner).enter();
    }

    /** The call that began at an instant has ended, however it did. */
    public void leave(String partner, Instant begun) {
        line(partner).leave(Duration.between(begun, systemClock.instant()));
    }

    /** When one that was turned away may try again, by the system clock. */
    public Instant appointment(String partner) {
        return line(partner).appointment(systemClock.instant());
    }

    private Line line(String partner) {
        return lines.computeIfAbsent(partner, name -> new Line());
    }

    private final class Line {

        private int inside;
        private Duration usual = SHORTEST_PACE;
        private Instant last = Instant.EPOCH;

        private synchronized boolean enter() {
            if (inside >= each) {
                return false;
            }
            inside++;
            return true;
        }

        private synchronized void leave(Duration took) {
            inside--;
            usual = usual.multipliedBy(3).plus(took).dividedBy(4);
        }

        private synchronized Instant appointment(Instant now) {
            Duration pace = usual.dividedBy(each);
            Instant next =
                    (last.isAfter(now) ? last : now).plus(pace.compareTo(SHORTEST_PACE) < 0 ? SHORTEST_PACE : pace);
            Instant latest = now.plus(LONGEST_WAIT);
            last = next.isAfter(latest) ? latest : next;
            return last;
        }
    }
}
