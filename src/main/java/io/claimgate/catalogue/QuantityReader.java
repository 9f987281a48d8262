package io.claimgate.catalogue;

import io.claimgate.exchange.InsurerProfile;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** Reads durations and sizes of a file; a duration may be {@code {{a.setting}}}. */
final class QuantityReader {

    private final Function<String, @Nullable String> settings;

    QuantityReader(Function<String, @Nullable String> settings) {
        this.settings = settings;
    }

    /** A duration that must be there. */
    @Nullable
    Duration duration(Section table, String key) {
        String text = table.requiredText(key);
        if (text == null) {
            return null;
        }
        String value = text;
        if (text.startsWith("{{") && text.endsWith("}}")) {
            value = settings.apply(text.substring(2, text.length() - 2));
            if (value == null) {
                table.wrong(key, text, "is a setting that is not set; set it");
                return null;
            }
        }
        Duration duration = parsed(value);
        if (duration == null) {
            table.wrong(key, value, "is not a duration of more than nothing; give one such as PT2S");
        }
        return duration;
    }

    /** Bytes; must be there. */
    @Nullable
    Long size(Section table, String key) {
        String text = table.requiredText(key);
        if (text == null) {
            return null;
        }
        try {
            long bytes = DataSize.parse(text).toBytes();
            if (bytes > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // told below, as every value that is no size
        }
        table.wrong(key, text, "is not a size of more than nothing; give one such as 5MB");
        return null;
    }

    /** {@code connect}, {@code receive} and {@code outer}; without the last, connect + twice receive. */
    InsurerProfile.@Nullable Timeouts timeouts(Section timeouts) {
        Duration connect = duration(timeouts, "connect");
        Duration receive = duration(timeouts, "receive");
        Duration outer = timeouts.has("outer") ? duration(timeouts, "outer") : null;
        timeouts.noOther();
        return connect == null || receive == null
                ? null
                : new InsurerProfile.Timeouts(
                        connect, receive, outer == null ? connect.plus(receive.multipliedBy(2)) : outer);
    }

    private static @Nullable Duration parsed(String text) {
        try {
            Duration duration = DurationStyle.detectAndParse(text);
            return duration.isNegative() || duration.isZero() ? null : duration;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
