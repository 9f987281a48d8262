package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that must still happen; a parked one is a dead letter. */
public record TaskRow(
        long id,
        String kind,
        String ref,
        String creditor,
        Instant dueAt,
        Instant closeAt,
        @Schema(description = "READY, RUNNING, PARKED") String state,
        Instant since,
        @Nullable String owner,
        int attempts,
        @Nullable String lastError,
        @Nullable String parkedReason) {

    static TaskRow of(Row row) throws SQLException {
        return new TaskRow(
                row.number("id"),
                row.text("kind"),
                row.text("ref"),
                row.text("creditor"),
                row.instant("due_at"),
                row.instant("close_at"),
                row.text("state"),
                row.instant("since"),
                row.textOrNull("owner"),
                row.whole("attempts"),
                row.textOrNull("last_error"),
                row.textOrNull("parked_reason"));
    }
}
