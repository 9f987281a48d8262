package io.claimgate.laboratory.sweep;

/** What becomes of the N-th operation, and of the process. */
public enum Style {
    /** The process dies before it. */
    HALT_BEFORE(true, false),
    /** It is done, and the process dies before it knows. */
    HALT_AFTER(true, true),
    /** It fails, and the process lives on. */
    FAIL_BEFORE(false, false),
    /** It is done, its reply is lost, and the process lives on. */
    FAIL_AFTER(false, true);

    private final boolean halts;
    private final boolean done;

    Style(boolean halts, boolean done) {
        this.halts = halts;
        this.done = done;
    }

    boolean halts() {
        return halts;
    }

    boolean done() {
        return done;
    }
}
