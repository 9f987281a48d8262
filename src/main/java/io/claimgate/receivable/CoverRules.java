package io.claimgate.receivable;

import io.claimgate.calendar.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which days a delivery is not covered: some open receivable was past its cover stop, a claim was declared, or an insolvency was open
 * (deadlines.md 8).
 */
final class CoverRules {

    private CoverRules() {}

    /**
     * The uncovered days.
     *
     * @param filed days on which a claim was at the insurer: a filing stops cover
     * @param insolvencyOn day on which it was opened; null: none
     */
    static CoverHistory history(
            List<Debt> debts,
            List<InsurersLedger.Stage> stages,
            List<DayRange> filed,
            @Nullable LocalDate insolvencyOn) {
        List<DayRange> gaps = new ArrayList<>();
        for (Debt debt : debts) {
            if (debt.clocks.coverStopOn != null && !debt.tolerated && !clearedWithoutDate(debt)) {
                LocalDate harmless = harmlessUntil(debt, debt.clocks.coverStopOn);
                stages.forEach(stage -> add(gaps, stage.openAfter(debt.rank, harmless)));
            }
        }
        gaps.addAll(filed);
        if (insolvencyOn != null) {
            gaps.add(new DayRange(insolvencyOn, null));
        }
        return new CoverHistory(merged(gaps));
    }

    /** Last day on which it stops no cover: of its cover stop, and none before it was issued, for then it was not open yet. */
    private static LocalDate harmlessUntil(Debt debt, LocalDate coverStopOn) {
        LocalDate before = debt.facts.issueDate().minusDays(1);
        return before.isAfter(coverStopOn) ? before : coverStopOn;
    }

    /** Cleared by absence without a payment: nobody knows since when, so it stops no cover. */
    private static boolean clearedWithoutDate(Debt debt) {
        return debt.facts.absent() && debt.settled();
    }

    private static void add(List<DayRange> gaps, @Nullable DayRange gap) {
        if (gap != null) {
            gaps.add(gap);
        }
    }

    private static List<DayRange> merged(List<DayRange> gaps) {
        gaps.sort(Comparator.comparing(CoverRules::begin));
        List<DayRange> merged = new ArrayList<>();
        for (DayRange gap : gaps) {
            DayRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null
                    && (last.to() == null || !begin(gap).isAfter(last.to().plusDays(1)))) {
                merged.set(merged.size() - 1, new DayRange(last.from(), latest(last.to(), gap.to())));
            } else {
                merged.add(gap);
            }
        }
        return merged;
    }

    private static LocalDate begin(DayRange gap) {
        return gap.from() == null ? LocalDate.MIN : gap.from();
    }

    private static @Nullable LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
