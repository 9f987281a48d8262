package io.claimgate.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an insurer says when asked whether it has a claim. */
public sealed interface Query {

    /** It in a few words, for the record of messages. */
    String words();

    /**
     * It has it.
     *
     * @param receivedAt the insurer's receipt stamp; null where it gives none
     * @param amount null where it does not repeat it
     */
    record Found(
            String reference,
            @Nullable Instant receivedAt,
            @Nullable BigDecimal amount,
            @Nullable String currency) implements Query {
        @Override
        public String words() {
            return "found as " + reference;
        }
    }

    /** It does not have it, now. */
    record NotFound() implements Query {
        @Override
        public String words() {
            return "not found";
        }
    }

    /** It did not say. */
    record Unanswered(String reason) implements Query {
        @Override
        public String words() {
            return "no answer: " + reason;
        }
    }
}
