package io.claimgate.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both included.
 *
 * @param from first day; null: since ever
 * @param to last day; null: for ever
 */
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final DayRange ALWAYS = new DayRange(null, null);

    /** @throws IllegalArgumentException if it ends before it begins */
    public DayRange {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("range ends on " + to + ", before it begins on " + from);
        }
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
