package io.claimgate.receivable;

import io.claimgate.deadline.ActionDay;
import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.DeadlineStatus;
import io.claimgate.deadline.Resolution;
import io.claimgate.deadline.TermClock;
import io.claimgate.deadline.Warning;
import io.claimgate.deadline.Warnings;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Makes the deadline of a kind from the receivable that governs it: dates, status, reasons. */
final class DeadlineRules {

    private final @Nullable ClaimFacts accepted;
    private final @Nullable LocalDate oldestDue;
    private final BigDecimal atRisk;
    private final String currency;
    private final Instant now;

    /**
     * @param oldestDue oldest due date among what is open; null: nothing is
     * @param atRisk what a declaration would take
     */
    DeadlineRules(
            @Nullable ClaimFacts accepted,
            @Nullable LocalDate oldestDue,
            BigDecimal atRisk,
            String currency,
            Instant now) {
        this.accepted = accepted;
        this.oldestDue = oldestDue;
        this.atRisk = atRisk;
        this.currency = currency;
        this.now = now;
    }

    Deadline deadline(DeadlineRule rule, Debt debt, Resolution close) {
        TermClock clock = debt.clock;
        LocalDate opens = clock.opensOn(rule, debt.clocks.anchors);
        LocalDate target = clock.targetOn(rule, debt.clocks.anchors);
        LocalDate unrolled = close.dateOrNull();
        LocalDate safe = unrolled == null ? null : clock.safeOn(rule, unrolled);
        LocalDate closes = unrolled == null ? null : clock.rolled(rule, unrolled);
        Instant closesAt = closes == null ? null : clock.endOf(closes);
        LocalDate floor = floor(rule, opens);
        LocalDate acts = actsOn(rule, debt, floor, target, safe);
        return new Deadline(
                rule.kind(),
                opens,
                floor,
                target,
                acts,
                safe,
                closes,
                unrolled,
                closesAt,
                status(rule, debt, floor, safe, closesAt),
                close instanceof Resolution.Known known && known.provisional(),
                debt.id(),
                atRisk(rule.kind(), debt),
                currency,
                clock.policy().name(),
                clock.term().version(),
                clock.explain(rule, debt.clocks.anchors).why(debt::label, acts));
    }

    /** The warning that a deadline has reached; null: none, or it is met, missed or unknown. */
    @Nullable
    Warning warning(Deadline deadline, TermClock clock) {
        if (deadline.safeOn() == null || !running(deadline.status())) {
            return null;
        }
        OptionalInt step = Warnings.reached(
                clock.policy().warnings(), deadline.safeOn(), clock.dayEnd().dayOf(now));
        return step.isEmpty() ? null : new Warning(deadline.kind(), step.getAsInt(), deadline.safeOn());
    }

    /** Tells when time alone changes a deadline. */
    void turns(Deadline deadline, TermClock clock, NextAction next) {
        if (!running(deadline.status()) && deadline.status() != DeadlineStatus.UNKNOWN) {
            return;
        }
        next.onDay(deadline.floorOn(), clock);
        next.onDay(deadline.targetOn(), clock);
        next.onDay(deadline.actsOn(), clock);
        next.onDay(deadline.safeOn(), clock);
        next.at(deadline.closesAt());
        if (deadline.safeOn() != null) {
            clock.policy()
                    .warnings()
                    .forEach(step -> next.onDay(deadline.safeOn().minusDays(step), clock));
        }
    }

    static boolean running(DeadlineStatus status) {
        return status == DeadlineStatus.UPCOMING || status == DeadlineStatus.OPEN || status == DeadlineStatus.WARNING;
    }

    private BigDecimal atRisk(DeadlineKind kind, Debt debt) {
        BigDecimal owed = kind.equals(DeadlineKind.REMITTANCE) ? debt.clocks.anchors.owedToInsurer() : null;
        return owed == null ? atRisk : owed;
    }

    private @Nullable LocalDate actsOn(
            DeadlineRule rule,
            Debt debt,
            @Nullable LocalDate floor,
            @Nullable LocalDate target,
            @Nullable LocalDate safe) {
        if (!rule.kind().metByDeclaring() || safe == null) {
            return null;
        }
        // A postponement past the cover stop waits for the insurer's consent, at most until the safe date (deadlines.md
        // 7).
        boolean waits = debt.consentNeededFor(debt.clock.dayEnd().dayOf(now)) != null;
        return ActionDay.of(floor, waits ? safe : target, safe, debt.reopenedOn);
    }

    /** First day on which it may be met; insolvency and adverse information have none (deadlines.md 15). */
    private @Nullable LocalDate floor(DeadlineRule rule, @Nullable LocalDate opens) {
        if (opens != null) {
            return opens;
        }
        boolean perReceivable =
                rule.kind().equals(DeadlineKind.DECLARATION) || rule.kind().equals(DeadlineKind.COVER_STOP);
        return perReceivable && oldestDue != null ? oldestDue.plusDays(1) : null;
    }

    private DeadlineStatus status(
            DeadlineRule rule,
            Debt debt,
            @Nullable LocalDate floor,
            @Nullable LocalDate safe,
            @Nullable Instant closesAt) {
        if (closesAt == null) {
            return DeadlineStatus.UNKNOWN;
        }
        if (rule.kind().equals(DeadlineKind.COVER_STOP) && declaredBefore(closesAt)) {
            // The filing itself has stopped cover: there is nothing left to warn of.
            return DeadlineStatus.VOID;
        }
        Instant met = metAt(rule.kind(), debt, closesAt);
        if (met != null) {
            return met.isBefore(closesAt) ? DeadlineStatus.MET : DeadlineStatus.MISSED;
        }
        if (!now.isBefore(closesAt)) {
            return DeadlineStatus.MISSED;
        }
        LocalDate today = debt.clock.dayEnd().dayOf(now);
        LocalDate warns = debt.clock.warnsFrom(safe);
        if (warns != null && !today.isBefore(warns)) {
            return DeadlineStatus.WARNING;
        }
        return floor != null && today.isBefore(floor) ? DeadlineStatus.UPCOMING : DeadlineStatus.OPEN;
    }

    private boolean declaredBefore(Instant closesAt) {
        return accepted != null
                && accepted.declaredAt() != null
                && accepted.declaredAt().isBefore(closesAt);
    }

    /** When what the clock asks for was done; null: not yet. A day without an hour counts from its beginning. */
    private @Nullable Instant metAt(DeadlineKind kind, Debt debt, Instant closesAt) {
        if (kind.metByDeclaring()) {
            return accepted == null ? null : accepted.declaredAt();
        }
        if (kind.equals(DeadlineKind.WAITING)) {
            // It is over when its time is: nobody can miss it.
            return now.isBefore(closesAt) ? null : closesAt.minusNanos(1);
        }
        LocalDate done = null;
        if (kind.equals(DeadlineKind.DOCUMENTS)) {
            done = debt.clocks.anchors.dateOf(EventKind.FILE_COMPLETE);
        } else if (kind.equals(DeadlineKind.INDEMNITY)) {
            done = debt.clocks.anchors.dateOf(EventKind.INDEMNITY_PAID);
        } else if (kind.equals(DeadlineKind.REMITTANCE)) {
            done = debt.clocks.anchors.remittedOn();
        }
        return done == null ? null : debt.clock.startOf(done);
    }
}
