package io.claimgate.flow.restore;

import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.declaration.Outgoing;
import io.claimgate.flow.request.Request;
import io.claimgate.flow.request.RequestBook;
import io.claimgate.flow.request.RequestKind;
import io.claimgate.flow.request.RequestedAct;
import io.claimgate.problem.ProblemCode;
import java.util.Map;
import java.util.Objects;

/** Lets outgoing go on although not all is reconciled: one person asks, another one confirms. */
public final class ReleaseRestore implements RequestedAct {

    private final Outgoing outgoing;
    private final RequestBook requests;
    private final Ideas ideas;

    public ReleaseRestore(Outgoing outgoing, RequestBook requests, Ideas ideas) {
        this.outgoing = outgoing;
        this.requests = requests;
        this.ideas = ideas;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.RELEASE_RESTORE;
    }

    /**
     * Asks for it.
     *
     * @throws ActRefused OPS-006 where no restore keeps outgoing paused, OPS-005 without a reason
     */
    public Request ask(String actor, String reason) {
        return Objects.requireNonNull(ideas.transactions().execute(status -> {
            Restore restore = ideas.restores()
                    .last()
                    .filter(Restore::open)
                    .orElseThrow(() -> new ActRefused(
                            ProblemCode.OPS_006, "no restore keeps outgoing paused; nothing to release"));
            return requests.ask(
                    new RequestBook.Asking(
                            kind(),
                            "restore/" + restore.id(),
                            "*",
                            Map.of(),
                            "outgoing goes on although the restored database is reconciled as far as " + restore.phase()
                                    + " only (" + restore.reason() + ")",
                            reason),
                    actor);
        }));
    }

    @Override
    public void carryOut(Request request, String confirmer) {
        outgoing.force(Long.parseLong(request.of()), confirmer, request.reason());
    }
}
