package io.claimgate.dossier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Until when the documents have to be at the insurer.
 *
 * @param safeOn last business day; null where the rule has none
 * @param closesAt first instant that is too late
 * @param met whether they were, in time
 */
public record DocumentsClock(@Nullable LocalDate safeOn, LocalDate closesOn, Instant closesAt, boolean met) {}
