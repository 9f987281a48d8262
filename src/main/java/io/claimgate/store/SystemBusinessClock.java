package io.claimgate.store;

import io.claimgate.flow.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Business time outside the sandbox: the system clock. */
public final class SystemBusinessClock implements BusinessClock {

    private final Clock systemClock;

    public SystemBusinessClock(Clock systemClock) {
        this.systemClock = systemClock;
    }

    @Override
    public Instant now() {
        return systemClock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
