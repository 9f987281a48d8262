package io.claimgate.flow.guard;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Stop;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens cases, stops claims because of them, and ends them. In the caller's transaction. */
public final class Cases {

    private final GuardCases store;
    private final Ideas ideas;

    public Cases(GuardCases store, Ideas ideas) {
        this.store = store;
        this.ideas = ideas;
    }

    /** The open case of that key, opened if there is none. */
    GuardCase opened(GuardCase.Opening opening) {
        return store.open(opening.guard(), opening.key()).orElseGet(() -> {
            GuardCase fresh = store.insert(opening, ideas.now());
            Map<String, Object> payload =
                    new HashMap<>(Map.of("guard", fresh.guard().name(), "reason", fresh.reason()));
            if (fresh.policy() != null) {
                payload.put("policy", fresh.policy());
            }
            ideas.events().record(fresh.subject(), "guard.opened", EventLog.MACHINE, fresh.creditor(), payload);
            look(fresh);
            return fresh;
        });
    }

    /** Remembers that the claim waits because of it. */
    public Stop stop(ClaimKey key, GuardCase by) {
        store.stop(key, by, by.reason(), ideas.now());
        look(by);
        return new Stop(by.id(), by.guard(), by.reason(), ideas.now(), null);
    }

    /** What stopped the claim last. */
    public Optional<Stop> stopOf(ClaimKey key) {
        return store.stopOf(key);
    }

    /** The claim does not wait any more: its case's alert tells of the others. */
    public void left(ClaimKey key) {
        store.stopOf(key)
                .flatMap(stop -> store.lock(stop.caseId()))
                .filter(GuardCase::open)
                .ifPresent(this::look);
    }

    /** Ends it for good, and makes the claims that waited look at the gate again. @return how many */
    public int end(GuardCase open, String actor, Map<String, ?> words) {
        store.end(open, actor, ideas.now());
        List<GuardCases.Held> held = store.held(open.id());
        Map<String, Object> payload = new HashMap<>(words);
        payload.put("claims", held.size());
        ideas.events().record(open.subject(), "guard.ended", actor, open.creditor(), payload);
        rearm(held);
        look(open);
        return held.size();
    }

    private void rearm(List<GuardCases.Held> held) {
        record Group(String creditor, Instant closeAt) {}
        held.stream()
                .collect(Collectors.groupingBy(claim -> new Group(claim.creditor(), claim.closeAt())))
                .forEach((group, claims) -> ideas.tasks()
                        .armAll(
                                TaskKinds.CLAIM,
                                claims.stream().map(GuardCases.Held::claimKey).toList(),
                                group.creditor(),
                                ideas.now(),
                                group.closeAt()));
    }

    /** Its alert is brought up to date once all that is due now has been looked at. */
    private void look(GuardCase about) {
        ideas.tasks().arm(GuardHandler.KIND, Long.toString(about.id()), about.creditor(), ideas.now(), Tasks.NEVER);
    }
}
