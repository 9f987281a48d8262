package io.claimgate.dossier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an insurer asked for beyond the policy's list.
 *
 * @param at when; what it had before does not answer it
 * @param note its words; null where it gave none
 * @param replyBy its date; null where it set none
 */
public record Requested(
        DocumentKind kind,
        Instant at,
        @Nullable String note,
        @Nullable LocalDate replyBy) {}
