package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt to hand a claim to the insurer. */
public record Submission(
        long id,
        String claimKey,
        String operation,
        int attempt,

        @Schema(description = "PENDING, SENDING, ACKNOWLEDGED, REJECTED, FAILED, OUTCOME_UNKNOWN")
        String state,

        String insurer,
        String creditor,

        @Schema(description = "of the rendered bytes: a resend sends these")
        String payloadSha256,

        Instant intentAt,
        @Nullable Instant sentAt,
        @Nullable Instant finishedAt,
        int calls,

        @Schema(description = "how often the insurer was asked about an unknown outcome")
        int asked,

        @Nullable String insurerReference,
        @Nullable String error) {

    static Submission of(Row row) throws SQLException {
        return new Submission(
                row.number("id"),
                row.text("claim_key"),
                row.text("operation"),
                row.whole("attempt"),
                row.text("state"),
                row.text("insurer"),
                row.text("creditor"),
                row.text("payload_sha256"),
                row.instant("intent_at"),
                row.instantOrNull("sent_at"),
                row.instantOrNull("finished_at"),
                row.whole("calls"),
                row.whole("asked"),
                row.textOrNull("insurer_reference"),
                row.textOrNull("error"));
    }
}
