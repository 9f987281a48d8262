package io.claimgate.store.claim;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.MessageLog;
import java.time.Clock;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** Table message. */
public final class JdbcMessages implements MessageLog {

    private static final int LONGEST_TYPE = 120;
    private static final int LONGEST_OUTCOME = 200;

    private final JdbcClient sql;
    private final BusinessClock clock;
    private final Clock systemClock;

    public JdbcMessages(JdbcClient sql, BusinessClock clock, Clock systemClock) {
        this.sql = sql;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    @Override
    public long record(Message message) {
        KeyHolder id = new GeneratedKeyHolder();
        sql.sql("""
                        insert into message (direction, partner, operation, creditor, claim_key, submission_id, sha256, content_type, size_bytes, at,
                          system_at, outcome)
                        values (:direction, :partner, :operation, :creditor, :key, :submission, :sha, :type, :size, :at, :systemAt, :outcome)""")
                .param("direction", message.direction().name())
                .param("partner", message.partner())
                .param("operation", message.operation())
                .param("creditor", message.creditor())
                .param("key", message.claimKey())
                .param("submission", message.submission())
                .param("sha", message.sha256())
                .param("type", shortened(message.contentType(), LONGEST_TYPE))
                .param("size", message.size())
                .param("at", utc(clock.now()))
                .param("systemAt", utc(systemClock.instant()))
                .param("outcome", shortened(message.outcome(), LONGEST_OUTCOME))
                .update(id, "id");
        return Objects.requireNonNull(id.getKey(), "the database gives every message a number")
                .longValue();
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
