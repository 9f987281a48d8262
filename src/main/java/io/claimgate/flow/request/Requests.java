package io.claimgate.flow.request;

import java.util.Optional;

/** Table act_request. All calls join the caller's transaction. */
public interface Requests {

    /** Keeps a new one; its id is given. Fails on the key if the same waits already. */
    Request insert(Request fresh);

    /** Locks it. */
    Optional<Request> lock(long id);

    Optional<Request> waiting(RequestKind kind, String subject);

    void end(Request ended);
}
