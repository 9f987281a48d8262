package io.claimgate.receivable;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where one receivable stands at an instant: its window and its state. */
record Standing(Debt debt, ReceivableState state) {

    /** @param accepted the claim that the insurer has; null: none */
    static Standing of(Debt debt, @Nullable ClaimFacts accepted, Instant now) {
        return new Standing(debt, state(debt, accepted, now, debt.clock.dayOf(now)));
    }

    private static ReceivableState state(Debt debt, @Nullable ClaimFacts accepted, Instant now, LocalDate today) {
        Window window = debt.clocks.window;
        // What only an unconfirmed payment keeps open has nothing left to declare once the insurer has the claim.
        if (debt.settled() || (accepted != null && debt.outstanding.signum() == 0)) {
            return recovered(debt, accepted) ? ReceivableState.RECOVERED : ReceivableState.SETTLED;
        }
        if (accepted != null && accepted.takes(debt.id())) {
            return accepted.after().reached().state();
        }
        // Residuals within the tolerance have no clock of their own: they go along with the others, whenever they
        // became so small.
        if (debt.governs() && (debt.facts.foreclosed() || window.closed(now))) {
            return ReceivableState.FORECLOSED;
        }
        if (window.open(today)) {
            return debt.governs() && window.warns(today) ? ReceivableState.CLOSING : ReceivableState.WINDOW_OPEN;
        }
        return debt.overdueOn(today) ? ReceivableState.OVERDUE : ReceivableState.NOT_DUE;
    }

    /** Paid after the insurer had paid: what came before that day was no recovery. */
    private static boolean recovered(Debt debt, @Nullable ClaimFacts accepted) {
        LocalDate indemnifiedOn = accepted == null ? null : accepted.after().indemnifiedOn();
        return accepted != null
                && accepted.takes(debt.id())
                && indemnifiedOn != null
                && debt.clearedOn != null
                && !debt.clearedOn.isBefore(indemnifiedOn);
    }

    boolean foreclosed() {
        return state == ReceivableState.FORECLOSED;
    }

    boolean newlyForeclosed() {
        return foreclosed() && !debt.facts.foreclosed();
    }

    /** Whether something else is stored of it; {@code claim} may be one that is over. */
    boolean changed(@Nullable ClaimFacts claim) {
        ReceivableFacts.Stored stored = debt.facts.stored();
        return stored == null
                || stored.state() != state
                || stored.outstanding() == null
                || stored.outstanding().compareTo(debt.outstanding) != 0
                || (claim != null && claim.takes(debt.id()) && !stored.claimed());
    }

    /** Whether a bounced payment reopened it inside the warnings or later. */
    boolean reopenedNearClose(LocalDate today) {
        return debt.reopenedOn != null
                && !state.atInsurer()
                && state != ReceivableState.SETTLED
                && debt.clocks.window.warns(today);
    }

    /** Tells when time alone changes it. */
    void turns(NextAction next) {
        // A plan that is void no longer waits for a consent, whatever became of the debt: the day of acting moves.
        next.onDay(debt.planVoidFrom, debt.clock);
        if (debt.outstanding.signum() == 0
                && (state == ReceivableState.SETTLED || state == ReceivableState.RECOVERED)) {
            return;
        }
        Window window = debt.clocks.window;
        LocalDate due = debt.facts.originalDueDate();
        next.onDay(due == null ? null : due.plusDays(1), debt.clock);
        if (!state.atInsurer() && state != ReceivableState.FORECLOSED) {
            next.onDay(window.opensOn(), debt.clock);
            next.onDay(window.warnsFrom(), debt.clock);
            next.at(window.closesAt());
        } else if (debt.reopenedOn != null) {
            next.onDay(window.warnsFrom(), debt.clock);
        }
    }

    ReceivablePicture picture() {
        Window window = debt.clocks.window;
        return new ReceivablePicture(
                debt.id(),
                state,
                debt.outstanding,
                debt.clockOutstanding,
                debt.clock.policy().name(),
                window.opensOn(),
                window.safeOn(),
                window.closesOn(),
                window.closesAt(),
                debt.clocks.coverStopOn,
                debt.reopenedOn);
    }
}
