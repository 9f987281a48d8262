package io.claimgate.feed;

import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a canonical field comes from.
 *
 * @param field canonical name
 * @param column source column; null with a constant
 * @param constant the same value for every row; null with a column
 * @param map source value to canonical value; empty takes values as they are, otherwise a value that is not in it is a fault
 * @param trim whether white space around the value is dropped
 * @param round how excess decimals are rounded; null makes them a fault
 */
public record FieldSource(
        String field,
        @Nullable String column,
        @Nullable String constant,
        Map<String, String> map,
        boolean trim,
        @Nullable RoundingMode round) {

    public FieldSource {
        map = Map.copyOf(map);
        if ((column == null) == (constant == null)) {
            throw new IllegalArgumentException(field + " needs either a column or a constant");
        }
    }

    /** The column of this name as it is. */
    public static FieldSource column(String field, String column) {
        return new FieldSource(field, column, null, Map.of(), false, null);
    }
}
