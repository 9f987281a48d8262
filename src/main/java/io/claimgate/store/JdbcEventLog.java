package io.claimgate.store;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Outbox;
import io.claimgate.flow.audit.AuditEvent;
import io.claimgate.flow.audit.EventStamp;
import io.claimgate.flow.audit.Payload;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The event table and the payloads beside it. The event row holds a salted commitment only, so a payload can be erased later. */
public final class JdbcEventLog implements EventLog, Outbox {

    private static final String TYPE_PREFIX = "io.claimgate.";
    /** Of the shape of payloads. */
    private static final int VERSION = 1;

    private final JdbcClient sql;
    private final BusinessClock clock;
    private final Clock systemClock;
    private final ObjectMapper json;
    private final EventStamp stamp;
    private final SecureRandom random = new SecureRandom();
    private final List<Runnable> recordedListeners = new CopyOnWriteArrayList<>();

    /** @param stamp vouches for what this gateway records: nothing else is sealed */
    public JdbcEventLog(JdbcClient sql, BusinessClock clock, Clock systemClock, ObjectMapper json, EventStamp stamp) {
        this.sql = sql;
        this.clock = clock;
        this.systemClock = systemClock;
        this.json = json;
        this.stamp = stamp;
    }

    /** Called after a commit that recorded something. */
    public void onRecorded(Runnable listener) {
        recordedListeners.add(listener);
    }

    @Override
    public void record(String stream, String type, String actor, String creditor, Map<String, ?> payload) {
        Payload kept = new Payload(salt(), write(payload));
        long sequence = sql.sql("select coalesce(max(seq), 0) + 1 from event where stream = ?")
                .param(stream)
                .query(Long.class)
                .single();
        AuditEvent event = new AuditEvent(
                0,
                stream,
                sequence,
                clock.now(),
                systemClock.instant().truncatedTo(ChronoUnit.MICROS),
                actor,
                TYPE_PREFIX + type,
                VERSION,
                creditor,
                kept.commitment());
        long id = insert(event);
        sql.sql("insert into event_payload (event_id, salt, payload) values (?, ?, ?)")
                .params(id, kept.salt(), kept.text())
                .update();
        AfterCommit.run(() -> recordedListeners.forEach(Runnable::run));
    }

    private long insert(AuditEvent event) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        sql.sql("""
                        insert into event (stream, seq, at, recorded_at, actor, type, version, creditor, commitment, mac)
                        values (:stream, :seq, :at, :recorded, :actor, :type, :version, :creditor, :commitment, :mac)""")
                .param("stream", event.stream())
                .param("seq", event.seq())
                .param("at", utc(event.at()))
                .param("recorded", utc(event.recordedAt()))
                .param("actor", event.actor())
                .param("type", event.type())
                .param("version", event.version())
                .param("creditor", event.creditor())
                .param("commitment", event.commitment())
                .param("mac", stamp.of(event))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey(), "no id came back for the event")
                .longValue();
    }

    @Override
    public List<Recorded> unpublished(int most) {
        return sql.sql("""
                        select e.id, e.stream, e.seq, e.at, e.type, e.version, e.creditor, coalesce(p.payload, '{}') as payload
                        from event e left join event_payload p on p.event_id = e.id
                        where e.published_at is null and e.publish order by e.id fetch first ? rows only""")
                .param(most)
                .query((row, number) -> new Recorded(
                        row.getLong("id"),
                        row.getString("stream"),
                        row.getLong("seq"),
                        instant(row, "at"),
                        row.getString("type"),
                        row.getInt("version"),
                        row.getString("creditor"),
                        row.getString("payload")))
                .list();
    }

    @Override
    public void published(Collection<Long> ids) {
        sql.sql("update event set published_at = :at where id in (:ids)")
                .param("at", utc(clock.now()))
                .param("ids", ids)
                .update();
    }

    @Override
    public long waiting() {
        return sql.sql("select count(*) from event where published_at is null and publish")
                .query(Long.class)
                .single();
    }

    private String salt() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private String write(Map<String, ?> payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event's payload holds plain values only: " + payload.keySet(), e);
        }
    }
}
