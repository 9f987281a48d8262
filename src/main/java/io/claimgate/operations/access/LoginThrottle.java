package io.claimgate.operations.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down guessing: after five wrong passwords for one account from one address the next tries wait, each time twice as long. Other
 * addresses of the same account go on, so that nobody can lock somebody else out. System time; in memory, per gateway.
 */
final class LoginThrottle {

    static final int FREE_TRIES = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private record Tries(int failures, Instant waitUntil) {}

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this account must wait before it is looked at again from this address; zero if it need not. */
    synchronized Duration wait(String account, String address) {
        Tries known = tries.get(key(account, address));
        if (known == null || !known.waitUntil().isAfter(clock.instant())) {
            return Duration.ZERO;
        }
        return Duration.between(clock.instant(), known.waitUntil());
    }

    synchronized void failed(String account, String address) {
        String key = key(account, address);
        Tries known = tries.get(key);
        int failures = known == null ? 1 : known.failures() + 1;
        Duration wait = failures < FREE_TRIES
                ? Duration.ZERO
                : FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE_TRIES, 10));
        Duration capped = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        tries.put(key, new Tries(failures, clock.instant().plus(capped)));
    }

    synchronized void succeeded(String account, String address) {
        tries.remove(key(account, address));
    }

    private static String key(String account, String address) {
        String name = account.length() > 60 ? account.substring(0, 60) : account;
        return name.toLowerCase(Locale.ROOT) + "|" + address;
    }
}
