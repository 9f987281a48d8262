package io.claimgate.catalogue;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.claimgate.calendar.HolidayCalendar;
import io.claimgate.calendar.HolidayCalendars;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Public holidays from Jollyday, kept by country and year. Safe for several threads. */
public final class JollydayCalendars implements HolidayCalendars {

    private static final Set<String> KNOWN = HolidayManager.getSupportedCalendarCodes().stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, HolidayCalendar> calendars = new ConcurrentHashMap<>();

    @Override
    public HolidayCalendar of(String country) {
        return calendars.computeIfAbsent(country, JollydayCalendars::calendar);
    }

    private static HolidayCalendar calendar(String country) {
        String[] parts = country.toLowerCase(Locale.ROOT).split("-", 2);
        if (!KNOWN.contains(parts[0])) {
            throw new IllegalArgumentException(
                    "no holiday calendar \"" + country + "\"; write a country like FR, or with a region like DE-by");
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        String[] region = parts.length == 1 ? new String[0] : new String[] {parts[1]};
        Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();
        return day -> yearsOf(day)
                .anyMatch(of -> years.computeIfAbsent(of, year -> holidays(manager, year, region))
                        .contains(day));
    }

    /** A New Year's Day on a Saturday is kept on the last day of the old year, and is found among the holidays of the new one. */
    private static IntStream yearsOf(LocalDate day) {
        int year = day.getYear();
        return day.getMonth() == Month.DECEMBER ? IntStream.of(year, year + 1) : IntStream.of(year);
    }

    private static Set<LocalDate> holidays(HolidayManager manager, int year, String[] region) {
        return manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }
}
