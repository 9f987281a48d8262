package io.claimgate.receivable;

import io.claimgate.deadline.TermClock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Collects the instants at which a picture changes by time alone and keeps the next one. */
final class NextAction {

    private final Instant asOf;
    private @Nullable Instant next;
    /** The clock of the last day that was told; with it what day it is by that clock, and the earliest of its days to come; null: none. */
    private @Nullable TermClock asked;

    private LocalDate today = LocalDate.MAX;
    private @Nullable LocalDate first;

    NextAction(Instant asOf) {
        this.asOf = asOf;
    }

    /** Something changes when {@code day} begins in the policy's zone; null: nothing does. */
    void onDay(@Nullable LocalDate day, TermClock clock) {
        if (clock != asked) {
            asked = clock;
            today = clock.dayOf(asOf);
            first = null;
        }
        // Days are compared many times faster than their beginnings are found: 100,000 receivables tell three each.
        if (day != null && day.isAfter(today) && (first == null || day.isBefore(first))) {
            first = day;
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
