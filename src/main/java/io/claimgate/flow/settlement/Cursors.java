package io.claimgate.flow.settlement;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far each insurer's list was read. All calls join the caller's transaction. */
public interface Cursors {

    Optional<String> of(String insurer);

    /**
     * Moves on.
     *
     * @param from null where there was none
     * @throws IllegalStateException if it no longer stands there: somebody else has read the same page
     */
    void move(String insurer, @Nullable String from, String to, Instant systemAt);
}
