package io.claimgate.insurer.inbound;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Dates and times of XML Schema as {@code java.time}, for the classes generated from our WSDL, whose types are narrower. */
public final class XsTime {

    private XsTime() {}

    public static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text.strip());
    }

    /** With its offset. */
    public static @Nullable OffsetDateTime dateTime(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text.strip());
    }

    public static @Nullable String print(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** With its seconds, which {@code toString} leaves out where they are none, and its offset. */
    public static @Nullable String print(@Nullable OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
