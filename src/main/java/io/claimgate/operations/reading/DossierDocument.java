package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A document that serves a claim, and how far it came on its way to the insurer. */
public record DossierDocument(
        long id,
        String kind,
        @Schema(description = "as it came") String name,
        String sha256,
        long size,
        String mediaType,

        @Schema(description = "receivable/<id>, buyer/<id> or claim/<claimKey>")
        String tie,

        @Nullable String invoiceNumber,

        @Schema(description = "erp:<source>, account:<name>, or gateway: made from our own books")
        String origin,

        Instant receivedAt,

        @Schema(
                description =
                        "NOT_SENT, PENDING, SENDING, FAILED, OUTCOME_UNKNOWN, REJECTED, CARRIED (transport receipt), RECEIVED (the insurer's receipt)")
        String sent,

        @Schema(description = "number of its last transfer") @Nullable
        Integer transfer,

        @Schema(description = "SOAP or SFTP") @Nullable String channel,
        @Nullable Instant carriedAt,

        @Schema(description = "the insurer's receipt stamp, else when we learnt of it") @Nullable
        Instant confirmedAt,

        @Nullable String receipt) {

    static DossierDocument of(Row row) throws SQLException {
        return new DossierDocument(
                row.number("id"),
                row.text("kind"),
                row.text("name"),
                row.text("sha256"),
                row.number("size_bytes"),
                row.text("media_type"),
                row.text("tie"),
                row.textOrNull("invoice_number"),
                row.text("origin"),
                row.instant("received_at"),
                row.text("sent"),
                row.wholeOrNull("transfer_no"),
                row.textOrNull("channel"),
                row.instantOrNull("carried_at"),
                row.instantOrNull("confirmed_at"),
                row.textOrNull("receipt"));
    }
}
