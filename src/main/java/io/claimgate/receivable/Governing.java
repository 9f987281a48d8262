package io.claimgate.receivable;

import io.claimgate.deadline.Resolution;
import io.claimgate.policy.DeadlineKind;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who decides a clock: the receivable with the earliest close (deadlines.md 8). Receivables come oldest first, so that at a tie the oldest
 * stays.
 *
 * @param by null: the clock does not exist
 * @param close its unrolled close; unknown where no candidate's is known
 */
record Governing(@Nullable Debt by, Resolution close) {

    private static final Governing NOBODY = new Governing(null, new Resolution.NotYet(false));

    /** The one that governs a kind at this instant. */
    static Governing of(DeadlineKind kind, List<Standing> standings, @Nullable ClaimFacts accepted) {
        if (kind.equals(DeadlineKind.COVER_STOP)) {
            return earliest(kind, standings, standing -> standing.debt().governs());
        }
        if (accepted != null) {
            return declared(kind, standings, accepted);
        }
        Governing open = earliest(kind, standings, standing -> standing.debt().governs() && !standing.foreclosed());
        return open.by != null || !kind.equals(DeadlineKind.DECLARATION) ? open : lastForeclosed(standings);
    }

    /** What a claim met is measured by the receivable that it was declared for; its other clocks by all of its lines. */
    private static Governing declared(DeadlineKind kind, List<Standing> standings, ClaimFacts accepted) {
        Governing own = kind.metByDeclaring()
                ? earliest(kind, standings, standing -> standing.debt().id() == accepted.governing())
                : NOBODY;
        return own.by != null
                ? own
                : earliest(
                        kind,
                        standings,
                        standing -> accepted.takes(standing.debt().id()));
    }

    private static Governing earliest(DeadlineKind kind, List<Standing> standings, Predicate<Standing> candidate) {
        Governing chosen = NOBODY;
        for (Standing standing : standings) {
            if (candidate.test(standing)) {
                chosen =
                        chosen.orEarlier(standing.debt(), standing.debt().clocks.closes(kind));
            }
        }
        return chosen;
    }

    /** Where every window has passed, the last one stays on the board as missed. */
    private static Governing lastForeclosed(List<Standing> standings) {
        Governing chosen = NOBODY;
        for (Standing standing : standings) {
            LocalDate close =
                    standing.debt().clocks.closes(DeadlineKind.DECLARATION).dateOrNull();
            if (standing.foreclosed() && standing.debt().governs() && close != null) {
                LocalDate last = chosen.close.dateOrNull();
                chosen = last == null || close.isAfter(last)
                        ? new Governing(standing.debt(), standing.debt().clocks.closes(DeadlineKind.DECLARATION))
                        : chosen;
            }
        }
        return chosen;
    }

    private Governing orEarlier(Debt debt, Resolution candidate) {
        LocalDate mine = close.dateOrNull();
        LocalDate other = candidate.dateOrNull();
        if (other != null) {
            return mine == null || other.isBefore(mine) ? new Governing(debt, candidate) : this;
        }
        return candidate instanceof Resolution.Unknown && by == null ? new Governing(debt, candidate) : this;
    }
}
