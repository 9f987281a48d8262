package io.claimgate.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads dates strictly in one pattern: 31.02. is no date, and neither is a year outside 1900 to 2200. */
final class DateRule {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final String pattern;
    private final DateTimeFormatter formatter;
    private final int year;
    private final int month;
    private final int day;
    private final boolean fixed;

    /** Throws IllegalArgumentException for a pattern that names no complete date. */
    DateRule(String pattern) {
        this.pattern = pattern;
        formatter = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        year = pattern.indexOf("yyyy");
        month = pattern.indexOf("MM");
        day = pattern.indexOf("dd");
        fixed = year >= 0 && month >= 0 && day >= 0 && onlySeparatorsBeside();
        try {
            LocalDate.parse(formatter.format(LocalDate.of(2001, 11, 22)), formatter);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + pattern + "\" names no complete date", e);
        }
    }

    /** Throws IllegalArgumentException for a pattern that names no complete date. */
    static void check(String pattern) {
        new DateRule(pattern);
    }

    String pattern() {
        return pattern;
    }

    /** The date, or null where the text is none. */
    @Nullable
    LocalDate read(String text) {
        LocalDate date = fixed ? readFixed(text) : readAny(text);
        return date == null || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
    }

    private @Nullable LocalDate readAny(String text) {
        try {
            return LocalDate.parse(text, formatter);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The usual patterns by position: a formatter takes ten times as long, and there are four dates in a row. */
    private @Nullable LocalDate readFixed(String text) {
        if (text.length() != pattern.length()) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char expected = pattern.charAt(i);
            char given = text.charAt(i);
            boolean digit = given >= '0' && given <= '9';
            if (isLetter(expected) ? !digit : given != expected) {
                return null;
            }
        }
        int y = number(text, year, 4);
        int m = number(text, month, 2);
        int d = number(text, day, 2);
        boolean possible = m >= 1 && m <= 12 && d >= 1 && (d <= 28 || d <= lengthOfMonth(y, m));
        return possible ? LocalDate.of(y, m, d) : null;
    }

    private static int lengthOfMonth(int y, int m) {
        return java.time.YearMonth.of(y, m).lengthOfMonth();
    }

    private static int number(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private boolean onlySeparatorsBeside() {
        int letters = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (isLetter(c)) {
                letters++;
            } else if ("-./ ".indexOf(c) < 0) {
                return false;
            }
        }
        return letters == 8;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
