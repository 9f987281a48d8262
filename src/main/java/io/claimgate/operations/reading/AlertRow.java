package io.claimgate.operations.reading;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person must know of. */
public record AlertRow(
        long id,
        String code,
        String severity,
        String subject,
        String creditor,
        String message,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        @Nullable String clearedBy) {

    static AlertRow of(Row row) throws SQLException {
        return new AlertRow(
                row.number("id"),
                row.text("code"),
                row.text("severity"),
                row.text("subject"),
                row.text("creditor"),
                row.text("message"),
                row.instant("raised_at"),
                row.instantOrNull("cleared_at"),
                row.textOrNull("cleared_by"));
    }
}
