package io.claimgate.flow;

import io.claimgate.problem.ProblemCode;
import java.util.Collection;
import java.util.Set;

/** What a person must know of now. Raised once, cleared once; both are events. */
public interface Alerts {

    enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }

    /**
     * Raises it, unless the same is open already.
     *
     * @param subject what it is about, like a stream: {@code exposure/12}
     * @param step tells apart alerts of one code on one subject (a warning's days, an episode); empty otherwise
     * @return whether it is new
     */
    boolean raise(ProblemCode code, Severity severity, String subject, String step, String creditor, String message);

    /** Clears the open ones of this code on this subject whose step is not among {@code steps}. */
    void retain(ProblemCode code, String subject, Set<String> steps, String actor);

    /** Clears all open ones of this code on this subject. */
    void clear(ProblemCode code, String subject, String actor);

    /** Clears all open ones of these codes on this subject, with one look. */
    void clearAll(Collection<ProblemCode> codes, String subject, String actor);
}
