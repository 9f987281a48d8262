package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Tasks;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Begins claims. */
public final class Declarations {

    private final ClaimStore claims;
    private final Tasks tasks;
    private final EventLog events;
    private final BusinessClock clock;
    private final ConfigurationStamp configuration;

    public Declarations(
            ClaimStore claims, Tasks tasks, EventLog events, BusinessClock clock, ConfigurationStamp configuration) {
        this.claims = claims;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
        this.configuration = configuration;
    }

    /**
     * Writes the claim and plans its declaration, in the caller's transaction. The same draft again changes nothing.
     *
     * @param actor who wants it; may not approve it
     * @throws IllegalStateException if another loss has the same key
     */
    public ClaimKey draft(ClaimDraft draft, String actor) {
        ClaimKey key = draft.key();
        Optional<Claim> existing = claims.find(key);
        if (existing.isPresent()) {
            return same(key, existing.get().subject(), draft.subject());
        }
        Instant now = clock.now();
        claims.insert(claim(key, draft, actor, now), draft.lines());
        ClaimSubject subject = draft.subject();
        events.record(
                ClaimEvents.stream(key),
                "claim.drafted",
                actor,
                subject.creditor(),
                Map.of(
                        "claimKey", key.value(),
                        "exposureId", subject.exposureId(),
                        "episode", subject.episode(),
                        "policy", subject.policy(),
                        "policyVersion", subject.policyVersion(),
                        "insurer", subject.insurer(),
                        "amount", draft.amount(),
                        "currency", draft.currency(),
                        "cause", draft.cause(),
                        "closesOn", draft.window().closesOn()));
        tasks.arm(
                ClaimHandler.KIND,
                key.value(),
                subject.creditor(),
                now,
                draft.window().closeAt());
        return key;
    }

    private Claim claim(ClaimKey key, ClaimDraft draft, String actor, Instant now) {
        return new Claim(
                key,
                draft.subject(),
                draft.window(),
                draft.rule(),
                draft.amount(),
                draft.currency(),
                draft.cause(),
                actor,
                now,
                configuration.hash(),
                ClaimState.DRAFT,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    private static ClaimKey same(ClaimKey key, ClaimSubject existing, ClaimSubject wanted) {
        boolean same = existing.contract().equals(wanted.contract())
                && existing.creditor().equals(wanted.creditor())
                && existing.buyerId() == wanted.buyerId()
                && existing.governing() == wanted.governing()
                && existing.episode() == wanted.episode();
        if (!same) {
            throw new IllegalStateException("claim key " + key + " of exposure " + wanted.exposureId() + " episode "
                    + wanted.episode() + " is taken by exposure " + existing.exposureId() + " episode "
                    + existing.episode());
        }
        return key;
    }
}
