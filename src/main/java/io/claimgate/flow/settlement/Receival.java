package io.claimgate.flow.settlement;

import io.claimgate.problem.ProblemCode;
import java.time.Instant;

/** What became of a message. */
public sealed interface Receival {

    /**
     * It is here for good.
     *
     * @param receivedAt business time of its first delivery
     * @param duplicate whether this was not the first
     */
    record Receipt(String messageId, Instant receivedAt, boolean duplicate) implements Receival {}

    /**
     * It was understood and is not taken.
     *
     * @param message what is wrong and how to mend it, fit for the partner's eyes
     */
    record Refused(ProblemCode code, String message) implements Receival {}
}
