package io.claimgate.store.request;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.request.Request;
import io.claimgate.flow.request.RequestKind;
import io.claimgate.flow.request.Requests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table act_request. */
public final class JdbcRequests implements Requests {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final ObjectMapper json;

    public JdbcRequests(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Request insert(Request fresh) {
        sql.sql("""
                        insert into act_request (kind, subject, open_key, creditor, details, what, reason, asked_by, asked_at, expires_at, state)
                        values (:kind, :subject, :key, :creditor, :details, :what, :reason, :by, :at, :expires, 'WAITING')""")
                .param("kind", fresh.kind().name())
                .param("subject", fresh.subject())
                .param("key", openKey(fresh.kind(), fresh.subject()))
                .param("creditor", fresh.creditor())
                .param("details", written(fresh.details()))
                .param("what", shortened(fresh.what()))
                .param("reason", shortened(fresh.reason()))
                .param("by", fresh.askedBy())
                .param("at", utc(fresh.askedAt()))
                .param("expires", utc(fresh.expiresAt()))
                .update();
        return waiting(fresh.kind(), fresh.subject()).orElseThrow();
    }

    @Override
    public Optional<Request> lock(long id) {
        return sql.sql("select * from act_request where id = ? for update")
                .param(id)
                .query((row, number) -> request(row))
                .optional();
    }

    @Override
    public Optional<Request> waiting(RequestKind kind, String subject) {
        return sql.sql("select * from act_request where open_key = ?")
                .param(openKey(kind, subject))
                .query((row, number) -> request(row))
                .optional();
    }

    @Override
    public void end(Request ended) {
        Request.Decision decision = Objects.requireNonNull(ended.decision());
        int updated = sql.sql("""
                        update act_request set state = :state, open_key = null, decided_by = :by, decided_at = :at, decided_why = :why
                        where id = :id and state = 'WAITING'""")
                .param("state", ended.state().name())
                .param("by", decision.by())
                .param("at", utc(decision.at()))
                .param("why", decision.reason() == null ? null : shortened(decision.reason()))
                .param("id", ended.id())
                .update();
        if (updated != 1) {
            throw new IllegalStateException("request " + ended.id() + " was decided by somebody else meanwhile");
        }
    }

    private Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getLong("id"),
                RequestKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("creditor"),
                read(row.getString("details")),
                row.getString("what"),
                row.getString("reason"),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                instant(row, "expires_at"),
                Request.State.valueOf(row.getString("state")),
                decision(row));
    }

    private static Request.@Nullable Decision decision(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        return by == null ? null : new Request.Decision(by, instant(row, "decided_at"), row.getString("decided_why"));
    }

    private String written(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details " + details.keySet() + " cannot be written", e);
        }
    }

    private Map<String, String> read(String details) {
        try {
            return json.readValue(details, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("act_request.details is none of ours: " + details, e);
        }
    }

    private static String openKey(RequestKind kind, String subject) {
        return kind + "|" + subject;
    }

    private static String shortened(String text) {
        int longest = 1000;
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
