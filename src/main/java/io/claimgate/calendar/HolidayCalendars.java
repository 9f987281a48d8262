package io.claimgate.calendar;

/** Where holiday calendars come from. */
@FunctionalInterface
public interface HolidayCalendars {

    /**
     * The calendar of a country.
     *
     * @param country ISO 3166-1 alpha-2, optionally with a region: {@code FR}, {@code DE-by}
     * @throws IllegalArgumentException if there is none
     */
    HolidayCalendar of(String country);
}
