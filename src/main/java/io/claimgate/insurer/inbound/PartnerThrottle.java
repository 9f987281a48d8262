package io.claimgate.insurer.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down guessing: after some wrong credentials for one name from one address, or many for any names, the next tries wait, each time
 * twice as long, and are not looked at. Other addresses go on, so that nobody can lock a partner out. System time; in memory, per gateway.
 */
final class PartnerThrottle {

    static final int FREE_FOR_A_NAME = 5;
    static final int FREE_FOR_AN_ADDRESS = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 60;

    private record Tries(int failures, Instant waitUntil) {}

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST;
        }
    };

    PartnerThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether this one must wait. */
    synchronized boolean waits(String name, String address) {
        return List.of(key(name, address), anyName(address)).stream().anyMatch(key -> {
            Tries known = tries.get(key);
            return known != null && known.waitUntil().isAfter(clock.instant());
        });
    }

    /** One more wrong credential; whether it must wait from now on. */
    synchronized boolean failed(String name, String address) {
        boolean byName = failed(key(name, address), FREE_FOR_A_NAME);
        boolean byAddress = failed(anyName(address), FREE_FOR_AN_ADDRESS);
        return byName || byAddress;
    }

    synchronized void succeeded(String name, String address) {
        tries.remove(key(name, address));
    }

    private boolean failed(String key, int free) {
        Tries known = tries.get(key);
        int failures = known == null ? 1 : known.failures() + 1;
        Duration wait = failures < free ? Duration.ZERO : FIRST_WAIT.multipliedBy(1L << Math.min(failures - free, 10));
        Duration capped = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        tries.put(key, new Tries(failures, clock.instant().plus(capped)));
        return !capped.isZero();
    }

    private static String key(String name, String address) {
        String shortened = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return "name " + shortened.toLowerCase(Locale.ROOT) + "|" + address;
    }

    private static String anyName(String address) {
        return "address " + address;
    }
}
