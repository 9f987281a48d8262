package io.claimgate.operations.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.claimgate.flow.audit.AuditEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened, with how it is sealed: for auditors. */
public record AuditRow(
        long id,

        @Schema(description = "what it tells of, like claim/<claimKey>")
        String stream,

        @Schema(description = "1, 2, 3 ... of its stream") long seq,
        @Schema(description = "business time") Instant at,
        @Schema(description = "system time") Instant recordedAt,
        String actor,
        String type,
        @Schema(description = "of the payload's shape") int version,
        String creditor,

        @Schema(description = "HMAC-SHA-256 of the payload under its salt")
        String commitment,

        @Schema(description = "the block that seals it; null for the few seconds before it is sealed") @Nullable
        Long block,

        @Nullable Instant sealedAt,
        @JsonIgnore @Nullable String salt,

        @JsonRawValue @Schema(type = "object", nullable = true, description = "null once it was erased") @Nullable
        String payload) {

    static AuditRow of(Row row) throws SQLException {
        return new AuditRow(
                row.number("id"),
                row.text("stream"),
                row.number("seq"),
                row.instant("at"),
                row.instant("recorded_at"),
                row.text("actor"),
                row.text("type"),
                row.whole("version"),
                row.text("creditor"),
                row.text("commitment"),
                row.numberOrNull("block"),
                row.instantOrNull("sealed_at"),
                row.textOrNull("salt"),
                row.textOrNull("payload"));
    }

    /** What is sealed of it. */
    public AuditEvent sealed() {
        return new AuditEvent(id, stream, seq, at, recordedAt, actor, type, version, creditor, commitment);
    }
}
