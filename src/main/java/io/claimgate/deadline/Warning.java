package io.claimgate.deadline;

import io.claimgate.policy.DeadlineKind;
import java.time.LocalDate;

/**
 * The warning step that a clock has reached; the smallest one, earlier steps are behind it.
 *
 * @param step days before the safe date, 0 on the day itself
 * @param safeOn the safe date that it counts to
 */
public record Warning(DeadlineKind kind, int step, LocalDate safeOn) {}
