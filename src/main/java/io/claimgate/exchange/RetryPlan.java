package io.claimgate.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When failed work is tried again: exponential with jitter and a cap, faster as the close comes near, never past it.
 *
 * @param first wait after the first failure
 * @param longest no wait is longer
 */
public record RetryPlan(Duration first, Duration longest) {

    /** One second, doubling up to fifteen minutes. */
    public static final RetryPlan DEFAULT = new RetryPlan(Duration.ofSeconds(1), Duration.ofMinutes(15));

    private static final int STEPS_LEFT_BEFORE_CLOSE = 20;
    private static final int HIGHEST_EXPONENT = 30;

    /**
     * The next try after {@code failures} failures, or empty if none fits before {@code closeAt} any more. What is left until the close
     * leaves room for {@value #STEPS_LEFT_BEFORE_CLOSE} more tries.
     */
    public Optional<Instant> next(int failures, Instant now, Instant closeAt, RandomGenerator jitter) {
        if (!now.isBefore(closeAt)) {
            return Optional.empty();
        }
        long exponential = first.toMillis() << Math.min(Math.max(failures - 1, 0), HIGHEST_EXPONENT);
        long capped = exponential <= 0 ? longest.toMillis() : Math.min(exponential, longest.toMillis());
        long left = Duration.between(now, closeAt).toMillis() / STEPS_LEFT_BEFORE_CLOSE;
        long wait = Math.max(first.toMillis(), Math.min(capped, left));
        long jittered = wait - wait / 5 + jitter.nextLong(wait / 5 + 1);
        Instant next = now.plusMillis(jittered);
        return next.isBefore(closeAt) ? Optional.of(next) : Optional.empty();
    }
}
