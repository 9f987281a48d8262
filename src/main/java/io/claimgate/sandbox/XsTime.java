package io.claimgate.sandbox;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Dates and times of XML Schema as {@code java.time}, for the classes generated from the reference WSDL. */
public final class XsTime {

    private static final int DATE_LENGTH = 10;

    private XsTime() {}

    /** An {@code xs:date}; a zone after it says nothing here and is dropped. */
    public static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text.strip().substring(0, DATE_LENGTH));
    }

    /** An {@code xs:dateTime} with its offset. */
    public static @Nullable OffsetDateTime dateTime(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text.strip());
    }

    public static @Nullable String print(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** With its offset, {@code 2026-05-29T22:30:00Z}. */
    public static @Nullable String print(@Nullable OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
