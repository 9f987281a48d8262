package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something out of the ordinary, with the claims that wait because of it now. */
public record GuardCase(
        long id,

        @Schema(description = "DAILY_CAP, ANOMALY, FIRST_LOAD or CLOCK")
        String guard,

        @Nullable String policy,
        @Nullable Integer policyVersion,

        @Schema(description = "* where it concerns every creditor")
        String creditor,

        @Schema(description = "the ERP; only of a first load") @Nullable
        String source,

        String reason,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        long claims,

        @Schema(description = "null where nothing waits, or in several currencies") @Nullable
        BigDecimal amount,

        @Nullable String currency,
        @Nullable LocalDate firstSafeOn,
        @Nullable LocalDate firstClosesOn) {

    static GuardCase of(Row row) throws SQLException {
        boolean sum = row.number("currencies") == 1;
        return new GuardCase(
                row.number("id"),
                row.text("guard"),
                row.textOrNull("policy"),
                row.wholeOrNull("policy_version"),
                row.text("creditor"),
                row.textOrNull("source"),
                row.text("reason"),
                row.instant("opened_at"),
                row.instantOrNull("ended_at"),
                row.textOrNull("ended_by"),
                row.number("claims"),
                sum ? row.amount("amount") : null,
                sum ? row.text("currency") : null,
                row.dateOrNull("first_safe_on"),
                row.dateOrNull("first_closes_on"));
    }

    /** Whether claims wait, or will. */
    public boolean open() {
        return endedAt == null;
    }
}
