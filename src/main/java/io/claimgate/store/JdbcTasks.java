package io.claimgate.store;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskQueue;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.WorkLeft;
import io.claimgate.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The task table. Leases are judged by database time, due and close by business time, holds by system time. */
public final class JdbcTasks implements Tasks, TaskQueue, WorkLeft {

    private static final int CHUNK = 500;
    private static final int LONGEST_ERROR = 2000;
    private static final int LONGEST_REASON = 1000;
    /** Database time at which a successor may take over: the lease, and whatever call may be under way, are over. */
    private static final String FREE_AT = "lease_until + call_seconds * interval '1' second";

    private static final String OURS = " where id = :id and state = 'RUNNING' and owner = :owner and fence = :fence";

    private final NamedParameterJdbcTemplate sql;
    private final TransactionOperations transactions;
    private final BusinessClock clock;
    private final Dialect dialect;
    private final Alerts alerts;
    private final Duration lease;
    private final HeldTasks holds;
    private final TaskTaking taking;
    private final TaskArming arming;
    private final List<Runnable> armedListeners = new CopyOnWriteArrayList<>();

    public JdbcTasks(
            NamedParameterJdbcTemplate sql,
            TransactionOperations transactions,
            BusinessClock clock,
            Clock systemClock,
            Dialect dialect,
            Alerts alerts,
            Duration lease) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.dialect = dialect;
        this.alerts = alerts;
        this.lease = lease;
        this.holds = new HeldTasks(systemClock, System::nanoTime, lease);
        this.taking = new TaskTaking(sql, clock, systemClock, dialect, lease);
        this.arming = new TaskArming(sql, clock, dialect, alerts);
    }

    /** Called after a commit that armed something. */
    public void onArmed(Runnable listener) {
        armedListeners.add(listener);
    }

    @Override
    public void arm(String kind, String ref, String creditor, Instant dueAt, Instant closeAt) {
        armAll(kind, List.of(ref), creditor, dueAt, closeAt);
    }

    @Override
    public void armAll(String kind, Collection<String> refs, String creditor, Instant dueAt, Instant closeAt) {
        // Sorted: two writers that arm the same tasks lock them in the same order.
        List<String> sorted = new ArrayList<>(new TreeSet<>(refs));
        for (int from = 0; from < sorted.size(); from += CHUNK) {
            arming.arm(kind, sorted.subList(from, Math.min(from + CHUNK, sorted.size())), creditor, dueAt, closeAt);
        }
        AfterCommit.run(() -> armedListeners.forEach(Runnable::run));
    }

    @Override
    public void done(Task task) {
        Map<String, Object> held = held(task);
        // The removal asks for the mark itself: it waits for a transaction that is arming the task, and then sees what
        // that one has set.
        if (sql.update("delete from task" + OURS + " and not again", held) == 1) {
            return;
        }
        int rearmed = sql.update(
                "update task set state = 'READY', is_due = false, due_at = again_due_at, again = false, again_due_at = null, owner = null, lease_until = null,"
                        + " attempts = 0, unexpected = 0, last_error = null, hold_until = null, since = :now" + OURS
                        + " and again",
                held);
        if (rearmed == 0) {
            throw new LeaseLost(task);
        }
        AfterCommit.run(() -> armedListeners.forEach(Runnable::run));
    }

    @Override
    public void reschedule(Task task, Instant dueAt, Instant closeAt) {
        rescheduleHeld(task, dueAt, closeAt, Instant.EPOCH);
    }

    @Override
    public void rescheduleHeld(Task task, Instant dueAt, Instant closeAt, Instant holdUntil) {
        Map<String, Object> held = held(task);
        held.put("due", utc(dueAt));
        held.put("close", utc(closeAt));
        held.put("hold", utc(holdUntil));
        int updated = sql.update(
                "update task set state = 'READY', is_due = false, due_at = case when again and again_due_at < :due then again_due_at else :due end,"
                        + " close_at = case when again then close_at else :close end, again = false, again_due_at = null, owner = null, lease_until = null,"
                        + " attempts = 0, unexpected = 0, last_error = null, hold_until = :hold, since = :now" + OURS,
                held);
        if (updated == 0) {
            throw new LeaseLost(task);
        }
        AfterCommit.run(() -> armedListeners.forEach(Runnable::run));
    }

    @Override
    public void park(Task task, String reason) {
        if (parkRow(task, reason, reason) == 0) {
            throw new LeaseLost(task);
        }
    }

    @Override
    public void confirm(Task task) {
        if (sql.queryForList("select id from task" + OURS + " for update", held(task), Long.class)
                .isEmpty()) {
            throw new LeaseLost(task);
        }
    }

    @Override
    public void callBegins(Task task, Duration longest) {
        Map<String, Object> held = held(task);
        held.put("seconds", longest.plusMillis(999).toSeconds());
        int marked = sql.update(
                "update task set call_seconds = :seconds" + OURS + " and lease_until > current_timestamp", held);
        if (marked == 0 || !leaseRuns(task)) {
            throw new LeaseLost(task);
        }
    }

    @Override
    public boolean leaseRuns(Task task) {
        return holds.runs(task);
    }

    @Override
    public boolean stillOurs(Task task) {
        if (!leaseRuns(task)) {
            return false;
        }
        Integer found = sql.queryForObject(
                "select count(*) from task" + OURS + " and lease_until > current_timestamp", held(task), Integer.class);
        return found != null && found == 1;
    }

    @Override
    public List<Task> take(String owner, Collection<String> kinds, int most) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        HeldTasks.Ends ends = holds.ends();
        List<Task> taken = transactions.execute(status -> taking.take(owner, kinds, most));
        if (taken == null) {
            return List.of();
        }
        holds.taken(taken, ends);
        return taken;
    }

    @Override
    public void renew(String owner, Collection<Long> ids) {
        HeldTasks.Ends ends = holds.ends();
        Map<String, Object> values = Map.of("ids", ids, "owner", owner);
        String ours = " where id in (:ids) and owner = :owner and state = 'RUNNING'";
        List<Long> renewed = transactions.execute(status -> {
            // Who was taken over while this process stood still renews nothing, neither there nor here.
            sql.update("update task set lease_until = " + Times.databaseTimeIn(lease) + ours, values);
            return sql.queryForList("select id from task" + ours, values, Long.class);
        });
        holds.renewed(renewed == null ? List.of() : renewed, ends);
    }

    @Override
    public void retry(Task task, Instant dueAt, String error, boolean unexpected) {
        Map<String, Object> held = held(task);
        held.put("due", utc(dueAt));
        held.put("error", shortened(error, LONGEST_ERROR));
        held.put("unexpected", unexpected ? 1 : 0);
        sql.update(
                "update task set state = 'READY', is_due = false, due_at = :due, attempts = attempts + 1, unexpected = unexpected + :unexpected, last_error = :error, again = false, again_due_at = null,"
                        + " owner = null, lease_until = null, since = :now" + OURS,
                held);
    }

    @Override
    public void parkFailed(Task task, String reason, String error) {
        transactions.executeWithoutResult(status -> parkRow(task, reason, error));
    }

    private int parkRow(Task task, String reason, String error) {
        Map<String, Object> held = held(task);
        held.put("reason", shortened(reason, LONGEST_REASON));
        held.put("error", shortened(error, LONGEST_ERROR));
        int parked = sql.update(
                "update task set state = 'PARKED', parked_reason = :reason, last_error = :error, attempts = attempts + 1, again = false,"
                        + " again_due_at = null, owner = null, lease_until = null, since = :now" + OURS,
                held);
        if (parked == 1) {
            alerts.raise(
                    ProblemCode.OPS_007,
                    Alerts.Severity.CRITICAL,
                    "task/" + task.kind() + "/" + task.ref(),
                    "",
                    task.creditor(),
                    ProblemCode.OPS_007.code() + " " + task.kind() + " " + task.ref() + ": " + reason);
        }
        return parked;
    }

    @Override
    public void release(Task task) {
        int back = sql.update(
                "update task set state = 'READY', owner = null, lease_until = null" + OURS + " and call_seconds = 0",
                held(task));
        if (back == 1) {
            armedListeners.forEach(Runnable::run);
        }
    }

    @Override
    public void ended(Task task) {
        holds.ended(task);
    }

    @Override
    public void putOff(Task task, Instant holdUntil) {
        Map<String, Object> held = held(task);
        held.put("hold", utc(holdUntil));
        sql.update(
                "update task set state = 'READY', owner = null, lease_until = null, hold_until = :hold" + OURS, held);
    }

    @Override
    public int reclaim(String owner) {
        // In an exclusive database every other owner is a dead incarnation of ourselves.
        String silent = FREE_AT + " < current_timestamp";
        String dead = dialect.exclusive() ? "(owner <> :owner or " + silent + ")" : silent;
        return sql.update(
                "update task set state = 'READY', owner = null, lease_until = null, since = :now where state = 'RUNNING' and "
                        + dead,
                Map.of("owner", owner, "now", utc(clock.now())));
    }

    @Override
    public List<String> openNow(Instant now) {
        return sql.queryForList(
                "select concat(kind, ' ', ref, coalesce(concat(': ', last_error), '')) from task where state = 'RUNNING' or (state = 'READY' and is_due)"
                        + " or (state = 'READY' and not is_due and due_at <= :now)"
                        + " order by close_at, due_at fetch first 20 rows only",
                Map.of("now", utc(now)),
                String.class);
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return Optional.ofNullable(sql.queryForObject(
                        "select min(due_at) from task where state = 'READY' and not is_due and due_at > :now",
                        Map.of("now", utc(now)),
                        OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private Map<String, Object> held(Task task) {
        Map<String, Object> values = new java.util.HashMap<>();
        values.put("id", task.id());
        values.put("owner", task.owner());
        values.put("fence", task.fence());
        values.put("now", utc(clock.now()));
        return values;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
