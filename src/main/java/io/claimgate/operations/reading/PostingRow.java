package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry for the books of an ERP, in the words of contract 6. */
public record PostingRow(
        String postingId,
        String claimKey,
        String cause,

        @Schema(description = "what happened; names the rule of the accounting mapping")
        String event,

        @Schema(description = "OPEN, FIXED, WRITTEN, CONFIRMED, REFUSED")
        String status,

        String source,
        String creditor,
        LocalDate date,
        String currency,
        String text,
        String insurer,
        String insurerReference,
        Instant madeAt,

        @Schema(description = "its file in out/; null until it is fixed") @Nullable
        String file,

        @Nullable Long batch,

        @Schema(description = "FIXED, WRITING, DOUBTFUL (a person is asked), WRITTEN") @Nullable
        String batchStatus,

        @Nullable Instant writtenAt,
        @Nullable Instant answeredAt,
        @Nullable String erpDocument,
        @Nullable String message,
        List<Line> lines) {

    /** A line: debit or credit, the other is zero. */
    public record Line(
            int line,
            String account,
            String label,
            @Nullable String auxiliary,
            BigDecimal debit,
            BigDecimal credit,
            @Nullable String invoiceNumber) {

        static Line of(Row row) throws SQLException {
            return new Line(
                    row.whole("line"),
                    row.text("account"),
                    row.text("account_label"),
                    row.textOrNull("auxiliary"),
                    row.amount("debit"),
                    row.amount("credit"),
                    row.textOrNull("invoice_number"));
        }
    }

    static PostingRow of(Row row) throws SQLException {
        return new PostingRow(
                row.text("posting_id"),
                row.text("claim_key"),
                row.text("cause"),
                row.text("event"),
                row.text("state"),
                row.text("source"),
                row.text("creditor"),
                row.date("booked_on"),
                row.text("currency"),
                row.text("text"),
                row.text("insurer"),
                row.text("insurer_reference"),
                row.instant("made_at"),
                row.textOrNull("file"),
                row.numberOrNull("batch_id"),
                row.textOrNull("batch_state"),
                row.instantOrNull("written_at"),
                row.instantOrNull("answered_at"),
                row.textOrNull("erp_document"),
                row.textOrNull("erp_message"),
                List.of());
    }

    PostingRow with(List<Line> all) {
        return new PostingRow(
                postingId,
                claimKey,
                cause,
                event,
                status,
                source,
                creditor,
                date,
                currency,
                text,
                insurer,
                insurerReference,
                madeAt,
                file,
                batch,
                batchStatus,
                writtenAt,
                answeredAt,
                erpDocument,
                message,
                all);
    }
}
