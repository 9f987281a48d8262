package io.claimgate.operations.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * An instant as both sides of a dispute read it.
 *
 * @param local in the policy's zone, where its days end, with the offset
 */
public record Moment(Instant utc, String local) {

    public static Moment of(Instant instant, ZoneId zone) {
        return new Moment(instant, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone)));
    }
}
