package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Submission;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.request.Request;
import io.claimgate.flow.request.RequestBook;
import io.claimgate.flow.request.RequestKind;
import io.claimgate.flow.request.RequestedAct;
import io.claimgate.problem.ProblemCode;
import java.util.Map;
import java.util.Objects;

/**
 * The last resort after a lost answer: two persons let the stored bytes go once more although the insurer may have them. It is the one
 * recorded exception to "never twice".
 */
public final class SendAgain implements RequestedAct {

    private final Books books;
    private final Ideas ideas;
    private final ClaimEvents events;
    private final RequestBook requests;

    public SendAgain(Books books, Ideas ideas, RequestBook requests) {
        this.books = books;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
        this.requests = requests;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.SEND_AGAIN;
    }

    /**
     * Asks for it.
     *
     * @throws io.claimgate.flow.ActRefused OPS-006 unless the answer was lost, OPS-005 without a reason
     */
    public Request ask(ClaimKey key, String actor, String reason) {
        return Objects.requireNonNull(ideas.transactions().execute(status -> {
            Claim claim = ClaimActs.locked(books, key);
            unknown(claim);
            return requests.ask(
                    new RequestBook.Asking(
                            kind(),
                            ClaimEvents.stream(key),
                            claim.subject().creditor(),
                            Map.of(),
                            "claim " + key + " of " + claim.amount().toPlainString() + " " + claim.currency()
                                    + " is sent to " + claim.subject().insurer()
                                    + " again although its answer was lost: it may be there twice; the window closes on "
                                    + claim.window().closesOn(),
                            reason),
                    actor);
        }));
    }

    @Override
    public void carryOut(Request request, String confirmer) {
        Claim claim = ClaimActs.locked(books, new ClaimKey(request.of()));
        Submission.OutcomeUnknown unknown = unknown(claim);
        books.submissions()
                .update(unknown.notTaken("sent again on the word of " + request.askedBy() + " and " + confirmer
                        + ", possible duplicate: " + request.reason()));
        events.record(
                claim,
                "sent-again",
                confirmer,
                Map.of(
                        "possibleDuplicate",
                        true,
                        "askedBy",
                        request.askedBy(),
                        "reason",
                        request.reason(),
                        "attempt",
                        unknown.attempt().number()));
        events.clear(claim, ProblemCode.CLM_007, confirmer);
        events.clear(claim, ProblemCode.CLM_012, EventLog.MACHINE);
        ideas.tasks()
                .arm(
                        TaskKinds.CLAIM,
                        claim.key().value(),
                        claim.subject().creditor(),
                        ideas.now(),
                        claim.window().closeAt());
    }

    private Submission.OutcomeUnknown unknown(Claim claim) {
        if (claim.state().undeclared()
                && !claim.window().closed(ideas.now())
                && books.submissions().latest(claim.key()).orElse(null) instanceof Submission.OutcomeUnknown unknown) {
            return unknown;
        }
        throw ClaimActs.conflict(claim, "be sent again: no answer of the insurer is open, or its window is closed");
    }
}
