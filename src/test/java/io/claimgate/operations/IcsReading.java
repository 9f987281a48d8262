package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationEntry;

/** A calendar as somebody else reads it. */
final class IcsReading {

    private IcsReading() {}

    static Calendar calendar(String text) throws Exception {
        assertThat(text).endsWith("END:VCALENDAR\r\n");
        for (String line : text.split("\r\n")) {
            assertThat(line).doesNotContain("\n").doesNotContain("\r");
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
        }
        return new CalendarBuilder().build(new StringReader(text));
    }

    /** What RFC 5545 has against it. */
    static List<String> validation(String text) throws Exception {
        return calendar(text).validate().getEntries().stream()
                .map(ValidationEntry::toString)
                .toList();
    }

    /** By UID; every UID is there once. */
    static Map<String, VEvent> events(String text) throws Exception {
        Map<String, VEvent> events = new LinkedHashMap<>();
        for (VEvent event : calendar(text).<VEvent>getComponents(Component.VEVENT)) {
            assertThat(events.put(value(event, "UID"), event)).isNull();
        }
        return events;
    }

    static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    static List<String> triggers(VEvent event) {
        return event.getAlarms().stream()
                .map(alarm ->
                        ((VAlarm) alarm).getProperty("TRIGGER").orElseThrow().getValue())
                .toList();
    }
}
