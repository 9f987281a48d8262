package io.claimgate.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one partner that is slow or silent from holding all workers of this process: so many calls to each at once, and of a slow one a third
 * of that while others have work. Behind calls that are over in a moment one waits in line; from longer ones one is turned away with an
 * appointment, one behind the other at twice the pace at which the partner lets calls end: what waits costs next to nothing, and few
 * places stay empty because somebody's appointment is still to come.
 */
public final class PartnerSlots {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration RECENTLY = Duration.ofMinutes(1);
    private static final int SHARE_OF_SLOW = 3;
    private static final Duration SHORTEST_PACE = Duration.ofMillis(20);
    /** So long a worker may stand in line. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private static final int APPOINTMENTS_PER_PLACE = 2;

    private final int each;
    private final Clock systemClock;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

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
        seen.put(partner, systemClock.instant());
        return line(partner).enter(othersThan(partner));
    }

    /** There is work that calls nobody. */
    public void withoutPartner() {
        seen.put("", systemClock.instant());
    }

    private boolean othersThan(String partner) {
        Instant since = systemClock.instant().minus(RECENTLY);
        return seen.entrySet().stream()
                .anyMatch(other ->
                        !other.getKey().equals(partner) && other.getValue().isAfter(since));
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

        /** When those who are inside came, by the clock that counts; who leaves is taken for the first of them. */
        private final Deque<Long> inside = new ArrayDeque<>();

        private Duration usual = SHORTEST_PACE;
        private Instant last = Instant.EPOCH;

        private synchronized boolean enter(boolean others) {
            while (inside.size() >= places(others)) {
                long moment = MOMENT.toNanos() - (System.nanoTime() - inside.getFirst());
                if (usual.compareTo(MOMENT) >= 0 || moment <= 0 || !inLine(moment)) {
                    return false;
                }
            }
            inside.addLast(System.nanoTime());
            return true;
        }

        private int places(boolean others) {
            boolean share = others && usual.compareTo(SLOW) >= 0;
            return share ? Math.max(1, each / SHARE_OF_SLOW) : each;
        }

        private boolean inLine(long nanos) {
            try {
                wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private synchronized void leave(Duration took) {
            inside.removeFirst();
            usual = usual.multipliedBy(3).plus(took).dividedBy(4);
            notifyAll();
        }

        private synchronized Instant appointment(Instant now) {
            Duration pace = usual.dividedBy((long) APPOINTMENTS_PER_PLACE * each);
            Instant next =
                    (last.isAfter(now) ? last : now).plus(pace.compareTo(SHORTEST_PACE) < 0 ? SHORTEST_PACE : pace);
            Instant latest = now.plus(LONGEST_WAIT);
            last = next.isAfter(latest) ? latest : next;
            return last;
        }
    }
}
