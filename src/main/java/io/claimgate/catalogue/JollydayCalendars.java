package io.claimgate.catalogue;

import io.claimgate.calendar.HolidayCalendar;
import io.claimgate.calendar.HolidayCalendars;

/** Public holidays from Jollyday, kept by country and year. */
public final class JollydayCalendars implements HolidayCalendars {

    @Override
    public HolidayCalendar of(String country) {
        throw new UnsupportedOperationException("next commit " + country);
    }
}
