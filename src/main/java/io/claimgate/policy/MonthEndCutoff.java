package io.claimgate.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** An invoice dated on or after {@code day} counts as of {@code substituteDay} of the following month (deadlines.md 12). */
public record MonthEndCutoff(int day, int substituteDay) {

    /** Days by which the closes of such an invoice are later; 0 for an invoice before the cutoff day. */
    public long daysFor(LocalDate invoiceDate) {
        if (invoiceDate.getDayOfMonth() < day) {
            return 0;
        }
        YearMonth following = YearMonth.from(invoiceDate).plusMonths(1);
        return ChronoUnit.DAYS.between(
                invoiceDate, following.atDay(Math.min(substituteDay, following.lengthOfMonth())));
    }
}
