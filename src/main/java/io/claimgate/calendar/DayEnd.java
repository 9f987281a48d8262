package io.claimgate.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
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
        if (cutOff == null) {
            return startOf(day.plusDays(1));
        }
        LocalDateTime end = day.atTime(cutOff);
        ZoneOffsetTransition change = zone.getRules().getTransition(end);
        // An hour that the clocks skip is reached when they skip it; of one that comes twice the first counts.
        return change != null && change.isGap()
                ? change.getInstant()
                : end.atZone(zone).toInstant();
    }

    /** The calendar day of the instant in the zone, whatever the cut-off. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
