package io.claimgate.flow;

import io.claimgate.problem.ProblemCode;

/** A person's act that cannot be done; the message is for that person. */
public final class ActRefused extends RuntimeException {

    private final ProblemCode code;

    public ActRefused(ProblemCode code, String message) {
        super(message);
        this.code = code;
    }

    /** OPS-004 not there, OPS-006 not in this state, SEC-003 own request, OPS-005 not acceptable as given. */
    public ProblemCode code() {
        return code;
    }
}
