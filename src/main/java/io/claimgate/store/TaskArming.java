package io.claimgate.store;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.problem.ProblemCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Creates tasks or brings them forward. Joins the caller's transaction, which goes on whoever else arms the same ones at this moment. */
final class TaskArming {

    private static final int MOST_LOOKS = 5;

    private final NamedParameterJdbcTemplate sql;
    private final BusinessClock clock;
    private final Dialect dialect;
    private final Alerts alerts;

    TaskArming(NamedParameterJdbcTemplate sql, BusinessClock clock, Dialect dialect, Alerts alerts) {
        this.sql = sql;
        this.clock = clock;
        this.dialect = dialect;
        this.alerts = alerts;
    }

    /** @param refs sorted, so that two that arm the same tasks lock them in the same order */
    void arm(String kind, List<String> refs, String creditor, Instant dueAt, Instant closeAt) {
        Instant now = clock.now();
        Map<String, Object> values = Map.of(
                "kind",
                kind,
                "creditor",
                creditor,
                "due",
                utc(dueAt),
                "close",
                utc(closeAt),
                "now",
                utc(now),
                "isDue",
                !dueAt.isAfter(now));
        List<String> left = refs;
        for (int looks = 0; !left.isEmpty(); looks++) {
            if (looks == MOST_LOOKS) {
                // Somebody holds the row and does not end: perhaps because it waits for us.
                throw new CannotAcquireLockException(
                        "tasks " + values.get("kind") + " " + left + " are held by another transaction");
            }
            left = armOrInsert(left, values);
        }
    }

    /** Those that a rival has inserted meanwhile: they are there now, to be brought forward. */
    private List<String> armOrInsert(List<String> refs, Map<String, Object> common) {
        Map<String, Object> values = new HashMap<>(common);
        values.put("refs", refs);
        sql.queryForList(
                        "select ref from task where kind = :kind and ref in (:refs) and state = 'PARKED'",
                        values,
                        String.class)
                .forEach(ref ->
                        alerts.clear(ProblemCode.OPS_007, "task/" + values.get("kind") + "/" + ref, EventLog.MACHINE));
        sql.update("""
                update task set
                  due_at = case when state = 'RUNNING' then due_at when state = 'PARKED' then :due when due_at < :due then due_at else :due end,
                  close_at = :close,
                  is_due = case when state = 'PARKED' then false else is_due end,
                  again_due_at = case when state = 'RUNNING' and (not again or again_due_at > :due) then :due else again_due_at end,
                  again = (again or state = 'RUNNING'),
                  since = case when state = 'PARKED' then :now else since end,
                  attempts = case when state = 'PARKED' then 0 else attempts end,
                  unexpected = case when state = 'PARKED' then 0 else unexpected end,
                  parked_reason = case when state = 'PARKED' then null else parked_reason end,
                  state = case when state = 'PARKED' then 'READY' else state end
                where kind = :kind and ref in (:refs)""", values);
        Set<String> known = Set.copyOf(
                sql.queryForList("select ref from task where kind = :kind and ref in (:refs)", values, String.class));
        List<String> fresh = refs.stream().filter(ref -> !known.contains(ref)).toList();
        return fresh.isEmpty() ? fresh : notInserted(fresh, common);
    }

    private List<String> notInserted(List<String> refs, Map<String, Object> common) {
        String insert =
                "insert into task (kind, ref, creditor, due_at, close_at, is_due, since) values (:kind, :ref, :creditor, :due, :close, :isDue, :now)"
                        + dialect.unlessThere();
        MapSqlParameterSource[] rows = refs.stream()
                .map(ref -> new MapSqlParameterSource(common).addValue("ref", ref))
                .toArray(MapSqlParameterSource[]::new);
        int[] counts = dialect == Dialect.POSTGRESQL ? sql.batchUpdate(insert, rows) : oneByOne(insert, rows);
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] == 0)
                .mapToObj(refs::get)
                .toList();
    }

    /**
     * H2 undoes a statement that a rival's row refuses, and nothing else of the transaction: the row is there, or its end is committed in
     * this very moment ("Concurrent update"). Either way the next look finds what holds.
     */
    private int[] oneByOne(String insert, MapSqlParameterSource[] rows) {
        return Arrays.stream(rows)
                .mapToInt(row -> {
                    try {
                        return sql.update(insert, row);
                    } catch (DuplicateKeyException | TransientDataAccessException e) {
                        return 0;
                    }
                })
                .toArray();
    }
}
