package io.claimgate.operations.reading;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a claim's file stands. */
public record DossierRow(
        @Schema(description = "OPEN: something is missing; COMPLETE: all is here; RECEIVED: the insurer has all of it")
        String state,

        int required,
        int present,

        @JsonRawValue @Schema(type = "array", description = "[{kind, invoiceNumber, why}]")
        String missing,

        @Schema(description = "FILE_COMPLETE: the insurer's date, else the last receipt that was needed") @Nullable
        LocalDate completeOn,

        @Schema(description = "last business day for the documents") @Nullable
        LocalDate safeOn,

        @Schema(description = "close of the documents' clock; null where the policy has none") @Nullable
        LocalDate dueOn,

        @Schema(description = "status of that clock") @Nullable
        String clock,

        Instant updatedAt) {

    static DossierRow of(Row row) throws SQLException {
        return new DossierRow(
                row.text("state"),
                row.whole("required"),
                row.whole("present"),
                row.text("missing"),
                row.dateOrNull("complete_on"),
                row.dateOrNull("safe_on"),
                row.dateOrNull("due_on"),
                row.textOrNull("clock"),
                row.instant("updated_at"));
    }
}
