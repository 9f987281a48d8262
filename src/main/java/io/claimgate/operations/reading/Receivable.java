package io.claimgate.operations.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instalment of one invoice, in the words of contract 6. */
public record Receivable(
        long id,
        String creditor,
        String source,
        String invoiceNumber,
        int instalment,

        @Schema(description = "UNTDID 1001: 380 invoice, 381 credit note, ...")
        String type,

        LocalDate issueDate,

        @Schema(description = "the anchor: the first accepted due date, frozen") @Nullable
        LocalDate dueDate,

        @Nullable LocalDate extendedDueDate,
        @Nullable LocalDate deliveryDate,
        String currency,
        BigDecimal grossAmount,
        @Nullable BigDecimal netAmount,
        BigDecimal openAmount,
        BigDecimal disputedAmount,
        @Schema(description = "the ERP's customer number") String buyerId,
        String buyerName,

        @Schema(
                description =
                        "NOT_DUE, OVERDUE, WINDOW_OPEN, CLOSING, DECLARED, DOSSIER_SENT, INDEMNIFIED, RECOVERED, FORECLOSED, SETTLED")
        String state,

        @Nullable String policy,
        @Nullable String claimKey,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "only with one alone: the clocks that it governs")
        @Nullable
        List<Deadline> deadlines,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "only with one alone") @Nullable
        List<EventRow> history) {

    static Receivable of(Row row) throws SQLException {
        return new Receivable(
                row.number("id"),
                row.text("creditor"),
                row.text("source"),
                row.text("invoice_number"),
                row.whole("instalment"),
                row.text("type"),
                row.date("issue_date"),
                row.dateOrNull("due_date"),
                row.dateOrNull("extended_due_date"),
                row.dateOrNull("delivery_date"),
                row.text("currency"),
                row.amount("gross_amount"),
                row.amountOrNull("net_amount"),
                row.amount("open_amount"),
                row.amount("disputed_amount"),
                row.text("buyer_ref"),
                row.text("buyer_name"),
                row.text("state"),
                row.textOrNull("policy"),
                row.textOrNull("claim_key"),
                null,
                null);
    }

    Receivable with(List<Deadline> governed, List<EventRow> events) {
        return new Receivable(
                id,
                creditor,
                source,
                invoiceNumber,
                instalment,
                type,
                issueDate,
                dueDate,
                extendedDueDate,
                deliveryDate,
                currency,
                grossAmount,
                netAmount,
                openAmount,
                disputedAmount,
                buyerId,
                buyerName,
                state,
                policy,
                claimKey,
                governed,
                events);
    }
}
