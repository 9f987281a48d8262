package io.claimgate.flow.guard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When business time was last seen to pass, by any gateway. All calls join the caller's transaction. */
public interface Ticks {

    /** Null: never. */
    @Nullable
    Instant last();

    void set(Instant now);
}
