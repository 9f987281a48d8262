package io.claimgate.store;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.utc;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Takes what is due: marks the few whose day has come, then chooses among the marked by their close. Both walk an index of their own, so that
 * the millions that only wait cost nothing.
 */
final class TaskTaking {

    private static final int MARKED_AT_ONCE = 1000;
    private static final String COLUMNS =
            "id, kind, ref, creditor, due_at, close_at, attempts, unexpected, owner, fence";
    private static final String NOT_HELD = "(hold_until is null or hold_until <= :system)";

    private final NamedParameterJdbcTemplate sql;
    private final BusinessClock clock;
    private final Clock systemClock;
    private final Dialect dialect;
    private final Duration lease;

    TaskTaking(
            NamedParameterJdbcTemplate sql, BusinessClock clock, Clock systemClock, Dialect dialect, Duration lease) {
        this.sql = sql;
        this.clock = clock;
        this.systemClock = systemClock;
        this.dialect = dialect;
        this.lease = lease;
    }

    /** In the order of their close, then of their day. Joins the caller's transaction. */
    List<Task> take(String owner, Collection<String> kinds, int most) {
        Map<String, Object> values = new java.util.HashMap<>();
        values.put("now", utc(clock.now()));
        values.put("system", utc(systemClock.instant()));
        values.put("kinds", kinds);
        values.put("most", most);
        values.put("owner", owner);
        markDue(values);
        return dialect == Dialect.POSTGRESQL ? takeAtOnce(values) : takeStepwise(values);
    }

    /** In one statement, which on PostgreSQL gives back what it changed, in no order. */
    private List<Task> takeAtOnce(Map<String, Object> values) {
        List<Task> taken = new ArrayList<>(sql.query(
                "update task set " + running() + " where id in (" + candidates() + ") returning " + COLUMNS,
                values,
                (row, number) -> task(row)));
        taken.sort(
                Comparator.comparing(Task::closeAt).thenComparing(Task::dueAt).thenComparing(Task::id));
        return taken;
    }

    private List<Task> takeStepwise(Map<String, Object> values) {
        List<Long> candidates = sql.queryForList(candidates(), values, Long.class);
        if (candidates.isEmpty()) {
            return List.of();
        }
        values.put("ids", candidates);
        int got = sql.update("update task set " + running() + " where id in (:ids) and state = 'READY'", values);
        if (got == 0) {
            return List.of();
        }
        return sql.query(
                "select " + COLUMNS
                        + " from task where id in (:ids) and state = 'RUNNING' and owner = :owner order by close_at, due_at, id",
                values,
                (row, number) -> task(row));
    }

    private String candidates() {
        return "select id from task where state = 'READY' and is_due and due_at <= :now and kind in (:kinds) and "
                + NOT_HELD + " order by close_at, due_at, id fetch first :most rows only" + dialect.skipLocked();
    }

    private String running() {
        return "state = 'RUNNING', owner = :owner, fence = fence + 1, since = :now, call_seconds = 0, lease_until = "
                + Times.databaseTimeIn(lease);
    }

    /** All of them, before any is chosen: the one that closes first may be the last that came due. */
    private void markDue(Map<String, Object> values) {
        List<Long> due;
        do {
            due = sql.queryForList(
                    "select id from task where state = 'READY' and not is_due and due_at <= :now and " + NOT_HELD
                            + " order by due_at fetch first " + MARKED_AT_ONCE + " rows only" + dialect.skipLocked(),
                    values,
                    Long.class);
            if (!due.isEmpty()) {
                sql.update(
                        "update task set is_due = true where id in (:due) and state = 'READY' and due_at <= :now",
                        Map.of("due", due, "now", values.get("now")));
            }
        } while (due.size() == MARKED_AT_ONCE);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("ref"),
                row.getString("creditor"),
                instant(row, "due_at"),
                instant(row, "close_at"),
                row.getInt("attempts"),
                row.getInt("unexpected"),
                row.getString("owner"),
                row.getLong("fence"));
    }
}
