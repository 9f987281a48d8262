package io.claimgate.receivable;

import io.claimgate.deadline.TermClock;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.FactAnchor;
import java.time.Instant;
import java.time.LocalDate;
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

    /** @param unrolled its close; null: unknown, and so is the window */
    static Window of(TermClock clock, @Nullable LocalDate unrolled, DebtAnchors anchors) {
        DeadlineRule rule = clock.policy().rule(DeadlineKind.DECLARATION);
        if (rule == null || unrolled == null) {
            return NONE;
        }
        LocalDate due = anchors.date(FactAnchor.ORIGINAL_DUE_DATE, DeadlineKind.DECLARATION);
        LocalDate opens = rule.opens() != null ? clock.opensOn(rule, anchors) : due == null ? null : due.plusDays(1);
        LocalDate safe = clock.safeOn(rule, unrolled);
        LocalDate closes = clock.rolled(rule, unrolled);
        return new Window(opens, safe, clock.warnsFrom(safe), closes, clock.endOf(closes));
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
