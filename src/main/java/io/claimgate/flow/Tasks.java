package io.claimgate.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** What must still happen. All calls join the caller's transaction. */
public interface Tasks {

    /** For work that no date closes. */
    Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Makes sure that the work happens: creates the task, or brings an existing one forward to {@code dueAt} if it was later (its close
     * becomes {@code closeAt}). One that is running now runs once more afterwards. A parked one is taken up again.
     */
    void arm(String kind, String ref, String creditor, Instant dueAt, Instant closeAt);

    /** {@link #arm} for many of one kind, creditor and time, in few statements. */
    void armAll(String kind, Collection<String> refs, String creditor, Instant dueAt, Instant closeAt);

    /** Ends a held task. Throws {@link LeaseLost} if it is no longer ours; then nothing of the transaction may stand. */
    void done(Task task);

    /** Ends this run of a held task and plans the next; resets the attempts. Throws {@link LeaseLost} as {@link #done} does. */
    void reschedule(Task task, Instant dueAt, Instant closeAt);

    /** As {@link #reschedule}, and in system time not before {@code holdUntil} either, however the business clock is moved. */
    void rescheduleHeld(Task task, Instant dueAt, Instant closeAt, Instant holdUntil);

    /** Stops automatic work on a held task: a dead letter for a person, with its reason. */
    void park(Task task, String reason);

    /**
     * The last word of a transaction that ends neither the task nor its run: nothing of it may stand unless the task is ours. The task stays
     * ours until the transaction ends. Throws {@link LeaseLost}.
     */
    void confirm(Task task);

    /**
     * Before bytes may leave, in the transaction that records it: should this process fall silent, a successor takes over only so long after
     * the lease's end. Throws {@link LeaseLost} unless the task is ours and its lease runs.
     *
     * @param longest how long the call can take, and the partner after it
     */
    void callBegins(Task task, Duration longest);

    /** Whether the task is still ours by the database, and by both clocks of this machine. */
    boolean stillOurs(Task task);

    /**
     * Whether its lease runs by both clocks of this machine, the one that counts and the one that tells the time; asks nobody, so that it can
     * be asked immediately before the first byte.
     */
    boolean leaseRuns(Task task);

    /** The task was taken over by somebody else. */
    final class LeaseLost extends RuntimeException {
        public LeaseLost(Task task) {
            super("lease lost on task " + task.kind() + " " + task.ref() + " (fence " + task.fence() + ")");
        }
    }
}
