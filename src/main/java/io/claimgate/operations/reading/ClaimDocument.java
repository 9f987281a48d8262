package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A piece of evidence. */
public record ClaimDocument(
        long id,
        String creditor,
        String kind,

        @Schema(description = "as it came") String name,

        String sha256,
        long size,

        @Schema(description = "by its content, not by its name")
        String mediaType,

        @Nullable String language,

        @Schema(description = "what it belongs to: receivable, buyer or claim")
        String tie,

        @Nullable Long receivableId,
        @Nullable String invoiceNumber,
        @Nullable Integer instalment,

        @Schema(description = "the buyer's first customer number") @Nullable
        String buyerId,

        @Nullable String claimKey,

        @Schema(description = "erp:<source>, account:<name>, or gateway")
        String origin,

        @Schema(description = "the ERP's file") @Nullable Long fileId,

        Instant receivedAt,
        String content) {

    static ClaimDocument of(Row row) throws SQLException {
        String tie = row.text("tie");
        return new ClaimDocument(
                row.number("id"),
                row.text("creditor"),
                row.text("kind"),
                row.text("name"),
                row.text("sha256"),
                row.number("size_bytes"),
                row.text("media_type"),
                row.textOrNull("language"),
                tie.substring(0, tie.indexOf('/')),
                row.numberOrNull("receivable_id"),
                row.textOrNull("invoice_number"),
                row.wholeOrNull("instalment"),
                row.textOrNull("customer_no"),
                row.textOrNull("claim_key"),
                row.text("origin"),
                row.numberOrNull("file_id"),
                row.instant("received_at"),
                "/api/v1/documents/" + row.number("id") + "/content");
    }
}
