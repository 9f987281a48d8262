package io.claimgate.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Business days: neither Saturday nor Sunday nor a holiday in any of the calendars (deadlines.md 4: a business day is one in all of them).
 *
 * @param holidays the calendars that all must be open
 */
public record BusinessDays(List<HolidayCalendar> holidays) {

    public BusinessDays {
        holidays = List.copyOf(holidays);
    }

    public static BusinessDays of(HolidayCalendars source, List<String> countries) {
        return new BusinessDays(countries.stream().map(source::of).toList());
    }

    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && holidays.stream().noneMatch(calendar -> calendar.isHoliday(day));
    }

    /** The last business day on or before {@code day}. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate candidate = day;
        while (!isBusinessDay(candidate)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }

    /** The first business day on or after {@code day}: how a statutory clock rolls (Reg. (EEC, Euratom) 1182/71 art. 3(4)). */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isBusinessDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** {@code count} business days before {@code day}. */
    public LocalDate back(LocalDate day, int count) {
        LocalDate candidate = day;
        for (int i = 0; i < count; i++) {
            candidate = onOrBefore(candidate.minusDays(1));
        }
        return candidate;
    }

    /** The last day on which a careful person acts: the last business day on or before the close, then {@code lead} business days back. */
    public LocalDate safeDate(LocalDate close, int lead) {
        return back(onOrBefore(close), lead);
    }
}
