package io.claimgate.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When the claim may and must be declared. Dates are days in {@code zone}.
 *
 * @param opensOn first day; null where nothing opens it (insolvency)
 * @param safeOn last business day; null where there is none
 * @param closesOn last day in time
 * @param closeAt the instant after the last moment in time
 * @param openingHard whether filing before {@code opensOn} is forbidden, not only unusual
 */
public record ClaimWindow(
        @Nullable LocalDate opensOn,
        @Nullable LocalDate safeOn,
        LocalDate closesOn,
        Instant closeAt,
        boolean openingHard,
        ZoneId zone) {

    /** Whether it is too late. */
    public boolean closed(Instant now) {
        return !now.isBefore(closeAt);
    }

    /** The moment before which nothing may be sent; null where nothing forbids it. */
    public @Nullable Instant mayStartAt() {
        return openingHard && opensOn != null ? opensOn.atStartOfDay(zone).toInstant() : null;
    }

    /** From when on a person is alerted as well: the start of the safe day, or the close where there is none. */
    public Instant safeAt() {
        return safeOn == null ? closeAt : safeOn.atStartOfDay(zone).toInstant();
    }

    /** Whether the safe day has come. */
    public boolean nearClose(Instant now) {
        return !now.isBefore(safeAt());
    }

    /** When a claim that waits for somebody is looked at again: on the safe day, then at the close. */
    public Instant nextLook(Instant now) {
        return now.isBefore(safeAt()) ? safeAt() : closeAt;
    }

    /** The day in the policy's zone. */
    public LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }
}
