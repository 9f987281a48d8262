package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list.
 *
 * @param size how many, 50 unless asked, 1 to 500 (more is cut to 500)
 * @param after the cursor that the page before gave; null for the first page
 */
public record Slice(@Nullable Integer size, @Nullable String after) {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    /** The first page of the usual size. */
    public static Slice first() {
        return new Slice(null, null);
    }

    /** Throws {@link ApiProblem} 400 for a size below 1. */
    int rows() {
        if (size != null && size < 1) {
            throw ApiProblem.badRequest("size " + size + ": ask for 1 to " + MOST);
        }
        return size == null ? USUAL : Math.min(size, MOST);
    }
}
