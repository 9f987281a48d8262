package io.claimgate.operations.acts;

import java.time.Instant;

/** What a person does to a claim. Each throws {@link io.claimgate.operations.ApiProblem} if the claim's state or the person forbids it. */
public interface ClaimActs {

    /** Lets a claim that awaits approval go. Never by who asked for it. */
    void approve(String claimKey, String actor);

    /** Stops it before the insurer. */
    void hold(String claimKey, String reason, String actor);

    /** Ends the hold. */
    void release(String claimKey, String actor);

    /** Takes it back. */
    void withdraw(String claimKey, String reason, String actor);

    /**
     * Records what a person filed in the insurer's portal.
     *
     * @param reference the insurer's
     * @param at when the insurer had it
     * @param evidence what proves it
     */
    void declaredManually(String claimKey, String reference, Instant at, String evidence, String actor);
}
