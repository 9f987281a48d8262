package io.claimgate.flow.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Named values as bytes that can be read in one way only, whatever stands in them: a line {@code name length:value} each, the length in
 * bytes of UTF-8. Instants are UTC with six decimals.
 */
final class Canonical {

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /** @param title what the bytes tell of and in which version of their shape: {@code claimgate-event 1} */
    Canonical(String title) {
        text.append(title).append('\n');
    }

    Canonical with(String name, String value) {
        int length = value.getBytes(StandardCharsets.UTF_8).length;
        text.append(name).append(' ').append(length).append(':').append(value).append('\n');
        return this;
    }

    Canonical with(String name, long value) {
        return with(name, Long.toString(value));
    }

    Canonical with(String name, Instant value) {
        return with(name, MICROS.format(value));
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
