package io.claimgate.claim;

import java.time.Duration;
import java.time.Instant;

/** A moment of the last call: in business time, and in system time, because settling is a physical wait. */
public record Sent(Instant at, Instant systemAt) {

    /** Whether the insurer has had time to settle by both clocks; the sandbox moves only one of them. */
    public boolean settled(Duration settleTime, Instant now, Instant systemNow) {
        return !now.isBefore(at.plus(settleTime)) && !systemNow.isBefore(systemAt.plus(settleTime));
    }
}
