package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which clocks; what is null does not narrow. */
public record DeadlineFilter(
        @Parameter(description = "one or several kinds: declaration, cover-stop, ...") @Nullable
        List<String> kind,

        @Parameter(description = "one or several of UNKNOWN, UPCOMING, OPEN, WARNING, MET, MISSED, VOID") @Nullable
        List<String> status,

        @Parameter(description = "closes within this period from today, P30D; running ones unless a status is named")
        @Nullable
        Period within,

        @Nullable String policy,
        @Nullable String creditor,

        @Parameter(description = "the buyer's customer number") @Nullable
        String buyerId) {}
