package io.claimgate.flow;

import java.util.Optional;

/**
 * Does one kind of work. A handler works in transactions of its own and, in the last of them, calls {@link Tasks#done} or
 * {@link Tasks#reschedule}: work and end of the task commit together. It is idempotent by business key, because a task whose process died
 * is run again. A {@link io.claimgate.exchange.PartnerFailure.Transient} or an unexpected exception is retried by the runner, a
 * {@link io.claimgate.exchange.PartnerFailure.Permanent} parks the task for a person.
 */
public interface TaskHandler {

    /** The kind of task that it does, in kebab case. */
    String kind();

    /** Whom outside it may call for this task; empty: nobody. Only so many tasks call the same one at once. */
    default Optional<String> partner(Task task) {
        return Optional.empty();
    }

    /** Does it. One external effect at most. */
    void handle(Task task);
}
