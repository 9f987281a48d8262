package io.claimgate.flow.guard;

import io.claimgate.claim.Guard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something out of the ordinary, and all the claims that wait because of it.
 *
 * @param key what it is about; at most one open case has it
 * @param policy null where it concerns every policy
 * @param version of the policy; null but for a first load
 * @param creditor {@code *} where it concerns every creditor
 * @param source the ERP; null but for a first load
 * @param reason what is out of the ordinary, with the figures that were known when it was opened
 * @param endedBy who released it; null while it is open
 */
public record GuardCase(
        long id,
        Guard guard,
        String key,
        @Nullable String policy,
        @Nullable Integer version,
        String creditor,
        @Nullable String source,
        String reason,
        Instant openedAt,
        @Nullable String endedBy) {

    /** How events and alerts name it. */
    public String subject() {
        return "guard/" + id;
    }

    public boolean open() {
        return endedBy == null;
    }

    /** A case that is about to be opened. */
    public record Opening(
            Guard guard,
            String key,
            @Nullable String policy,
            @Nullable Integer version,
            String creditor,
            @Nullable String source,
            String reason) {}
}
