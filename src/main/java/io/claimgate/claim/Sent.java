package io.claimgate.claim;

import java.time.Duration;
import java.time.Instant;

/** A moment of the last call: in business time, and in system time, because settling is a physical wait. */
public record Sent(Instant at, Instant systemAt) {

    /** Whether the insurer has had time to settle by both clocks; the sandbox moves only one of them. */
    public boolean settled(Duration settleTime, Instant now, Instant systemNow) {
        return !now.isBefore(at.plus(settleTime)) && !systemNow.isBefore(systemAt.plus(settleTime));
    }

    /**
     * Whether it is proven that nothing of a call that was over at this moment is there: "not found" was said more than once, the last time
     * after the insurer must have settled.
     *
     * @param denied how often it was said
     * @param asked when the last question was put, not when it was answered
     */
    public boolean deniedForGood(int denied, Duration settleTime, Sent asked) {
        return denied > 1 && settled(settleTime, asked.at(), asked.systemAt());
    }
}
