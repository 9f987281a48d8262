package io.claimgate.receivable;

import io.claimgate.deadline.Deadline;

/** Whether the buyer's outstanding may be declared now; a refusal is a value with its reason. */
public sealed interface Eligibility {

    /**
     * It may.
     *
     * @param by the clock that a declaration meets: the one that closes first
     * @param early allowed, but before the advised opening: a person may, the machine waits
     */
    record Eligible(Deadline by, boolean early) implements Eligibility {}

    /** It may not. */
    record Refused(Reason reason, String because) implements Eligibility {}

    enum Reason {
        NOTHING_OUTSTANDING,
        ALREADY_DECLARED,
        CLAIM_IN_FLIGHT,
        WITHDRAWN,
        NO_DEADLINE,
        WINDOW_NOT_OPEN,
        WINDOW_CLOSED,
        BELOW_THRESHOLD
    }

    default boolean allowed() {
        return this instanceof Eligible;
    }
}
