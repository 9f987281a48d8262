package io.claimgate.flow.settlement;

import java.time.Instant;

/** Tokens that were used, on whichever gateway. Joins the caller's transaction. */
public interface Nonces {

    /**
     * Remembers one, and forgets those that are stale by themselves.
     *
     * @param staleAt system time from which on the token is refused for its age
     * @return false if it was used before
     */
    boolean first(String insurer, String nonceHash, Instant staleAt, Instant systemNow);
}
