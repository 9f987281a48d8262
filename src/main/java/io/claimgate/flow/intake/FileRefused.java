package io.claimgate.flow.intake;

import io.claimgate.feed.Reason;
import io.claimgate.problem.ProblemCode;

/** The file as a whole cannot be taken; its acknowledgement says why. */
public final class FileRefused extends RuntimeException {

    private final Reason reason;

    /** @param message what is wrong, where (line), and the mend; no part of a row that could be personal */
    public FileRefused(ProblemCode code, String message) {
        super(code.code() + " " + message);
        this.reason = Reason.of(code, message);
    }

    public Reason reason() {
        return reason;
    }
}
