package io.claimgate.flow.settlement;

import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import java.util.List;

/** Has the lists of all insurers read now. A timer of system time calls it; the work itself is a task. */
public final class ResultPolls {

    /** The task that reads an insurer's list; its ref is the insurer. */
    public static final String POLL = TaskKinds.LISTED_RESULTS;

    private final ResultLists lists;
    private final ReceivedResults results;
    private final Voices voices;
    private final Ideas ideas;

    public ResultPolls(ResultLists lists, ReceivedResults results, Voices voices, Ideas ideas) {
        this.lists = lists;
        this.results = results;
        this.voices = voices;
        this.ideas = ideas;
    }

    /** How many lists will be read: an insurer with whom we have no claim is left in peace. */
    public int wake() {
        List<String> asked = lists.insurers().stream()
                .filter(insurer -> results.expected(voices.of(insurer)))
                .toList();
        for (String insurer : asked) {
            ideas.transactions()
                    .executeWithoutResult(status -> ideas.tasks().arm(POLL, insurer, "*", ideas.now(), Tasks.NEVER));
        }
        return asked.size();
    }
}
