package io.claimgate.flow.request;

import io.claimgate.flow.ActRefused;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The second person's word, and the end of what nobody answered. Nobody confirms what he asked for himself. */
public final class SecondPerson implements TaskHandler {

    /** The kind of task that lets a request expire; its ref is the request's id. */
    public static final String KIND = "request";

    private final Requests store;
    private final RequestBook book;
    private final Map<RequestKind, RequestedAct> acts;
    private final Ideas ideas;

    public SecondPerson(Requests store, RequestBook book, List<RequestedAct> acts, Ideas ideas) {
        this.store = store;
        this.book = book;
        this.acts = acts.stream().collect(Collectors.toMap(RequestedAct::kind, Function.identity()));
        this.ideas = ideas;
    }

    /**
     * Does what was asked for.
     *
     * @throws ActRefused SEC-003 by who asked, OPS-006 if it does not wait (any more) or cannot be done now, OPS-004 if there is none
     */
    public Request confirm(long id, String actor) {
        return decide(id, request -> {
            if (request.askedBy().equals(actor)) {
                throw new ActRefused(
                        ProblemCode.SEC_003, actor + " asked for request " + id + "; somebody else must confirm it");
            }
            act(request).carryOut(request, actor);
            return book.end(request, Request.State.CONFIRMED, actor, null);
        });
    }

    /**
     * It is not done. Who asked for it may take it back in the same way.
     *
     * @throws ActRefused OPS-006 if it does not wait (any more), OPS-004 if there is none
     */
    public Request refuse(long id, String actor, String reason) {
        return decide(id, request -> {
            Request ended = book.end(request, Request.State.REFUSED, actor, reason);
            act(ended).given(ended, actor);
            return ended;
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(Task task) {
        ideas.transactions().executeWithoutResult(status -> {
            Request request = store.lock(Long.parseLong(task.ref())).orElseThrow();
            if (request.state() == Request.State.WAITING && ideas.now().isBefore(request.expiresAt())) {
                ideas.tasks().reschedule(task, request.expiresAt(), task.closeAt());
                return;
            }
            if (request.state() == Request.State.WAITING) {
                Request ended = book.end(request, Request.State.EXPIRED, EventLog.MACHINE, "nobody answered in time");
                act(ended).given(ended, EventLog.MACHINE);
            }
            ideas.tasks().done(task);
        });
    }

    private Request decide(long id, Function<Request, Request> decision) {
        return Objects.requireNonNull(ideas.transactions().execute(status -> {
            Request request =
                    store.lock(id).orElseThrow(() -> new ActRefused(ProblemCode.OPS_004, "there is no request " + id));
            boolean expired = !ideas.now().isBefore(request.expiresAt());
            if (request.state() != Request.State.WAITING || expired) {
                throw new ActRefused(
                        ProblemCode.OPS_006,
                        "request " + id + " is " + (expired && request.decision() == null ? "EXPIRED" : request.state())
                                + " and cannot be decided; ask anew");
            }
            return decision.apply(request);
        }));
    }

    private RequestedAct act(Request request) {
        return Objects.requireNonNull(acts.get(request.kind()), () -> "nobody can do " + request.kind());
    }
}
