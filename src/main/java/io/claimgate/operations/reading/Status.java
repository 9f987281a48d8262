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
        List<Pause> outgoingPaused,

        @Schema(description = "the processes that work on this database")
        List<Gateway> gateways) {

    /** A process that works on this database. */
    public record Gateway(
            @Schema(description = "as it stands in leases; one start of one process")
            String name,

            String version,

            @Schema(description = "the same for all, or there is an alert")
            String configHash,

            Instant startedAt,
            Instant seenAt,

            @Schema(description = "whether it gave a sign of life in the last half minute")
            boolean alive) {}

    /** Where outgoing is paused. */
    public record Pause(
            @Schema(description = "ALL, INSURER, CREDITOR") String scope,
            String name,
            String by,
            String reason,
            Instant since) {}
}
