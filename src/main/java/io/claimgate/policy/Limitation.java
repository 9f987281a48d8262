package io.claimgate.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;

/**
 * How long the law of a country lets a debt be claimed (deadlines.md 14).
 *
 * @param from where the period begins
 * @param source the article that says so
 */
public record Limitation(String country, From from, Period period, String source) {

    private static final MonthDay LAST_OF_YEAR = MonthDay.of(12, 31);

    public enum From {
        /** The day on which the debt fell due. */
        DUE_DATE,
        /** The end of the year in which it did. */
        END_OF_YEAR
    }

    /** The last day on which the debt can still be claimed. */
    public LocalDate lastDay(LocalDate dueDate) {
        LocalDate begins = from == From.END_OF_YEAR ? LAST_OF_YEAR.atYear(dueDate.getYear()) : dueDate;
        return begins.plus(period);
    }
}
