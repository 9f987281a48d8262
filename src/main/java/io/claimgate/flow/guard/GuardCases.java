package io.claimgate.flow.guard;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimWindow;
import io.claimgate.claim.Guard;
import io.claimgate.claim.Stop;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cases and the claims that wait because of them. All calls join the caller's transaction. */
public interface GuardCases {

    Optional<GuardCase> open(Guard guard, String key);

    /** The new case's id. Two that open the same at once: one fails on the key, rolls back, and its task is run again. */
    GuardCase insert(GuardCase.Opening opening, Instant now);

    /** Locks it. */
    Optional<GuardCase> lock(long id);

    void end(GuardCase ended, String by, Instant now);

    /** Remembers why the claim waits, in the place of what was remembered before. */
    void stop(ClaimKey key, GuardCase by, String reason, Instant now);

    /** What stopped it last. */
    Optional<Stop> stopOf(ClaimKey key);

    /** Claims that wait because of it, those with the same window together. */
    List<Waiting> waiting(long id);

    /** Their keys, what closes first first. */
    List<Held> held(long id);

    /**
     * Claims with one window and currency.
     *
     * @param window with the dates that people are told of
     */
    record Waiting(ClaimWindow window, String currency, long claims, BigDecimal amount) {}

    /** What is needed to plan a claim's work anew. */
    record Held(String claimKey, String creditor, Instant closeAt) {}
}
