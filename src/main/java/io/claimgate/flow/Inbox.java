package io.claimgate.flow;

import java.time.Instant;
import java.util.Optional;

/** Foreign messages seen: each counts once, on whichever gateway and over whichever way it comes. All calls join the caller's transaction. */
public interface Inbox {

    /**
     * What came before under that name.
     *
     * @param contentHash of what it said
     * @param receivedAt business time of the first delivery
     */
    record Seen(String contentHash, Instant receivedAt) {}

    /** @param partner the authenticated one */
    Optional<Seen> find(String partner, String messageId);

    /**
     * Remembers a message for ever.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another transaction was faster: everything is to be done again, and finds it
     */
    void add(String partner, String messageId, Seen seen);
}
