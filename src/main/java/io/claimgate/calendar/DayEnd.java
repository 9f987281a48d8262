package io.claimgate.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a day ends for a contract: at 24:00, or at an earlier hour, in its zone. The end is exclusive: in time is before it.
 *
 * @param zone the policy's zone
 * @param cutOff the hour after which the day is over; null for 24:00
 */
public record DayEnd(ZoneId zone, @Nullable LocalTime cutOff) {

    /** The instant at which the day begins in the zone (the first that exists where clocks change at midnight). */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The first instant that is too late for {@code day}. */
    public Instant endOf(LocalDate day) {
        return cutOff == null
                ? startOf(day.plusDays(1))
                : day.atTime(cutOff).atZone(zone).toInstant();
    }

    /** The calendar day of the instant in the zone, whatever the cut-off. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
