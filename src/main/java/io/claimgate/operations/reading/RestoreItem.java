package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One thing that had left before the database was restored, or may have. */
public record RestoreItem(
        long id,

        @Schema(description = "FILE, CLAIM, DOCUMENT, OUT or POSTING")
        String kind,

        @Schema(description = "a claim key, source/name of a file, a posting's id")
        String ref,

        String creditor,

        @Schema(description = "OPEN, DONE, FOUND at the insurer, NOT_FOUND there, or UNCLEAR: a person finds out")
        String state,

        String detail,

        @Schema(description = "how often the insurer was asked")
        int asked,

        @Nullable String claimState,
        @Nullable String insurerClaimNumber) {

    static RestoreItem of(Row row) throws SQLException {
        return new RestoreItem(
                row.number("id"),
                row.text("kind"),
                row.text("ref"),
                row.text("creditor"),
                row.text("state"),
                row.text("detail"),
                row.whole("asked"),
                row.textOrNull("claim_state"),
                row.textOrNull("insurer_claim_number"));
    }
}
