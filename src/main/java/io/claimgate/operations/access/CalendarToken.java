package io.claimgate.operations.access;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An address by which a calendar reads the deadlines of an account without logging in. */
public record CalendarToken(
        long id,
        String account,

        @Schema(description = "which calendar it was made for")
        String label,

        @Schema(description = "of the explanations, en or fr")
        String language,

        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant createdAt,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(description = "to the hour; null: never yet") @Nullable
        Instant lastReadAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "told once, when it is made: nobody can look it up later")
        @Nullable
        String address) {

    CalendarToken at(String place) {
        return new CalendarToken(id, account, label, language, createdAt, lastReadAt, place);
    }
}
