package io.claimgate.support;

import io.claimgate.flow.BusinessClock;
import java.time.Duration;
import java.time.Instant;

/** Business time that stands still until the test moves it. */
public final class TestClock implements BusinessClock {

    private volatile Instant now = Instant.parse("2026-06-01T08:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }
}
