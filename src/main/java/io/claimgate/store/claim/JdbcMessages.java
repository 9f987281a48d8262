package io.claimgate.store.claim;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.declaration.MessageLog;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table message. */
public final class JdbcMessages implements MessageLog {

    private static final int LONGEST_TYPE = 120;

    private final JdbcClient sql;
    private final BusinessClock clock;
    private final Clock systemClock;

    public JdbcMessages(JdbcClient sql, BusinessClock clock, Clock systemClock) {
        this.sql = sql;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    @Override
    public void record(Message message) {
        String type = message.contentType();
        sql.sql("""
                        insert into message (direction, partner, operation, creditor, claim_key, submission_id, sha256, content_type, size_bytes, at,
                          system_at, outcome)
                        values (:direction, :partner, :operation, :creditor, :key, :submission, :sha, :type, :size, :at, :systemAt, :outcome)""")
                .param("direction", message.direction().name())
                .param("partner", message.claim().subject().insurer())
                .param("operation", message.operation())
                .param("creditor", message.claim().subject().creditor())
                .param("key", message.claim().key().value())
                .param("submission", message.submission())
                .param("sha", message.sha256())
                .param("type", type.length() <= LONGEST_TYPE ? type : type.substring(0, LONGEST_TYPE))
                .param("size", message.size())
                .param("at", utc(clock.now()))
                .param("systemAt", utc(systemClock.instant()))
                .param("outcome", message.outcome())
                .update();
    }
}
