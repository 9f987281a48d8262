package io.claimgate.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a call to an insurer came to. */
public sealed interface Answer {

    /** It in a few words, for the record of messages. */
    String words();

    /**
     * It has the claim.
     *
     * @param reference the insurer's claim number
     * @param receivedAt the insurer's receipt stamp; null where it gives none
     */
    record Accepted(String reference, @Nullable Instant receivedAt) implements Answer {
        @Override
        public String words() {
            return "accepted as " + reference;
        }
    }

    /** It did not take the message, and will not take it as it is. */
    record Refused(String code, String text) implements Answer {
        @Override
        public String words() {
            return "refused, " + code + ": " + text;
        }
    }

    /** Certainly nothing was taken: no connection, or the insurer said that it is not available. */
    record NotSent(String reason) implements Answer {
        @Override
        public String words() {
            return "not sent: " + reason;
        }
    }

    /** It may have been taken. */
    record OutcomeUnknown(String reason) implements Answer {
        @Override
        public String words() {
            return "unknown: " + reason;
        }
    }
}
