package io.claimgate.operations.calendar;

import io.claimgate.deadline.words.Language;
import io.claimgate.operations.reading.CalendarEntry;
import io.claimgate.policy.DeadlineKind;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes a calendar event by event. No {@code METHOD}: that is for invitations, and with it {@code DTSTAMP} would be the time of reading,
 * so that nothing would ever be unchanged.
 */
final class CalendarWriter {

    private static final int ALARM_AT_HOUR = 9;

    private final ContentLines lines;
    private final CalendarWords words;
    private final String console;
    private final String domain;

    /**
     * @param console the console's address without a slash at its end
     * @param domain what makes identifiers unique in the world
     */
    CalendarWriter(OutputStream out, Language language, String console, String domain) {
        this.lines = new ContentLines(out);
        this.words = CalendarWords.in(language);
        this.console = console;
        this.domain = domain;
    }

    void begin() {
        lines.begin("VCALENDAR")
                .value("VERSION", "2.0")
                .value("PRODID", "-//Claimgate//Deadlines//EN")
                .value("CALSCALE", "GREGORIAN")
                .text("NAME", words.name())
                .text("X-WR-CALNAME", words.name())
                .value("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
                .value("X-PUBLISHED-TTL", "PT1H");
        // A calendar must hold something (RFC 5545 3.6), also on a day on which no deadline runs.
        lines.begin("VTIMEZONE").value("TZID", "UTC").begin("STANDARD");
        lines.value("DTSTART", "19700101T000000").value("TZOFFSETFROM", "+0000").value("TZOFFSETTO", "+0000");
        lines.end("STANDARD").end("VTIMEZONE");
    }

    /** @param steps days before the safe date on which an alarm rings; on the day itself it always does */
    void event(CalendarEntry entry, List<Integer> steps) {
        Language language = words.language();
        String kind = language.kind(new DeadlineKind(entry.kind()));
        String summary = prefix(entry) + kind + words.colon() + entry.buyerName() + ", "
                + words.amount(entry.amountAtRisk(), entry.currency()) + " " + words.atRisk()
                + (entry.provisional() ? words.provisional() : "");
        String address = console
                + (entry.claimKey() == null ? "/exposures/" + entry.exposureId() : "/claims/" + entry.claimKey());
        start(
                entry.kind() + "-" + entry.exposureId() + "-" + entry.episode(),
                entry.day(),
                entry.changedAt(),
                entry.revision());
        lines.text("SUMMARY", summary)
                .text("DESCRIPTION", description(entry, address))
                .text("CATEGORIES", kind)
                .value("URL", address)
                .value("STATUS", entry.over() ? "CANCELLED" : "CONFIRMED");
        if (!entry.over() && !entry.missed() && entry.safeOn() != null) {
            steps.forEach(step -> alarm(step, summary));
            if (!steps.contains(0)) {
                alarm(0, summary);
            }
        }
        lines.end("VEVENT");
    }

    /** Says where the calendar was cut, on a day on which it is seen. */
    void cut(int most, LocalDate last, Instant changed) {
        String sentence = words.more().formatted(most, words.language().day(last));
        start("cut", last, changed, 0);
        lines.text("SUMMARY", sentence)
                .text("DESCRIPTION", sentence + "\n" + console)
                .value("URL", console + "/")
                .value("STATUS", "CONFIRMED")
                .end("VEVENT");
    }

    void end() {
        lines.end("VCALENDAR");
    }

    private void start(String id, LocalDate day, Instant changed, int revision) {
        lines.begin("VEVENT")
                .value("UID", id + "@" + domain)
                .moment("DTSTAMP", changed)
                .moment("LAST-MODIFIED", changed)
                .value("SEQUENCE", revision)
                .day("DTSTART", day)
                .day("DTEND", day.plusDays(1))
                .value("TRANSP", "TRANSPARENT")
                .value("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
    }

    private String description(CalendarEntry entry, String address) {
        Language language = words.language();
        return words.lastDay() + language.day(entry.closesOn()) + "\n\n" + entry.explanation(language) + "\n\n"
                + words.customer().formatted(entry.buyerId(), entry.policy(), entry.creditor()) + "\n" + address;
    }

    private String prefix(CalendarEntry entry) {
        return switch (entry.status()) {
            case "MET" -> words.met();
            case "VOID" -> words.notNeeded();
            case "MISSED" -> words.missed();
            default -> "";
        };
    }

    private void alarm(int daysBefore, String summary) {
        lines.begin("VALARM")
                .value("ACTION", "DISPLAY")
                .text("DESCRIPTION", summary)
                .value("TRIGGER", trigger(daysBefore))
                .end("VALARM");
    }

    /** In the morning of the day, counted from the midnight at which the safe date begins. */
    static String trigger(int daysBefore) {
        if (daysBefore == 0) {
            return "PT" + ALARM_AT_HOUR + "H";
        }
        return "-P" + (daysBefore == 1 ? "" : daysBefore - 1 + "D") + "T" + (24 - ALARM_AT_HOUR) + "H";
    }
}
