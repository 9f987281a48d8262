package io.claimgate.exchange;

import org.jspecify.annotations.Nullable;

/** Why an exchange with somebody outside did not succeed. Exactly three kinds, and each is treated differently. */
public abstract sealed class PartnerFailure extends RuntimeException {

    private PartnerFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Nothing reached the partner, and it may go well later: retried by the task. */
    public static final class Transient extends PartnerFailure {
        public Transient(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The partner (or our own check) said no, and will again: a person's. */
    public static final class Permanent extends PartnerFailure {
        public Permanent(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** It may or may not have been taken: the partner is asked before anything is sent again. */
    public static final class Unknown extends PartnerFailure {
        public Unknown(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
