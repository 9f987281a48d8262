package io.claimgate.calendar;

import java.time.LocalDate;

/** The public holidays of one country. Weekends are not its business. */
@FunctionalInterface
public interface HolidayCalendar {

    boolean isHoliday(LocalDate day);
}
