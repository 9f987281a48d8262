package io.claimgate.flow.declaration;

import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.guard.Cases;
import io.claimgate.flow.guard.GuardCase;
import io.claimgate.flow.guard.GuardCases;
import io.claimgate.flow.request.Request;
import io.claimgate.flow.request.RequestBook;
import io.claimgate.flow.request.RequestKind;
import io.claimgate.flow.request.RequestedAct;
import io.claimgate.problem.ProblemCode;
import java.util.Map;
import java.util.Objects;

/** Lets all go that a guard has stopped: one person asks, an approver confirms. Each claim's own task carries it out. */
public final class StoppedClaims implements RequestedAct {

    private final GuardCases store;
    private final Cases cases;
    private final Ideas ideas;
    private final RequestBook requests;

    public StoppedClaims(GuardCases store, Cases cases, Ideas ideas, RequestBook requests) {
        this.store = store;
        this.cases = cases;
        this.ideas = ideas;
        this.requests = requests;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.RELEASE_STOPPED;
    }

    /**
     * Asks for it.
     *
     * @throws ActRefused OPS-004 if there is no such case, OPS-006 if it has ended, OPS-005 without a reason
     */
    public Request ask(long caseId, String actor, String reason) {
        return Objects.requireNonNull(ideas.transactions().execute(status -> {
            GuardCase open = open(caseId);
            long claims = store.waiting(caseId).stream()
                    .mapToLong(GuardCases.Waiting::claims)
                    .sum();
            return requests.ask(
                    new RequestBook.Asking(
                            kind(),
                            open.subject(),
                            open.creditor(),
                            Map.of(),
                            claims + (claims == 1 ? " claim that " : " claims that ")
                                    + open.guard().words() + (claims == 1 ? " stopped goes" : " stopped go")
                                    + " to the insurer: " + open.reason(),
                            reason),
                    actor);
        }));
    }

    @Override
    public void carryOut(Request request, String confirmer) {
        GuardCase open = open(Long.parseLong(request.of()));
        cases.end(open, confirmer, Map.of("askedBy", request.askedBy(), "reason", request.reason()));
    }

    private GuardCase open(long id) {
        GuardCase found =
                store.lock(id).orElseThrow(() -> new ActRefused(ProblemCode.OPS_004, "there is no guard's case " + id));
        if (!found.open()) {
            throw new ActRefused(
                    ProblemCode.OPS_006, "case " + id + " was ended by " + found.endedBy() + "; nothing waits in it");
        }
        return found;
    }
}
