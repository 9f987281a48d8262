package io.claimgate.receivable;

import io.claimgate.deadline.TermClock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Collects the instants at which a picture changes by time alone and keeps the next one. */
final class NextAction {

    private final Instant asOf;
    private @Nullable Instant next;

    NextAction(Instant asOf) {
        this.asOf = asOf;
    }

    /** Something changes when {@code day} begins in the policy's zone; null: nothing does. */
    void onDay(@Nullable LocalDate day, TermClock clock) {
        if (day != null) {
            at(clock.startOf(day));
        }
    }

    void at(@Nullable Instant instant) {
        if (instant != null && instant.isAfter(asOf) && (next == null || instant.isBefore(next))) {
            next = instant;
        }
    }

    @Nullable
    Instant next() {
        return next;
    }
}
