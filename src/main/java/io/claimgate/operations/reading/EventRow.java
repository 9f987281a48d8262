package io.claimgate.operations.reading;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened. The payload is there for auditors only; null otherwise, and once it was erased. */
public record EventRow(
        long id,

        @Schema(description = "what it tells of, like claim/<claimKey>")
        String stream,

        long seq,
        @Schema(description = "business time") Instant at,
        String actor,
        String type,
        String creditor,

        @JsonRawValue @Schema(type = "object", nullable = true) @Nullable
        String payload) {

    static EventRow of(Row row) throws SQLException {
        return new EventRow(
                row.number("id"),
                row.text("stream"),
                row.number("seq"),
                row.instant("at"),
                row.text("actor"),
                row.text("type"),
                row.text("creditor"),
                row.textOrNull("payload"));
    }

    static EventRow withoutPayload(Row row) throws SQLException {
        EventRow whole = of(row);
        return new EventRow(
                whole.id(),
                whole.stream(),
                whole.seq(),
                whole.at(),
                whole.actor(),
                whole.type(),
                whole.creditor(),
                null);
    }
}
