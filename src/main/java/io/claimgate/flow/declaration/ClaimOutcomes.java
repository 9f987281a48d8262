package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Hold;
import io.claimgate.claim.ManualDeclaration;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Answer;
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

/** What the end of an attempt means for the claim. All calls join the caller's transaction, which holds the claim's lock. */
final class ClaimOutcomes {

    private final Books books;
    private final Ideas ideas;
    private final ClaimEvents events;

    ClaimOutcomes(Books books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
    }

    /** The insurer has it. Its receipt stamp is the time of declaration, else this moment. */
    void declared(Claim before, Submission.Acknowledged submission, String reference, @Nullable Instant receivedAt) {
        Instant at = receivedAt == null ? submission.at() : receivedAt;
        books.submissions().update(submission);
        told(before.declared(reference, at), at, Map.of("insurerClaimNumber", reference));
    }

    /** The insurer has it, as something else that it told proves. */
    Claim proven(
            Claim before,
            Submission.Acknowledged submission,
            @Nullable String reference,
            Instant at,
            Map<String, ?> proof) {
        books.submissions().update(submission);
        Claim claim = before.declared(reference, at);
        told(claim, at, proof);
        return claim;
    }

    /** What one person said of a filing by hand, the insurer itself confirms. */
    Claim confirmed(Claim before, ManualDeclaration filed, Map<String, ?> proof) {
        Claim claim = before.declaredByHand(filed);
        told(claim, filed.at(), proof);
        return claim;
    }

    private void told(Claim claim, Instant at, Map<String, ?> how) {
        books.claims().update(claim);
        boolean late = claim.window().closed(at);
        Map<String, Object> payload = new HashMap<>(how);
        payload.put("declaredAt", at);
        payload.put("amount", claim.amount());
        payload.put("currency", claim.currency());
        payload.put("late", late);
        events.record(claim, "declared", EventLog.MACHINE, payload);
        events.clearAll(claim, EventLog.MACHINE);
        if (late) {
            events.alert(
                    claim,
                    ProblemCode.CLM_003,
                    Severity.CRITICAL,
                    "the insurer stamped it " + at + ", after the close "
                            + claim.window().closeAt() + "; agree with the insurer");
        } else {
            events.clear(claim, ProblemCode.CLM_003, EventLog.MACHINE);
        }
        recompute(claim);
        openDossier(ideas, claim);
    }

    /** From now on its documents are looked after; their clock is known once the exposure has been computed anew. */
    static void openDossier(Ideas ideas, Claim claim) {
        ideas.tasks()
                .arm(TaskKinds.DOSSIER, claim.key().value(), claim.subject().creditor(), ideas.now(), Tasks.NEVER);
    }

    /** The insurer did not take the message: a person's. */
    void rejected(Claim before, Submission.Rejected submission, Answer.Refused refusal) {
        books.submissions().update(submission);
        String reason = "refused by " + before.subject().insurer() + ", " + refusal.code() + ": " + refusal.text();
        Claim claim = before.rejected(new Hold(EventLog.MACHINE, shortened(reason), ideas.now()));
        books.claims().update(claim);
        events.record(claim, "rejected", EventLog.MACHINE, Map.of("code", refusal.code(), "message", refusal.text()));
        events.alert(claim, ProblemCode.CLM_008, Severity.CRITICAL, reason + "; correct and release it");
    }

    /** Nobody knows. */
    void lost(Claim claim, Submission.OutcomeUnknown submission) {
        books.submissions().update(submission);
        events.record(
                claim,
                "outcome-lost",
                EventLog.MACHINE,
                Map.of("call", submission.calls(), "reason", submission.reason()));
        events.alert(
                claim,
                ProblemCode.CLM_007,
                Severity.WARNING,
                submission.reason() + "; " + claim.subject().insurer() + " is asked before anything is sent again");
    }

    /** The close has passed without an acceptance. */
    void foreclosed(Claim before, String why) {
        Claim claim = before.foreclosed();
        books.claims().update(claim);
        events.record(claim, "foreclosed", EventLog.MACHINE, Map.of("reason", why));
        events.alert(
                claim,
                ProblemCode.CLM_003,
                Severity.CRITICAL,
                "the window closed on " + claim.window().closesOn() + " without an accepted declaration: " + why);
        recompute(claim);
    }

    /** It cannot go on without a person. */
    void held(Claim before, String reason) {
        Claim claim = before.held(new Hold(EventLog.MACHINE, shortened(reason), ideas.now()));
        books.claims().update(claim);
        events.record(claim, "held", EventLog.MACHINE, Map.of("reason", reason));
        events.alert(claim, ProblemCode.CLM_012, Severity.CRITICAL, reason);
    }

    private void recompute(Claim claim) {
        ideas.tasks()
                .arm(
                        TaskKinds.EXPOSURE,
                        Long.toString(claim.subject().exposureId()),
                        claim.subject().creditor(),
                        ideas.now(),
                        claim.window().closeAt());
    }

    static String shortened(String reason) {
        int longest = 500;
        return reason.length() <= longest ? reason : reason.substring(0, longest);
    }
}
