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
     * @param lastChange the last change of it that it was told; null where it does not say
     */
    record Found(
            String reference,
            @Nullable Instant receivedAt,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable LastChange lastChange)
            implements Query {
        @Override
        public String words() {
            return "found as " + reference;
        }
    }

    /** A change that it was told. @param number 0: none yet. @param receivedAt its receipt stamp; null where it gives none */
    record LastChange(int number, @Nullable Instant receivedAt) {}

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
