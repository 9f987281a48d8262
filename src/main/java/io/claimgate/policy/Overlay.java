package io.claimgate.policy;

import io.claimgate.calendar.DayRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated, scoped replacement of a rule by an insurer's circular. Overlays never stack: of those whose scope fits, the latest wins.
 *
 * @param id how explanations name it
 * @param source the circular
 * @param dated when it was issued
 * @param dueDate original due dates in scope
 * @param endOf another clock whose close decides on the scope; null: none
 * @param endIn where that close has to lie
 * @param overdueAtMost the buyer's total overdue, in the policy's currency, must not have been above it on any day up to the close that
 *     there would be without overlays; null: no such cap
 * @param closes what the close is instead
 */
public record Overlay(
        String id,
        String source,
        LocalDate dated,
        DeadlineKind kind,
        DayRange dueDate,
        @Nullable DeadlineKind endOf,
        DayRange endIn,
        @Nullable BigDecimal overdueAtMost,
        Term closes) {}
