package io.claimgate.operations.acts;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.declaration.ClaimActs;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.Claim;
import io.claimgate.operations.reading.Claims;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * What a person does to a claim, inside the creditors of that person. Each act answers the claim as it stands then, and throws
 * {@link ApiProblem}: 404 for a claim that is not the caller's to see, else what the flow refused.
 */
@Service
public class ClaimDesk {

    private static final String NO_REASON = "no reason given";

    private final Claims claims;
    private final ObjectProvider<ClaimActs> acts;

    ClaimDesk(Claims claims, ObjectProvider<ClaimActs> acts) {
        this.claims = claims;
        this.acts = acts;
    }

    /** Lets a claim that awaits approval go. Never by who asked for it. */
    public Claim approve(Caller caller, String claimKey) {
        return act(caller, claimKey, key -> acts.getObject().approve(key, caller.name()));
    }

    /** Stops it before the insurer. */
    public Claim hold(Caller caller, String claimKey, @Nullable String reason) {
        return act(caller, claimKey, key -> acts.getObject().hold(key, caller.name(), why(reason)));
    }

    /** Ends the hold. */
    public Claim release(Caller caller, String claimKey) {
        return act(caller, claimKey, key -> acts.getObject().release(key, caller.name()));
    }

    /** Takes it back. */
    public Claim withdraw(Caller caller, String claimKey, @Nullable String reason) {
        return act(caller, claimKey, key -> acts.getObject().withdraw(key, caller.name(), why(reason)));
    }

    /**
     * Records what was filed in the insurer's portal; a second person's same words confirm it.
     *
     * @param reference the insurer's
     * @param at when the insurer had it
     * @param evidence what proves it, as text
     */
    public Claim declaredManually(
            Caller caller,
            String claimKey,
            @Nullable String reference,
            @Nullable Instant at,
            @Nullable String evidence) {
        if (at == null) {
            throw ApiProblem.badRequest("at: say when the insurer had it, as 2026-05-29T14:00:00Z");
        }
        ClaimActs.Filing filing = new ClaimActs.Filing(
                reference == null ? "" : reference,
                at,
                (evidence == null ? "" : evidence).getBytes(StandardCharsets.UTF_8));
        return act(caller, claimKey, key -> acts.getObject().declaredManually(key, filing, caller.name()));
    }

    private Claim act(Caller caller, String claimKey, Consumer<ClaimKey> act) {
        claims.one(caller.creditors(), claimKey);
        try {
            act.accept(new ClaimKey(claimKey));
        } catch (ActRefused refused) {
            throw ApiProblem.refused(refused.code(), String.valueOf(refused.getMessage()));
        }
        return claims.one(caller.creditors(), claimKey);
    }

    private static String why(@Nullable String reason) {
        return reason == null || reason.isBlank() ? NO_REASON : reason;
    }
}
