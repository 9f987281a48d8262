package io.claimgate.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule of one clock.
 *
 * @param opens from when on it may be met; null: no opening of its own
 * @param target when the machine plans to act; null: on the safe date
 * @param closes the last day, which counts in full
 * @param leadBusinessDays how many business days before the last one the safe date lies
 * @param opening what {@code opens} means
 * @param roll whether a close on a holiday moves
 * @param calendars countries whose holidays count; empty: those of the policy
 */
public record DeadlineRule(
        DeadlineKind kind,
        @Nullable Term opens,
        @Nullable Term target,
        Term closes,
        int leadBusinessDays,
        Opening opening,
        Roll roll,
        List<String> calendars) {

    public DeadlineRule {
        calendars = List.copyOf(calendars);
    }

    /** Whether filing before the opening is forbidden or only unusual. */
    public enum Opening {
        HARD,
        ADVISED
    }

    /** A contract's deadline never rolls; a statutory one rolls to the next working day. */
    public enum Roll {
        NONE,
        NEXT_WORKING_DAY
    }
}
