package io.claimgate.operations.calendar;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Content lines of RFC 5545: escaped (3.3.11), folded at 75 octets and never within a character (3.1), ended by CRLF. */
final class ContentLines {

    private static final int LONGEST = 75;
    private static final byte[] END = {'\r', '\n'};
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final OutputStream out;

    ContentLines(OutputStream out) {
        this.out = out;
    }

    ContentLines begin(String component) {
        return line("BEGIN:" + component);
    }

    ContentLines end(String component) {
        return line("END:" + component);
    }

    /** A value that is none of anybody's text: a keyword, a number, an address. */
    ContentLines value(String name, Object value) {
        return line(name + ":" + value);
    }

    ContentLines text(String name, String text) {
        return line(name + ":" + escaped(text));
    }

    ContentLines day(String name, LocalDate day) {
        return line(name + ";VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }

    ContentLines moment(String name, Instant moment) {
        return line(name + ":" + MOMENT.format(moment));
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\\', ';', ',' -> safe.append('\\').appendCodePoint(point);
                case '\n' -> safe.append("\\n");
                case '\t' -> safe.append(' ');
                default -> {
                    // Other control characters are not allowed in a line at all.
                    if (!Character.isISOControl(point)) {
                        safe.appendCodePoint(point);
                    }
                }
            }
        });
        return safe.toString();
    }

    private ContentLines line(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try {
            int from = 0;
            int room = LONGEST;
            while (bytes.length - from > room) {
                int to = from + room;
                while (isInsideOfACharacter(bytes[to])) {
                    to--;
                }
                out.write(bytes, from, to - from);
                out.write(END);
                out.write(' ');
                from = to;
                room = LONGEST - 1;
            }
            out.write(bytes, from, bytes.length - from);
            out.write(END);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInsideOfACharacter(byte octet) {
        return (octet & 0xC0) == 0x80;
    }
}
