package io.claimgate.operations.reading;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One fault of one row of a file; a warning did not keep the row out. */
public record Fault(
        long line,
        String field,
        String code,
        String message,
        @Nullable String value,
        boolean warning) {

    static Fault of(Row row) throws SQLException {
        return new Fault(
                row.number("line"),
                row.text("field"),
                row.text("code"),
                row.text("message"),
                row.textOrNull("fault_value"),
                row.flag("warning"));
    }
}
