package io.claimgate.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a sending of documents came to. */
public sealed interface Carried {

    /** It in a few words, for the record of messages. */
    String words();

    /**
     * The insurer has it and says so: transport and business receipt in one.
     *
     * @param receivedAt the insurer's stamp; null where it gives none
     */
    record Received(String receipt, @Nullable Instant receivedAt) implements Carried {
        @Override
        public String words() {
            return "received as " + receipt;
        }
    }

    /** It was carried whole; the insurer's own receipt is still to come. */
    record Delivered(String proof) implements Carried {
        @Override
        public String words() {
            return "delivered: " + proof;
        }
    }

    /** It did not take it, and will not take it as it is. */
    record Refused(String code, String text) implements Carried {
        @Override
        public String words() {
            return "refused, " + code + ": " + text;
        }
    }

    /** Certainly nothing arrived that counts. */
    record NotSent(String reason) implements Carried {
        @Override
        public String words() {
            return "not sent: " + reason;
        }
    }

    /** It may have arrived. */
    record OutcomeUnknown(String reason) implements Carried {
        @Override
        public String words() {
            return "unknown: " + reason;
        }
    }
}
