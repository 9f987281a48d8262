package io.claimgate.operations.reading;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One message to or from a partner; its bytes are in the vault. */
public record Message(
        long id,
        String direction,
        String partner,
        String operation,
        String creditor,
        @Nullable String claimKey,
        @Nullable Long submissionId,
        @Nullable String sha256,
        String contentType,
        long size,
        Instant at,
        @Nullable String outcome) {

    static Message of(Row row) throws SQLException {
        return new Message(
                row.number("id"),
                row.text("direction"),
                row.text("partner"),
                row.text("operation"),
                row.text("creditor"),
                row.textOrNull("claim_key"),
                row.numberOrNull("submission_id"),
                row.textOrNull("sha256"),
                row.text("content_type"),
                row.number("size_bytes"),
                row.instant("at"),
                row.textOrNull("outcome"));
    }
}
