package io.claimgate.problem;

import org.jspecify.annotations.Nullable;

/**
 * One fault in something that was given to us, written so that a person can act on it.
 *
 * @param code what kind of fault, from the one catalogue
 * @param place where: {@code line 17, dueDate}, {@code mappings/erp/acme.yaml:12}, a setting's key
 * @param value the offending value as it was given, shortened to 200 characters; null where there is none
 * @param detail what is wrong with it and how to mend it, in one sentence
 */
public record Problem(
        ProblemCode code, String place, @Nullable String value, String detail) {

    private static final int LONGEST_VALUE = 200;

    public Problem {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }

    /** The fault as one line: {@code ERP-104 line 17, dueDate "31/02/2026": not a date in dd/MM/yyyy; correct the row and drop it again}. */
    public String sentence() {
        return code.code() + " " + place + (value == null ? "" : " \"" + value + "\"") + ": " + detail;
    }
}
