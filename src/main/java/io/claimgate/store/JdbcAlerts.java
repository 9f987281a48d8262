package io.claimgate.store;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.problem.ProblemCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The alert table; at most one open row per code, subject and step. */
public final class JdbcAlerts implements Alerts {

    private static final int LONGEST = 2000;

    private final JdbcClient sql;
    private final EventLog events;
    private final BusinessClock clock;

    public JdbcAlerts(JdbcClient sql, EventLog events, BusinessClock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean raise(
            ProblemCode code, Severity severity, String subject, String step, String creditor, String message) {
        String openKey = code.code() + "|" + subject + "|" + step;
        String text = message.length() <= LONGEST ? message : message.substring(0, LONGEST);
        int inserted = sql.sql("""
                        insert into alert (code, severity, subject, creditor, message, raised_at, open_key)
                        select :code, :severity, :subject, :creditor, :message, :now, :key
                        where not exists (select 1 from alert where open_key = :key)""")
                .param("code", code.code())
                .param("severity", severity.name())
                .param("subject", subject)
                .param("creditor", creditor)
                .param("message", text)
                .param("now", utc(clock.now()))
                .param("key", openKey)
                .update();
        if (inserted == 1) {
            events.record(
                    "alert/" + openKey,
                    "alert.raised",
                    EventLog.MACHINE,
                    creditor,
                    Map.of(
                            "code",
                            code.code(),
                            "severity",
                            severity.name(),
                            "subject",
                            subject,
                            "step",
                            step,
                            "message",
                            text));
        }
        return inserted == 1;
    }

    @Override
    public void clear(ProblemCode code, String subject, String actor) {
        retain(code, subject, Set.of(), actor);
    }

    @Override
    public void clearAll(Collection<ProblemCode> codes, String subject, String actor) {
        List<String> open = sql.sql("select distinct code from alert where subject = ? and cleared_at is null")
                .param(subject)
                .query(String.class)
                .list();
        codes.stream().filter(code -> open.contains(code.code())).forEach(code -> clear(code, subject, actor));
    }

    @Override
    public void retain(ProblemCode code, String subject, Set<String> steps, String actor) {
        record Open(long id, String openKey, String creditor) {}
        List<Open> open = sql.sql(
                        "select id, open_key, creditor from alert where code = ? and subject = ? and cleared_at is null")
                .params(code.code(), subject)
                .query((row, n) -> new Open(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
        for (Open alert : open) {
            if (!steps.contains(alert.openKey().substring(alert.openKey().lastIndexOf('|') + 1))) {
                clear(code, subject, actor, alert.id(), alert.openKey(), alert.creditor());
            }
        }
    }

    private void clear(ProblemCode code, String subject, String actor, long id, String openKey, String creditor) {
        int cleared = sql.sql(
                        "update alert set cleared_at = :now, cleared_by = :actor, open_key = null where id = :id and cleared_at is null")
                .param("now", utc(clock.now()))
                .param("actor", actor)
                .param("id", id)
                .update();
        if (cleared == 1) {
            events.record(
                    "alert/" + openKey,
                    "alert.cleared",
                    actor,
                    creditor,
                    Map.of("code", code.code(), "subject", subject));
        }
    }
}
