package io.claimgate.claim;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a guard stopped a claim.
 *
 * @param caseId the guard's case, with which it is released
 * @param reason for a person
 * @param since when it was stopped
 * @param releasedBy who released the whole case; null while it waits
 */
public record Stop(
        long caseId,
        Guard guard,
        String reason,
        Instant since,
        @Nullable String releasedBy) {

    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Where the policy says {@code onSafeDate: declare}: when the claim goes although nobody has looked. On the safe date; a claim that was
     * stopped later than that gives people half of what was left then, a day at most.
     */
    public Instant goesByItselfAt(ClaimWindow window) {
        Duration half = Duration.between(since, window.closeAt()).dividedBy(2);
        Instant looked = since.plus(half.compareTo(LONGEST) < 0 ? half : LONGEST);
        return window.nearClose(since) ? looked : window.safeAt();
    }
}
