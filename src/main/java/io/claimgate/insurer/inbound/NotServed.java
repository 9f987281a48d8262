package io.claimgate.insurer.inbound;

import io.claimgate.problem.ProblemCode;

/** A call that is not served. Its message is for our log and our audit: the caller gets a neutral fault. */
final class NotServed extends RuntimeException {

    private final Kind kind;
    private final ProblemCode code;
    private final String claimed;

    /** Whose fault it is. */
    enum Kind {
        /** The message is wrong: do not send it again as it is. */
        CLIENT,
        /** The caller is not known, or his proof is used up. */
        SECURITY,
        /** We cannot now: send it again later. */
        SERVER
    }

    private NotServed(Kind kind, ProblemCode code, String claimed, String reason) {
        super(reason);
        this.kind = kind;
        this.code = code;
        this.claimed = claimed;
    }

    /** The message is not one of ours. */
    static NotServed client(String reason) {
        return new NotServed(Kind.CLIENT, ProblemCode.OPS_005, "", reason);
    }

    /** @param claimed who he said to be; empty where he did not */
    static NotServed security(ProblemCode code, String claimed, String reason) {
        return new NotServed(Kind.SECURITY, code, claimed, reason);
    }

    Kind kind() {
        return kind;
    }

    ProblemCode code() {
        return code;
    }

    String claimed() {
        return claimed;
    }
}
