package io.claimgate.operations.console;

import io.claimgate.flow.BusinessClock;
import io.claimgate.operations.reading.Deadline;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How values stand on a page: {@code Fri 29 May 2026}, {@code 1,234.50}. Templates know it as {@code @fmt}. */
@Component("fmt")
class Format {

    private static final String NONE = "–";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private final BusinessClock clock;

    Format(BusinessClock clock) {
        this.clock = clock;
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? NONE : DAY.format(date);
    }

    /** In UTC, to the minute. */
    public String time(@Nullable Instant instant) {
        return instant == null ? NONE : TIME.format(instant) + " UTC";
    }

    /** The day in UTC. */
    public String day(Instant instant) {
        return DAY.format(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /** With grouping and the decimals that it has, without the currency. */
    public String amount(@Nullable BigDecimal amount) {
        if (amount == null) {
            return NONE;
        }
        DecimalFormat format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMinimumFractionDigits(Math.max(0, amount.scale()));
        return format.format(amount);
    }

    /** Without decimals, for figures that are read at a glance. */
    public String round(BigDecimal amount) {
        return new DecimalFormat("#,##0", SYMBOLS).format(amount);
    }

    public String number(long number) {
        return new DecimalFormat("#,##0", SYMBOLS).format(number);
    }

    /** {@code 12}, or {@code more than 10,000}. */
    public String total(@Nullable Long total) {
        return total == null ? "more than 10,000" : number(total);
    }

    /** A code as words: {@code WINDOW_OPEN} is Window open, {@code cover-stop} is Cover stop. */
    public String words(@Nullable String code) {
        return sentence(code);
    }

    /** {@code Jun 2026}. */
    static String month(LocalDate day) {
        return MONTH.format(day);
    }

    static String sentence(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return NONE;
        }
        String text = code.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** An event's type as words: {@code io.claimgate.claim.outcome-lost} is Claim outcome lost. */
    public String event(String type) {
        return words(type.replace("io.claimgate.", "").replace('.', ' '));
    }

    /** How long until the close. */
    public String daysLeft(Deadline deadline) {
        Long days = deadline.daysLeft(clock.now());
        if (days == null) {
            return NONE;
        }
        if (days == 0) {
            return "closes today";
        }
        String count = Math.abs(days) == 1 ? "1 day" : number(Math.abs(days)) + " days";
        return days < 0 ? count + " ago" : count;
    }

    /** How pressing it is, as a style: late, hot (up to 7 days), warm (up to 15) or calm. */
    public String heat(Deadline deadline) {
        Long days = deadline.daysLeft(clock.now());
        if (days == null || deadline.status().equals("MET") || deadline.status().equals("VOID")) {
            return "calm";
        }
        return days < 0 ? "late" : days <= 7 ? "hot" : days <= 15 ? "warm" : "calm";
    }

    public String millis(@Nullable Long millis) {
        return millis == null ? NONE : number(millis) + " ms";
    }

    /** How long ago, roughly. */
    public String seconds(@Nullable Long seconds) {
        if (seconds == null) {
            return NONE;
        }
        Duration duration = Duration.ofSeconds(seconds);
        if (seconds < 120) {
            return seconds + " s";
        }
        return duration.toHours() < 2 ? duration.toMinutes() + " min" : duration.toHours() + " h";
    }

    public String bytes(@Nullable Long size) {
        if (size == null) {
            return NONE;
        }
        return size < 10_000
                ? number(size) + " B"
                : size < 10_000_000 ? number(size / 1000) + " kB" : number(size / 1_000_000) + " MB";
    }

    /** A hash by its beginning. */
    public String brief(@Nullable String hash) {
        return hash == null ? NONE : hash.length() <= 12 ? hash : hash.substring(0, 12);
    }
}
