package io.claimgate.receivable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Comparator;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/** A day of the oracle: it knows how to step to its neighbours and counts everything else on its fingers. */
record PlainDay(int year, int month, int day) implements Comparable<PlainDay> {

    private static final Comparator<PlainDay> IN_TIME = Comparator.comparingInt(PlainDay::year)
            .thenComparingInt(PlainDay::month)
            .thenComparingInt(PlainDay::day);
    private static final int STEP = 15 * 60;

    static PlainDay of(LocalDate date) {
        return date == null ? null : new PlainDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** What a calendar on the wall of that zone shows at the instant. */
    static PlainDay at(Instant instant, ZoneId zone) {
        Calendar wall = wall(instant, zone);
        return new PlainDay(wall.get(Calendar.YEAR), wall.get(Calendar.MONTH) + 1, wall.get(Calendar.DAY_OF_MONTH));
    }

    /** The first instant at which the wall shows a later day, or this one at the hour or later; found by looking every quarter. */
    Instant over(ZoneId zone, LocalTime cutOff) {
        Calendar utc = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        utc.clear();
        utc.set(year, month - 1, day, 0, 0, 0);
        long second = utc.getTimeInMillis() / 1000 - 24 * 3600;
        while (!over(Instant.ofEpochSecond(second), zone, cutOff)) {
            second += STEP;
        }
        return Instant.ofEpochSecond(second);
    }

    PlainDay next() {
        if (day < lastOf(year, month)) {
            return new PlainDay(year, month, day + 1);
        }
        return month < 12 ? new PlainDay(year, month + 1, 1) : new PlainDay(year + 1, 1, 1);
    }

    PlainDay previous() {
        if (day > 1) {
            return new PlainDay(year, month, day - 1);
        }
        int before = month > 1 ? month - 1 : 12;
        int its = month > 1 ? year : year - 1;
        return new PlainDay(its, before, lastOf(its, before));
    }

    /** Turns as many leaves of the calendar as there are months, looks for the same number or the last one, then walks the days. */
    PlainDay later(Period period) {
        PlainDay at = this;
        for (int left = period.getYears() * 12 + period.getMonths(); left > 0; ) {
            at = at.next();
            left -= at.day == 1 ? 1 : 0;
            if (left == 0) {
                while (at.day < day && at.next().day != 1) {
                    at = at.next();
                }
            }
        }
        for (int i = 0; i < period.getDays(); i++) {
            at = at.next();
        }
        return at;
    }

    PlainDay daysLater(int days) {
        return later(Period.ofDays(days));
    }

    PlainDay daysEarlier(int days) {
        PlainDay at = this;
        for (int i = 0; i < days; i++) {
            at = at.previous();
        }
        return at;
    }

    /** 0 is Sunday (Sakamoto's table). */
    int weekday() {
        int[] table = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
        int from = month < 3 ? year - 1 : year;
        return (from + from / 4 - from / 100 + from / 400 + table[month - 1] + day) % 7;
    }

    boolean before(PlainDay other) {
        return compareTo(other) < 0;
    }

    LocalDate date() {
        return LocalDate.of(year, month, day);
    }

    @Override
    public int compareTo(PlainDay other) {
        return IN_TIME.compare(this, other);
    }

    private boolean over(Instant instant, ZoneId zone, LocalTime cutOff) {
        int order = at(instant, zone).compareTo(this);
        if (order != 0 || cutOff == null) {
            return order > 0;
        }
        Calendar wall = wall(instant, zone);
        int minute = wall.get(Calendar.HOUR_OF_DAY) * 60 + wall.get(Calendar.MINUTE);
        return minute >= cutOff.getHour() * 60 + cutOff.getMinute();
    }

    private static Calendar wall(Instant instant, ZoneId zone) {
        Calendar wall = new GregorianCalendar(TimeZone.getTimeZone(zone), Locale.ROOT);
        wall.setTimeInMillis(instant.toEpochMilli());
        return wall;
    }

    private static int lastOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return switch (month) {
            case 2 -> leap ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }
}
