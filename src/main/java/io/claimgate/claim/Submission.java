package io.claimgate.claim;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt to hand something of a claim to the insurer: the claim itself, or documents. A state offers only what it allows. */
public sealed interface Submission {

    Attempt attempt();

    /** How often the bytes left, or may have left, this process. */
    int calls();

    /** Whether nothing has happened between the two. */
    default boolean sameAs(Submission other) {
        return getClass() == other.getClass()
                && attempt().id() == other.attempt().id()
                && calls() == other.calls();
    }

    /** Whether the insurer certainly has nothing of the claim by it. */
    default boolean nothingThere() {
        return this instanceof Sendable || this instanceof Rejected;
    }

    /** A submission of which nothing is at the insurer, so that its bytes may be sent. */
    sealed interface Sendable extends Submission {

        /** Committed before the first byte leaves. */
        default Sending sending(Sent at) {
            return new Sending(attempt(), calls() + 1, at);
        }
    }

    /** The intent is committed, nothing was sent. */
    record Pending(Attempt attempt) implements Sendable {
        @Override
        public int calls() {
            return 0;
        }
    }

    /** Nothing was taken by the insurer (no connection, unavailable, or proven by asking); the same bytes are sent again. */
    record Failed(Attempt attempt, int calls, String reason) implements Sendable {}

    /** The bytes may be on their way. Whoever finds this state without having sent them himself knows nothing. */
    record Sending(Attempt attempt, int calls, Sent sent) implements Submission {

        public Acknowledged acknowledged(String reference, Instant at) {
            return new Acknowledged(attempt, calls, reference, at);
        }

        public Rejected rejected(String reason, Instant at) {
            return new Rejected(attempt, calls, reason, at);
        }

        public Failed notTaken(String reason) {
            return new Failed(attempt, calls, reason);
        }

        /** @param over after which certainly no byte of the call left any more */
        public OutcomeUnknown lost(String reason, Sent over) {
            return new OutcomeUnknown(attempt, calls, sent, over, 0, 0, reason);
        }
    }

    /**
     * The insurer may have it: ask before sending again.
     *
     * @param sent when the first byte may have left
     * @param over when the call was over; a call may take long, and the insurer has its settleTime from its end
     * @param asked how often it was asked since the last call
     * @param denied how often it said that it does not have it, since the last call
     */
    record OutcomeUnknown(Attempt attempt, int calls, Sent sent, Sent over, int asked, int denied, String reason)
            implements Submission {

        /** @param reference null where only something else that the insurer told proves that it has it */
        public Acknowledged acknowledged(@Nullable String reference, Instant at) {
            return new Acknowledged(attempt, calls, reference, at);
        }

        public Rejected rejected(String reason, Instant at) {
            return new Rejected(attempt, calls, reason, at);
        }

        /** It was carried after all, and only the partner's word is still to come. */
        public Sending carried() {
            return new Sending(attempt, calls, sent);
        }

        /** The insurer did not say. */
        public OutcomeUnknown unanswered() {
            return new OutcomeUnknown(attempt, calls, sent, over, asked + 1, denied, reason);
        }

        /** The insurer said that it does not have it. */
        public OutcomeUnknown deniedOnce() {
            return new OutcomeUnknown(attempt, calls, sent, over, asked + 1, denied + 1, reason);
        }

        /**
         * Whether that is proof: said more than once, the last time after the insurer must have settled.
         *
         * @param asked when that question was put, not when it was answered
         */
        public boolean deniedForGood(Duration settleTime, Sent asked) {
            return over.deniedForGood(denied, settleTime, asked);
        }

        /** Proven not to be there, or safe to be sent again. */
        public Failed notTaken(String proof) {
            return new Failed(attempt, calls, proof);
        }
    }

    /** The insurer has it. */
    record Acknowledged(
            Attempt attempt, int calls, @Nullable String reference, Instant at) implements Submission {}

    /** The insurer did not take the message; a person corrects, and a new attempt is made. */
    record Rejected(Attempt attempt, int calls, String reason, Instant at) implements Submission {}
}
