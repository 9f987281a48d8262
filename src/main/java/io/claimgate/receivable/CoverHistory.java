package io.claimgate.receivable;

import io.claimgate.calendar.DayRange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which days new deliveries to the buyer are not insured. Cover once lost for a day stays lost.
 *
 * @param gaps in order, apart from each other; the last one may have no end
 */
public record CoverHistory(List<DayRange> gaps) {

    public CoverHistory {
        gaps = List.copyOf(gaps);
    }

    /** Whether a delivery on that day has cover, as far as cover stop, claim and insolvency decide. */
    public boolean covered(LocalDate day) {
        return stoppedOn(day) == null;
    }

    /** First day of the run of uncovered days that {@code day} lies in; null while covered. */
    public @Nullable LocalDate stoppedOn(LocalDate day) {
        return gaps.stream()
                .filter(gap -> gap.contains(day))
                .map(DayRange::from)
                .findFirst()
                .orElse(null);
    }

    /** The first uncovered day of all, past or to come; null if there is none. */
    public @Nullable LocalDate firstUncoveredDay() {
        return gaps.isEmpty() ? null : gaps.get(0).from();
    }
}
