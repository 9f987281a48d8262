package io.claimgate.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When the machine declares (deadlines.md 15). */
public final class ActionDay {

    private ActionDay() {}

    /**
     * {@code max(floor, min(plan, safe))}, with plan = target, else the safe date.
     *
     * @param floor first day on which it may; null where there is none (insolvency, adverse information)
     * @param target null: the safe date is the plan
     * @param reopened the day a bounced payment brought the debt back: no plan lies before it; null if none did
     */
    public static LocalDate of(
            @Nullable LocalDate floor, @Nullable LocalDate target, LocalDate safe, @Nullable LocalDate reopened) {
        LocalDate plan = target == null || target.isAfter(safe) ? safe : target;
        return later(later(plan, floor), reopened);
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isAfter(day) ? other : day;
    }
}
