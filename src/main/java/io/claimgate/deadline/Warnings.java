package io.claimgate.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;

/** The warning steps before a safe date (deadlines.md 16). */
public final class Warnings {

    private Warnings() {}

    /** The smallest step that is reached on {@code today}; empty before the first one. */
    public static OptionalInt reached(List<Integer> steps, LocalDate safeOn, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, safeOn);
        return steps.stream()
                .mapToInt(Integer::intValue)
                .filter(step -> left <= step)
                .min();
    }
}
