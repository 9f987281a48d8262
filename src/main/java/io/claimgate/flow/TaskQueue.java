package io.claimgate.flow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The task table as the runner sees it: who may do what, until when. Every call is a transaction of its own. */
public interface TaskQueue {

    /** Takes up to {@code most} due tasks of these kinds for {@code owner}, what closes first first, then what is due first. */
    List<Task> take(String owner, Collection<String> kinds, int most);

    /** Prolongs the leases of held tasks. */
    void renew(String owner, Collection<Long> ids);

    /**
     * Puts a failed task back, to be run again at {@code dueAt}. Nothing happens if it is no longer ours.
     *
     * @param unexpected whether nobody expected such a failure: after some of them a task is parked
     */
    void retry(Task task, Instant dueAt, String error, boolean unexpected);

    /** Parks a failed task. Nothing happens if it is no longer ours. */
    void parkFailed(Task task, String reason, String error);

    /** Gives a task back as it was, for whoever comes first; not one whose call may be under way: that one's lease has to end. */
    void release(Task task);

    /** Nothing of the task runs in this process any more. */
    void ended(Task task);

    /** Gives back a task unstarted, not to be taken before {@code holdUntil} of system time. */
    void putOff(Task task, Instant holdUntil);

    /** Makes ready again what is held by processes that gave no sign of life for too long; how many tasks. */
    int reclaim(String owner);
}
