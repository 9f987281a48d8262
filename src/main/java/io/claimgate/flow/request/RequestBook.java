package io.claimgate.flow.request;

import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens and ends requests, with their events, their alert and their expiry. In the caller's transaction. */
public final class RequestBook {

    private final Requests store;
    private final Ideas ideas;
    private final Duration lifetime;

    public RequestBook(Requests store, Ideas ideas, Duration lifetime) {
        this.store = store;
        this.ideas = ideas;
        this.lifetime = lifetime;
    }

    /**
     * What is asked for.
     *
     * @param what in one sentence, for the second person
     */
    public record Asking(
            RequestKind kind,
            String subject,
            String creditor,
            Map<String, String> details,
            String what,
            String reason) {}

    /**
     * Makes it wait for a second person.
     *
     * @throws ActRefused OPS-005 without a reason, OPS-006 if the same waits already
     */
    public Request ask(Asking asking, String actor) {
        if (asking.reason().isBlank()) {
            throw new ActRefused(
                    ProblemCode.OPS_005, "reason: say why; the second person decides by it, and it is recorded");
        }
        store.waiting(asking.kind(), asking.subject()).ifPresent(same -> {
            throw new ActRefused(
                    ProblemCode.OPS_006,
                    asking.kind().title() + " for " + asking.subject() + " waits already: " + same.askedBy()
                            + " asked for it as request " + same.id() + "; confirm or refuse that one");
        });
        Instant now = ideas.now();
        Request request = store.insert(new Request(
                0,
                asking.kind(),
                asking.subject(),
                asking.creditor(),
                asking.details(),
                asking.what(),
                asking.reason(),
                actor,
                now,
                now.plus(lifetime),
                Request.State.WAITING,
                null));
        record(request, "asked", actor, Map.of("expiresAt", request.expiresAt()));
        ideas.alerts()
                .raise(
                        ProblemCode.CLM_033,
                        Severity.WARNING,
                        request.stream(),
                        "",
                        request.creditor(),
                        ProblemCode.CLM_033.code() + " " + actor + " asks: " + request.what() + ". "
                                + ProblemCode.CLM_033.mend() + " It expires " + request.expiresAt() + ".");
        ideas.tasks()
                .arm(
                        SecondPerson.KIND,
                        Long.toString(request.id()),
                        request.creditor(),
                        request.expiresAt(),
                        Tasks.NEVER);
        return request;
    }

    /** The one that waits. */
    public Optional<Request> waiting(RequestKind kind, String subject) {
        return store.waiting(kind, subject);
    }

    /** The thing went another way: nobody has to decide any more. */
    public void pointless(RequestKind kind, String subject, String actor, String why) {
        store.waiting(kind, subject).ifPresent(open -> end(open, Request.State.POINTLESS, actor, why));
    }

    /** A second person did by himself what the request asks for. */
    public void confirmed(RequestKind kind, String subject, String actor) {
        store.waiting(kind, subject).ifPresent(open -> end(open, Request.State.CONFIRMED, actor, null));
    }

    Request end(Request open, Request.State state, String actor, @Nullable String why) {
        Request ended = open.ended(state, new Request.Decision(actor, ideas.now(), why));
        store.end(ended);
        record(
                ended,
                state.name().toLowerCase(java.util.Locale.ROOT),
                actor,
                why == null ? Map.of() : Map.of("why", why));
        ideas.alerts().clear(ProblemCode.CLM_033, ended.stream(), actor);
        // Its end has no more to do.
        ideas.tasks().arm(SecondPerson.KIND, Long.toString(ended.id()), ended.creditor(), ideas.now(), Tasks.NEVER);
        return ended;
    }

    private void record(Request request, String what, String actor, Map<String, ?> more) {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("kind", request.kind().name());
        payload.put("subject", request.subject());
        payload.put("what", request.what());
        payload.put("reason", request.reason());
        payload.put("askedBy", request.askedBy());
        ideas.events().record(request.stream(), "request." + what, actor, request.creditor(), payload);
    }
}
