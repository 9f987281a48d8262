package io.claimgate.receivable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The oracle's own holidays of France and the United States, from the law of either: fixed days, Easter, n-th Mondays. Columbus Day is none
 * of them: most states and businesses do not keep it.
 */
final class PlainHolidays {

    private final Set<PlainDay> french = new HashSet<>();
    private final Set<PlainDay> american = new HashSet<>();

    PlainHolidays(int from, int to) {
        for (int year = from; year <= to; year++) {
            france(year);
            unitedStates(year);
        }
    }

    boolean isBusinessDay(PlainDay day, List<String> countries) {
        return day.weekday() != 0
                && day.weekday() != 6
                && !(countries.contains("FR") && french.contains(day))
                && !(countries.contains("US") && american.contains(day));
    }

    /** Walks back to a business day, then over as many more as the lead says. */
    PlainDay safe(PlainDay close, int lead, List<String> countries) {
        PlainDay at = close;
        int left = lead;
        while (!isBusinessDay(at, countries) || left > 0) {
            left -= isBusinessDay(at, countries) ? 1 : 0;
            at = at.previous();
        }
        return at;
    }

    PlainDay rolled(PlainDay close, List<String> countries) {
        PlainDay at = close;
        while (!isBusinessDay(at, countries)) {
            at = at.next();
        }
        return at;
    }

    private void france(int year) {
        int[][] fixed = {{1, 1}, {5, 1}, {5, 8}, {7, 14}, {8, 15}, {11, 1}, {11, 11}, {12, 25}};
        for (int[] each : fixed) {
            french.add(new PlainDay(year, each[0], each[1]));
        }
        PlainDay easter = easter(year);
        french.add(easter.daysLater(1));
        french.add(easter.daysLater(39));
        french.add(easter.daysLater(50));
    }

    private void unitedStates(int year) {
        int[][] fixed = {{1, 1}, {6, 19}, {7, 4}, {11, 11}, {12, 25}};
        for (int[] each : fixed) {
            PlainDay day = new PlainDay(year, each[0], each[1]);
            american.add(day.weekday() == 0 ? day.next() : day.weekday() == 6 ? day.previous() : day);
        }
        american.add(nth(year, 1, 1, 3));
        american.add(nth(year, 2, 1, 3));
        american.add(nth(year, 6, 1, 1).daysEarlier(7));
        american.add(nth(year, 9, 1, 1));
        american.add(nth(year, 11, 4, 4));
    }

    private static PlainDay nth(int year, int month, int weekday, int n) {
        PlainDay at = new PlainDay(year, month, 1);
        while (at.weekday() != weekday) {
            at = at.next();
        }
        return at.daysLater(7 * (n - 1));
    }

    /** Gauss, as Oudin wrote it. */
    private static PlainDay easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int moon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
        int sunday = moon - weekday;
        int month = 3 + (sunday + 40) / 44;
        return new PlainDay(year, month, sunday + 28 - 31 * (month / 4));
    }
}
