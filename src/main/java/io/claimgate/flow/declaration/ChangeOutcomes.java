package io.claimgate.flow.declaration;

import io.claimgate.claim.ChangeKind;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.Submission;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a change, and what that means for its claim. All calls join the caller's transaction, which holds the claim's lock. */
final class ChangeOutcomes {

    private final Books books;
    private final Ideas ideas;
    private final ClaimEvents events;

    ChangeOutcomes(Books books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
    }

    /** The insurer has it: by its own word, or as two persons say. */
    void told(Claim claim, ClaimChange change, Instant at, @Nullable String reference) {
        told(claim, change.told(at, reference), at, EventLog.MACHINE, Map.of());
    }

    /** Two persons say that it was told by other means. @param how what proves it */
    void toldByHand(Claim claim, ClaimChange told, String actor, Map<String, ?> how) {
        told(claim, told, told.toldAt() == null ? ideas.now() : told.toldAt(), actor, how);
    }

    private void told(Claim claim, ClaimChange told, Instant at, String actor, Map<String, ?> how) {
        books.changes().update(told);
        boolean withdrawn = told.kind() == ChangeKind.WITHDRAW;
        if (withdrawn && !claim.state().allows(ClaimState.WITHDRAWN)) {
            unclear(
                    claim,
                    told,
                    "the insurer took the withdrawal of a claim that is " + claim.state()
                            + "; agree with it what holds");
            return;
        }
        Claim after = withdrawn ? claim.withdrawn() : claim.amounting(told.amountAfter());
        books.claims().update(after);
        if (withdrawn) {
            books.changes().withdrawn(claim.key(), at, told.requestedBy().equals(EventLog.MACHINE));
        } else {
            books.changes().applyLines(told);
        }
        Map<String, Object> payload = payload(told);
        payload.putAll(how);
        payload.put("toldAt", at);
        events.record(after, event(told.kind()), actor, payload);
        settled(after, actor);
        work(after, TaskKinds.EXPOSURE, Long.toString(claim.subject().exposureId()));
        // What joined has to be proven as well; of what is withdrawn nothing has to.
        work(after, TaskKinds.DOSSIER, claim.key().value());
        // A change that had to wait for this one.
        work(after, ClaimHandler.KIND, claim.key().value());
    }

    /** It cannot go on without a person. */
    void withPerson(Claim claim, ClaimChange before, String what) {
        ClaimChange change = before.withPerson(ClaimOutcomes.shortened(what));
        books.changes().update(change);
        Map<String, Object> payload = payload(change);
        payload.put("waitsFor", what);
        events.record(claim, "change-held", EventLog.MACHINE, payload);
        events.clear(claim, ProblemCode.CLM_007, EventLog.MACHINE);
        events.alert(claim, ProblemCode.CLM_013, Severity.WARNING, what + "\n" + ChangeLetter.of(claim, change));
    }

    /** Its bytes are fixed, and may leave now. */
    void underWay(Claim claim, ClaimChange change, String payload, int attempt) {
        Map<String, Object> more = payload(change);
        more.put("payload", payload);
        more.put("attempt", attempt);
        events.record(claim, "change-sending", EventLog.MACHINE, more);
    }

    void lost(Claim claim, ClaimChange change, Submission.OutcomeUnknown submission) {
        Map<String, Object> payload = payload(change);
        payload.put("call", submission.calls());
        payload.put("reason", submission.reason());
        events.record(claim, "outcome-lost", EventLog.MACHINE, payload);
        events.alert(
                claim,
                ProblemCode.CLM_007,
                Severity.WARNING,
                "change " + change.number() + ": " + submission.reason() + "; "
                        + claim.subject().insurer() + " is asked before anything is sent again");
    }

    void unclear(Claim claim, ClaimChange change, String what) {
        events.alert(claim, ProblemCode.CLM_013, Severity.CRITICAL, "change " + change.number() + ": " + what);
    }

    /** The answer is not unknown any more. */
    void known(Claim claim) {
        events.clear(claim, ProblemCode.CLM_007, EventLog.MACHINE);
    }

    /** There is nothing to tell any more. */
    void dropped(Claim claim, ClaimChange change, String why) {
        books.changes().update(change.dropped());
        Map<String, Object> payload = payload(change);
        payload.put("reason", why);
        events.record(claim, "change-dropped", EventLog.MACHINE, payload);
        settled(claim, EventLog.MACHINE);
    }

    /** Nobody has to do anything about changes of it. */
    void settled(Claim claim, String actor) {
        events.clear(claim, ProblemCode.CLM_007, actor);
        events.clear(claim, ProblemCode.CLM_013, actor);
    }

    /** Why nothing of a settled claim changes any more. */
    static String settledAmount(Claim claim) {
        return "the claim is " + claim.state() + ": its amount is final";
    }

    static Map<String, Object> payload(ClaimChange change) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("change", change.number());
        payload.put("kind", change.kind().name());
        payload.put("amount", change.amountAfter());
        payload.put("before", change.amountBefore());
        payload.put("currency", change.currency());
        payload.put("lines", change.lines().size());
        payload.put("reason", change.reason());
        return payload;
    }

    private static String event(ChangeKind kind) {
        return switch (kind) {
            case SUPPLEMENT -> "supplemented";
            case AMEND -> "amended";
            case WITHDRAW -> "withdrawn";
        };
    }

    private void work(Claim claim, String kind, String ref) {
        ideas.tasks().arm(kind, ref, claim.subject().creditor(), ideas.now(), Tasks.NEVER);
    }
}
