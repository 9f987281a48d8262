package io.claimgate.operations.routes;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A route of this gateway. Figures are since its start. */
public record RouteRow(
        String id,
        @Nullable String description,
        @Nullable String group,

        @Schema(description = "Started, Stopped, Suspended, ...")
        String state,

        long exchanges,
        long failures,
        long inFlight,

        @Schema(description = "milliseconds; null before the first exchange") @Nullable
        Long meanLatency,

        @Schema(description = "milliseconds; null before the first exchange") @Nullable
        Long lastLatency,

        @Schema(description = "since the last completed exchange; null before the first") @Nullable
        Long secondsSinceExchange,

        @Schema(description = "since the last completed poll; null for routes that do not poll, and before the first")
        @Nullable
        Long secondsSincePoll) {

    /** Whether it runs. */
    public boolean started() {
        return "Started".equals(state);
    }
}
