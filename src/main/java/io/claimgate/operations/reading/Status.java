package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the gateway stands. */
public record Status(
        @Schema(description = "of the program") String version,

        @Schema(description = "sandbox or gateway: fixed for the database's life")
        String environment,

        @Schema(description = "of the whole active configuration") @Nullable
        String configHash,

        @Schema(description = "deadlines and due work go by this clock")
        Instant businessNow,

        @Schema(description = "leases, timeouts and metrics go by this clock")
        Instant systemNow,

        String database,
        List<Pause> outgoingPaused) {

    /** Where outgoing is paused. */
    public record Pause(
            @Schema(description = "ALL, INSURER, CREDITOR") String scope,
            String name,
            String by,
            String reason,
            Instant since) {}
}
