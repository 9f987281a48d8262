package io.claimgate.operations.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.claimgate.operations.RequestLanguage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dated clock, in the words of contract 6. */
public record Deadline(
        long id,
        String kind,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate targetOn,
        @Nullable LocalDate actsOn,
        @Nullable LocalDate safeOn,
        @Nullable LocalDate closesOn,

        @Schema(description = "UNKNOWN, UPCOMING, OPEN, WARNING, MET, MISSED, VOID")
        String status,

        boolean provisional,

        @Schema(description = "invoice number of the governing receivable") @Nullable
        String governedBy,

        BigDecimal amountAtRisk,
        String currency,
        String rule,
        int policyVersion,
        String explanation,
        String policy,
        String creditor,
        String buyerId,
        @Nullable String claimKey,
        String buyerName,
        long exposureId,
        int episode,

        @Schema(description = "id of the governing receivable") @Nullable
        Long receivableId,

        @Schema(description = "the instant after the last moment in time") @Nullable
        Instant closesAt,

        Instant computedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant replacedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "only with one exposure: what it was before")
        @Nullable
        List<Deadline> history) {

    static Deadline of(Row row) throws SQLException {
        return new Deadline(
                row.number("id"),
                row.text("kind"),
                row.dateOrNull("opens_on"),
                row.dateOrNull("target_on"),
                row.dateOrNull("acts_on"),
                row.dateOrNull("safe_on"),
                row.dateOrNull("closes_on"),
                row.text("status"),
                row.flag("provisional"),
                row.textOrNull("governing_number"),
                row.amount("amount_at_risk"),
                row.text("currency"),
                row.text("rule"),
                row.whole("policy_version"),
                Explained.in(RequestLanguage.current(), row.text("explanation"), row.textOrNull("reason")),
                row.text("policy"),
                row.text("creditor"),
                row.text("customer_no"),
                row.textOrNull("claim_key"),
                row.text("buyer_name"),
                row.number("exposure_id"),
                row.whole("episode"),
                row.numberOrNull("governed_by"),
                row.instantOrNull("closes_at"),
                row.instant("computed_at"),
                row.instantOrNull("replaced_at"),
                null);
    }

    Deadline with(List<Deadline> before) {
        return new Deadline(
                id,
                kind,
                opensOn,
                targetOn,
                actsOn,
                safeOn,
                closesOn,
                status,
                provisional,
                governedBy,
                amountAtRisk,
                currency,
                rule,
                policyVersion,
                explanation,
                policy,
                creditor,
                buyerId,
                claimKey,
                buyerName,
                exposureId,
                episode,
                receivableId,
                closesAt,
                computedAt,
                replacedAt,
                before);
    }

    /** Whole days left until the close at {@code now}: 0 on the last day, negative when it is past; null without a close. */
    public @Nullable Long daysLeft(Instant now) {
        return closesAt == null ? null : Math.floorDiv(closesAt.getEpochSecond() - now.getEpochSecond() - 1, 86_400L);
    }
}
