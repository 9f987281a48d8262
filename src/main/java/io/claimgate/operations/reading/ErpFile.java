package io.claimgate.operations.reading;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One file from an ERP, in the words of its acknowledgement. */
public record ErpFile(
        long id,
        String fileId,
        String file,
        @Schema(description = "the n-th file of this name") int ordinal,
        String source,
        @Nullable String feed,
        @Nullable String kind,

        @Schema(description = "* where one file serves several companies")
        String creditor,

        @Schema(description = "TAKING, TAKEN, STAGED, HELD, APPLYING, APPLIED, ANSWERED")
        String phase,

        @Schema(description = "ACCEPTED, PARTIALLY_ACCEPTED, REJECTED, DUPLICATE, STALE, HELD; null until decided")
        @Nullable
        String status,

        @Nullable String sha256,
        @Nullable Long size,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        @Nullable LocalDate asOf,
        Counts counts,

        @JsonRawValue @Schema(type = "array", description = "[{code, message}]")
        String reasons,

        @Schema(description = "the earlier file with the same bytes") @Nullable
        String duplicateOf,

        @Nullable String heldReason,
        @Nullable String decidedBy,
        String configHash) {

    /** What became of its rows. */
    public record Counts(
            long read, long created, long updated, long unchanged, long settled, long rejected, long warned) {

        static Counts of(Row row) throws SQLException {
            return new Counts(
                    row.number("rows_read"),
                    row.number("rows_created"),
                    row.number("rows_updated"),
                    row.number("rows_unchanged"),
                    row.number("rows_settled"),
                    row.number("rows_rejected"),
                    row.number("rows_warned"));
        }
    }

    static ErpFile of(Row row) throws SQLException {
        String reasons = row.textOrNull("reasons");
        return new ErpFile(
                row.number("id"),
                row.text("id"),
                row.text("name"),
                row.whole("ordinal"),
                row.text("source"),
                row.textOrNull("feed"),
                row.textOrNull("kind"),
                row.text("creditor"),
                row.text("phase"),
                row.textOrNull("status"),
                row.textOrNull("sha256"),
                row.numberOrNull("size_bytes"),
                row.instant("received_at"),
                row.instantOrNull("answered_at"),
                row.dateOrNull("as_of"),
                Counts.of(row),
                reasons == null || reasons.isBlank() ? "[]" : reasons,
                row.textOrNull("duplicate_name"),
                row.textOrNull("held_reason"),
                row.textOrNull("decided_by"),
                row.text("config_hash"));
    }

    /** Whether it waits for a person. */
    public boolean waits() {
        return "HELD".equals(phase);
    }
}
