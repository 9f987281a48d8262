package io.claimgate.feed;

import io.claimgate.problem.ProblemCode;

/**
 * Why a file as a whole was answered as it was.
 *
 * @param code {@code ERP-104}
 * @param message one sentence for a person
 */
public record Reason(String code, String message) {

    public static Reason of(ProblemCode code, String message) {
        return new Reason(code.code(), message);
    }
}
