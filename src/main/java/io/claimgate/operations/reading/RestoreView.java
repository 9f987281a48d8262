package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the youngest restore stands. */
public record RestoreView(
        long id,
        @Schema(description = "how it was noticed") String reason,

        @Schema(description = "FILES, DEPARTED, ASKING, RESULTS, RECONCILED, RELEASED or CLOSED")
        String phase,

        Instant noticedAt,

        @Schema(description = "null while nothing may leave") @Nullable
        Instant releasedAt,

        @Nullable String releasedBy,
        @Nullable String releasedHow,

        @Schema(description = "how many things of each kind and state")
        List<Count> counts) {

    /** So many of a kind in a state. */
    public record Count(String kind, String state, long count) {}

    /** Whether it keeps outgoing paused. */
    public boolean open() {
        return releasedAt == null;
    }

    /** Whether outgoing may be resumed by one person. */
    public boolean reconciled() {
        return phase.equals("RECONCILED");
    }
}
