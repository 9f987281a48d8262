package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the insurer was told, or is to be told, of a claim that it has. */
public record ChangeRow(
        int number,

        @Schema(description = "SUPPLEMENT, AMEND, WITHDRAW") String kind,

        @Schema(description = "PLANNED, WITH_PERSON, UNDER_WAY, TOLD, DROPPED")
        String state,

        BigDecimal amountBefore,
        BigDecimal amountAfter,
        String currency,
        String reason,
        String requestedBy,
        Instant seenAt,
        Instant dueAt,

        @Schema(description = "what a person has to do; null: the machine does it") @Nullable
        String waitsFor,

        @Schema(description = "told by hand, and not confirmed yet") @Nullable
        String manualReference,

        @Nullable String manualBy,
        @Nullable Instant toldAt,
        @Nullable String reference,
        List<Line> lines) {

    /** A receivable in it. @param amountBefore null: it joins */
    public record Line(
            long receivableId,
            String invoiceNumber,
            int instalment,
            LocalDate dueDate,
            @Nullable BigDecimal amountBefore,
            BigDecimal amount,
            BigDecimal disputed) {

        static Line of(Row row) throws SQLException {
            return new Line(
                    row.number("receivable_id"),
                    row.text("invoice_number"),
                    row.whole("instalment"),
                    row.date("due_date"),
                    row.amountOrNull("amount_before"),
                    row.amount("amount"),
                    row.amount("disputed"));
        }
    }

    static ChangeRow of(Row row) throws SQLException {
        return new ChangeRow(
                row.whole("change_no"),
                row.text("kind"),
                row.text("state"),
                row.amount("amount_before"),
                row.amount("amount_after"),
                row.text("currency"),
                row.text("reason"),
                row.text("requested_by"),
                row.instant("seen_at"),
                row.instant("due_at"),
                row.textOrNull("waits_for"),
                row.textOrNull("manual_reference"),
                row.textOrNull("manual_by"),
                row.instantOrNull("told_at"),
                row.textOrNull("reference"),
                List.of());
    }

    ChangeRow with(List<Line> all) {
        return new ChangeRow(
                number,
                kind,
                state,
                amountBefore,
                amountAfter,
                currency,
                reason,
                requestedBy,
                seenAt,
                dueAt,
                waitsFor,
                manualReference,
                manualBy,
                toldAt,
                reference,
                all);
    }

    /** Whether a person has to do something about it. */
    public boolean withPerson() {
        return state.equals("WITH_PERSON");
    }
}
