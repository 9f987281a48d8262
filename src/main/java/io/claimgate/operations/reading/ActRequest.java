package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody asks for and somebody else confirms or refuses. */
public record ActRequest(
        long id,

        @Schema(
                description =
                        "DECLARED_MANUALLY, SEND_AGAIN, CORRECT_DUE_DATE, REOPEN_FORECLOSED, RELEASE_STOPPED or RELEASE_RESTORE")
        String kind,

        @Schema(description = "claim/<key>, receivable/<id> or guard/<id>")
        String subject,

        String creditor,

        @Schema(description = "what will be done, in one sentence")
        String what,

        String reason,
        String askedBy,
        Instant askedAt,
        Instant expiresAt,

        @Schema(description = "WAITING, CONFIRMED, REFUSED, EXPIRED, or POINTLESS: the thing went another way")
        String state,

        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedWhy) {

    static ActRequest of(Row row) throws SQLException {
        return new ActRequest(
                row.number("id"),
                row.text("kind"),
                row.text("subject"),
                row.text("creditor"),
                row.text("what"),
                row.text("reason"),
                row.text("asked_by"),
                row.instant("asked_at"),
                row.instant("expires_at"),
                row.text("state"),
                row.textOrNull("decided_by"),
                row.instantOrNull("decided_at"),
                row.textOrNull("decided_why"));
    }

    public boolean waiting() {
        return state.equals("WAITING");
    }
}
