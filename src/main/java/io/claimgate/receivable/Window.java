package io.claimgate.receivable;

import io.claimgate.deadline.TermClock;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One receivable's own declaration window.
 *
 * @param opensOn the day after the due date where the rule has no opening
 * @param warnsFrom first day of the warnings
 * @param closesAt first instant that is too late; all null while unknown
 */
record Window(
        @Nullable LocalDate opensOn,
        @Nullable LocalDate safeOn,
        @Nullable LocalDate warnsFrom,
        @Nullable LocalDate closesOn,
        @Nullable Instant closesAt) {

    private static final Window NONE = new Window(null, null, null, null, null);

    /** The windows of one computation: receivables of one day share theirs. */
    static final class Windows {

        private final Map<Days, Window> known = new HashMap<>();

        private record Days(TermClock clock, @Nullable LocalDate opens, LocalDate unrolled) {}

        Window of(Debt debt) {
            TermClock clock = debt.clock;
            DeadlineRule rule = clock.policy().rule(DeadlineKind.DECLARATION);
            LocalDate unrolled = debt.closes(DeadlineKind.DECLARATION).dateOrNull();
            if (rule == null || unrolled == null) {
                return NONE;
            }
            LocalDate due = debt.facts.originalDueDate();
            LocalDate opens =
                    rule.opens() != null ? clock.opensOn(rule, debt.anchors) : due == null ? null : due.plusDays(1);
            return known.computeIfAbsent(new Days(clock, opens, unrolled), days -> window(rule, days));
        }

        private static Window window(DeadlineRule rule, Days days) {
            TermClock clock = days.clock();
            LocalDate safe = clock.safeOn(rule, days.unrolled());
            LocalDate closes = clock.rolled(rule, days.unrolled());
            return new Window(days.opens(), safe, clock.warnsFrom(safe), closes, clock.endOf(closes));
        }
    }

    boolean open(LocalDate today) {
        return opensOn != null && !today.isBefore(opensOn);
    }

    boolean warns(LocalDate today) {
        return warnsFrom != null && !today.isBefore(warnsFrom);
    }

    boolean closed(Instant now) {
        return closesAt != null && !now.isBefore(closesAt);
    }
}
