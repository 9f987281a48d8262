package io.claimgate.operations.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One buyer under one contract and creditor, as the insurer looks at it. */
public record Exposure(
        long id,
        String contract,
        String policy,
        String creditor,

        @Schema(description = "the buyer's first customer number")
        String buyerId,

        String buyerName,
        String buyerCountry,
        String currency,
        int episode,

        @Schema(description = "COVERED, or STOPPED from coverStoppedOn")
        String coverStatus,

        @Schema(description = "first uncovered day") @Nullable
        LocalDate coverStoppedOn,

        @Schema(description = "insurer's ledger, gross principal")
        BigDecimal outstanding,

        BigDecimal overdue,

        @Schema(description = "the receivable whose deadline closes first") @Nullable
        Governing governing,

        @Nullable String claimKey,
        @Nullable Instant nextActionAt,
        @Nullable Instant computedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "only with one alone: insurer beside ERP")
        @Nullable
        List<LedgerLine> ledger,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "only with one alone") @Nullable
        List<Deadline> deadlines,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "only with one alone") @Nullable
        List<EventRow> history) {

    /** Which receivable decides. */
    public record Governing(long receivableId, String invoiceNumber, int instalment) {}

    /** A receivable in the insurer's ledger beside the ERP's. */
    public record LedgerLine(
            long receivableId,
            String invoiceNumber,
            int instalment,
            LocalDate issueDate,
            @Nullable LocalDate dueDate,
            String state,
            String currency,
            @Schema(description = "in the ERP's ledger") BigDecimal openAmount,

            @Schema(description = "in the insurer's ledger; null until computed") @Nullable
            BigDecimal outstanding,

            BigDecimal disputedAmount) {

        static LedgerLine of(Row row) throws SQLException {
            return new LedgerLine(
                    row.number("id"),
                    row.text("invoice_number"),
                    row.whole("instalment"),
                    row.date("issue_date"),
                    row.dateOrNull("due_date"),
                    row.text("state"),
                    row.text("currency"),
                    row.amount("open_amount"),
                    row.amountOrNull("insurer_open"),
                    row.amount("disputed_amount"));
        }
    }

    static Exposure of(Row row) throws SQLException {
        LocalDate stopped = row.dateOrNull("cover_stopped_on");
        Long governing = row.numberOrNull("governing");
        return new Exposure(
                row.number("id"),
                row.text("contract"),
                row.text("policy"),
                row.text("creditor"),
                row.text("customer_no"),
                row.text("buyer_name"),
                row.text("buyer_country"),
                row.text("currency"),
                row.whole("episode"),
                stopped == null ? "COVERED" : "STOPPED",
                stopped,
                row.amount("outstanding"),
                row.amount("overdue"),
                governing == null
                        ? null
                        : new Governing(governing, row.text("governing_number"), row.whole("governing_instalment")),
                row.textOrNull("claim_key"),
                row.instantOrNull("next_action_at"),
                row.instantOrNull("computed_at"),
                null,
                null,
                null);
    }

    Exposure with(List<LedgerLine> lines, List<Deadline> clocks, List<EventRow> events) {
        return new Exposure(
                id,
                contract,
                policy,
                creditor,
                buyerId,
                buyerName,
                buyerCountry,
                currency,
                episode,
                coverStatus,
                coverStoppedOn,
                outstanding,
                overdue,
                governing,
                claimKey,
                nextActionAt,
                computedAt,
                lines,
                clocks,
                events);
    }
}
