package io.claimgate.operations.acts;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.declaration.ChangeActs;
import io.claimgate.flow.declaration.ClaimActs;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.Claim;
import io.claimgate.operations.reading.Claims;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What a person does to a change of a claim, inside the creditors of that person; throws {@link ApiProblem} as {@link ClaimDesk} does. */
@Service
public class ChangeDesk {

    private final Claims claims;
    private final ObjectProvider<ChangeActs> acts;

    ChangeDesk(Claims claims, ObjectProvider<ChangeActs> acts) {
        this.claims = claims;
        this.acts = acts;
    }

    /** Lets it go. Never by who asked for it. */
    public Claim release(Caller caller, String claimKey, int number) {
        act(caller, claimKey, key -> acts.getObject().release(key, number, caller.name()));
        return claims.one(caller.creditors(), claimKey);
    }

    /**
     * Records that the insurer was told by other means; a second person's same words confirm it.
     *
     * @param reference the insurer's
     * @param at when it was told
     * @param evidence what proves it, as text
     */
    public Claim toldManually(
            Caller caller,
            String claimKey,
            int number,
            @Nullable String reference,
            @Nullable Instant at,
            @Nullable String evidence) {
        if (at == null) {
            throw ApiProblem.badRequest("at: say when the insurer was told, as 2026-05-29T14:00:00Z");
        }
        ClaimActs.Filing filing = new ClaimActs.Filing(
                reference == null ? "" : reference,
                at,
                (evidence == null ? "" : evidence).getBytes(StandardCharsets.UTF_8));
        act(caller, claimKey, key -> acts.getObject().toldByHand(key, number, filing, caller.name()));
        return claims.one(caller.creditors(), claimKey);
    }

    /** It as a text to print. */
    public String letter(Caller caller, String claimKey, int number) {
        return act(caller, claimKey, key -> acts.getObject().letter(key, number));
    }

    private <T> T act(Caller caller, String claimKey, Function<ClaimKey, T> act) {
        claims.one(caller.creditors(), claimKey);
        try {
            return act.apply(new ClaimKey(claimKey));
        } catch (ActRefused refused) {
            throw ApiProblem.refused(refused.code(), String.valueOf(refused.getMessage()));
        }
    }
}
