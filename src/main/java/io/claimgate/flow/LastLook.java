package io.claimgate.flow;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What a channel asks when all is ready for the first byte of a call to leave this process. */
@FunctionalInterface
public interface LastLook {

    /** For a call that nobody else would make, and that nothing stops. */
    LastLook NONE = Optional::empty;

    /** Why nothing may leave now after all; empty where it may. */
    Optional<String> refusal();

    /**
     * Nothing leaves while outgoing is paused, nor from a process that may have lost its task.
     *
     * @param paused asks the database
     */
    static LastLook of(Tasks tasks, Task task, BooleanSupplier paused) {
        return () -> {
            if (paused.getAsBoolean()) {
                return Optional.of("outgoing was paused in the last moment");
            }
            // The machine's own clocks last: between them and the first byte nobody is waited for.
            return tasks.stillOurs(task) && tasks.leaseRuns(task)
                    ? Optional.empty()
                    : Optional.of(
                            "the lease on task " + task.kind() + " " + task.ref() + " ended before the first byte");
        };
    }
}
