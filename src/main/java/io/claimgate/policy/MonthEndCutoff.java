package io.claimgate.policy;

/** An invoice dated on or after {@code day} counts as of {@code substituteDay} of the following month (deadlines.md 12). */
public record MonthEndCutoff(int day, int substituteDay) {}
