package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file of postings or holds for an ERP. */
public record OutBatchRow(
        long id,

        @Schema(description = "POSTINGS, HOLDS") String kind,

        String source,
        String creditor,
        String file,
        String sha256,
        long size,
        int items,

        @Schema(description = "FIXED, WRITING, DOUBTFUL (a person is asked), WRITTEN")
        String status,

        Instant fixedAt,
        @Nullable Instant writtenAt,

        @Schema(description = "machine, or who said that the ERP has it") @Nullable
        String writtenBy) {

    static OutBatchRow of(Row row) throws SQLException {
        return new OutBatchRow(
                row.number("id"),
                row.text("kind"),
                row.text("source"),
                row.text("creditor"),
                row.text("name"),
                row.text("sha256"),
                row.number("size_bytes"),
                row.whole("items"),
                row.text("state"),
                row.instant("fixed_at"),
                row.instantOrNull("written_at"),
                row.textOrNull("written_by"));
    }
}
