package io.claimgate.operations.acts;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Tasks;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.TaskFilter;
import io.claimgate.operations.reading.TaskList;
import io.claimgate.operations.reading.TaskRow;
import io.claimgate.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes parked work up again: due now, as if it had never failed. */
@Service
public class DeadLetters {

    private final TaskList list;
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final Alerts alerts;
    private final EventLog events;
    private final BusinessClock clock;
    private final TransactionOperations transaction;

    DeadLetters(
            TaskList list,
            JdbcClient jdbc,
            Tasks tasks,
            Alerts alerts,
            EventLog events,
            BusinessClock clock,
            TransactionOperations transaction) {
        this.list = list;
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.alerts = alerts;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Replays one; throws {@link io.claimgate.operations.ApiProblem} 404 if it is none (any more). */
    public TaskRow replay(Caller caller, long id) {
        TaskRow letter = list.deadLetter(caller.creditors(), id);
        transaction.executeWithoutResult(status -> replay(letter, caller.name()));
        return letter;
    }

    /** Replays all that the filter finds, each for itself; how many it found. With {@code dryRun} nothing happens. */
    public int replayAll(Caller caller, TaskFilter filter, boolean dryRun) {
        List<Long> ids = list.ids(caller.creditors(), filter.deadLetters());
        if (!dryRun) {
            ids.forEach(id -> replay(caller, id));
        }
        return ids.size();
    }

    private void replay(TaskRow letter, String actor) {
        boolean parked = jdbc.sql("select id from task where id = ? and state = 'PARKED' for update")
                .param(letter.id())
                .query(Long.class)
                .optional()
                .isPresent();
        if (!parked) {
            return; // somebody else was faster
        }
        String subject = "task/" + letter.kind() + "/" + letter.ref();
        // Before the arming, which clears what is still open as the machine.
        alerts.clear(ProblemCode.OPS_007, subject, actor);
        tasks.arm(letter.kind(), letter.ref(), letter.creditor(), clock.now(), letter.closeAt());
        events.record(
                subject,
                "task.replayed",
                actor,
                letter.creditor(),
                Map.of("attempts", letter.attempts(), "reason", String.valueOf(letter.parkedReason())));
    }
}
