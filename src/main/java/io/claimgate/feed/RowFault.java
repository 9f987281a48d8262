package io.claimgate.feed;

import io.claimgate.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * One fault of one row, or a warning about a row that was taken.
 *
 * @param line where the row begins in the file, from 1
 * @param field canonical name of the field; empty where the row as a whole is meant
 * @param message what is wrong and how to mend it
 * @param value the value as it was given, shortened; null where there is none
 */
public record RowFault(
        long line,
        String field,
        ProblemCode code,
        String message,
        @Nullable String value,
        boolean warning) {

    private static final int LONGEST_VALUE = 200;

    public RowFault {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
        if (value != null) {
            value = value.replace("\0", "\\0");
        }
    }
}
