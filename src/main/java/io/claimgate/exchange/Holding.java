package io.claimgate.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an insurer holds what was sent. */
public sealed interface Holding {

    /** It in a few words, for the record of messages. */
    String words();

    /**
     * It has it, whole.
     *
     * @param receivedAt the insurer's stamp; null where it gives none
     */
    record Held(String receipt, @Nullable Instant receivedAt) implements Holding {
        @Override
        public String words() {
            return "held as " + receipt;
        }
    }

    /** It lies there whole, and the insurer has not said yet that it took it. */
    record Lies() implements Holding {
        @Override
        public String words() {
            return "lies there, not taken yet";
        }
    }

    /** The insurer looked at it and does not accept it. */
    record Refused(String code, String text) implements Holding {
        @Override
        public String words() {
            return "refused, " + code + ": " + text;
        }
    }

    /** It is not there, now. */
    record NotThere() implements Holding {
        @Override
        public String words() {
            return "not there";
        }
    }

    /** It did not say. */
    record Unanswered(String reason) implements Holding {
        @Override
        public String words() {
            return "no answer: " + reason;
        }
    }
}
