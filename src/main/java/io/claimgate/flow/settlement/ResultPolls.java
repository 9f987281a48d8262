package io.claimgate.flow.settlement;

import io.claimgate.flow.Ideas;
import io.claimgate.flow.Tasks;
import java.util.Collection;

/** Has the lists of all insurers read now. A timer of system time calls it; the work itself is a task. */
public final class ResultPolls {

    /** The task that reads an insurer's list; its ref is the insurer. */
    public static final String POLL = "insurer-results";

    private final ResultLists lists;
    private final Ideas ideas;

    public ResultPolls(ResultLists lists, Ideas ideas) {
        this.lists = lists;
        this.ideas = ideas;
    }

    /** How many lists will be read. */
    public int wake() {
        Collection<String> insurers = lists.insurers();
        for (String insurer : insurers) {
            ideas.transactions()
                    .executeWithoutResult(status -> ideas.tasks().arm(POLL, insurer, "*", ideas.now(), Tasks.NEVER));
        }
        return insurers.size();
    }
}
