package io.claimgate.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a call to an insurer came to. */
public sealed interface Answer {

    /**
     * It has the claim.
     *
     * @param reference the insurer's claim number
     * @param receivedAt the insurer's receipt stamp; null where it gives none
     */
    record Accepted(String reference, @Nullable Instant receivedAt) implements Answer {}

    /** It did not take the message, and will not take it as it is. */
    record Refused(String code, String text) implements Answer {}

    /** Certainly nothing was taken: no connection, or the insurer said that it is not available. */
    record NotSent(String reason) implements Answer {}

    /** It may have been taken. */
    record OutcomeUnknown(String reason) implements Answer {}
}
