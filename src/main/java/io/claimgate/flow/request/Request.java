package io.claimgate.flow.request;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param subject what it is about, like a stream: {@code claim/<key>}, {@code receivable/<id>}, {@code guard/<id>}
 * @param details what the act needs to know
 * @param what in one sentence, for the second person
 * @param expiresAt business time
 * @param decision null while it waits
 */
public record Request(
        long id,
        RequestKind kind,
        String subject,
        String creditor,
        Map<String, String> details,
        String what,
        String reason,
        String askedBy,
        Instant askedAt,
        Instant expiresAt,
        State state,
        @Nullable Decision decision) {

    public Request {
        details = Map.copyOf(details);
    }

    public enum State {
        WAITING,
        CONFIRMED,
        /** By a second person, or taken back by the first. */
        REFUSED,
        EXPIRED,
        /** The thing went another way meanwhile. */
        POINTLESS
    }

    /** Who ended it, when and why. */
    public record Decision(String by, Instant at, @Nullable String reason) {}

    /** How events name it. */
    public String stream() {
        return "request/" + id;
    }

    /** The subject's own name, without its sort. */
    public String of() {
        return subject.substring(subject.indexOf('/') + 1);
    }

    /** Of the details. */
    public String detail(String name) {
        String value = details.get(name);
        if (value == null) {
            throw new IllegalStateException("request " + id + " of kind " + kind + " has no " + name);
        }
        return value;
    }

    Request ended(State next, Decision by) {
        return new Request(id, kind, subject, creditor, details, what, reason, askedBy, askedAt, expiresAt, next, by);
    }
}
