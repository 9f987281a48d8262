package io.claimgate.operations.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an insurer told of a claim.
 *
 * @param messageId the insurer's name for it
 * @param kind STATUS, SETTLEMENT or REQUEST
 * @param channel PUSH (it called us) or POLL (we asked)
 * @param amount of a status what is accepted
 * @param wanted of a request: kinds of documents
 * @param message the row under {@code /messages} that holds its bytes
 * @param outcome WAITING, APPLIED, SUPERSEDED, REPEATED or CONTRADICTS; {@code outcomeNote} says why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Result(
        long id,
        String claimKey,
        String creditor,
        String insurer,
        String messageId,
        String kind,
        String channel,
        @Nullable String status,
        @Nullable Instant at,
        @Nullable String settlementId,
        @Nullable String settlementKind,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable BigDecimal costs,
        @Nullable LocalDate valueDate,
        @Nullable BigDecimal insurerShare,
        @Nullable BigDecimal insuredShare,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable List<String> wanted,
        @Nullable LocalDate replyBy,
        @Nullable Long message,
        Instant receivedAt,
        String outcome,
        @Nullable String outcomeNote,
        @Nullable Instant appliedAt) {

    static Result of(Row row) throws SQLException {
        String wanted = row.textOrNull("wanted");
        return new Result(
                row.number("id"),
                row.text("claim_key"),
                row.text("creditor"),
                row.text("insurer"),
                row.text("message_id"),
                row.text("kind"),
                row.text("channel"),
                row.textOrNull("status"),
                row.instantOrNull("at"),
                row.textOrNull("settlement_id"),
                row.textOrNull("settlement_kind"),
                row.amountOrNull("amount"),
                row.text("currency"),
                row.amountOrNull("costs"),
                row.dateOrNull("value_date"),
                row.amountOrNull("insurer_share"),
                row.amountOrNull("insured_share"),
                row.textOrNull("reference"),
                row.textOrNull("reason"),
                wanted == null ? null : List.of(wanted.split(",")),
                row.dateOrNull("reply_by"),
                row.numberOrNull("message_ref"),
                row.instant("received_at"),
                row.text("outcome"),
                row.textOrNull("outcome_note"),
                row.instantOrNull("applied_at"));
    }
}
