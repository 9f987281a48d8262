package io.claimgate.store;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.utc;

import io.claimgate.flow.Inbox;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox table. */
public final class JdbcInbox implements Inbox {

    private final JdbcClient sql;

    public JdbcInbox(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Seen> find(String partner, String messageId) {
        return sql.sql("select content_hash, received_at from inbox where partner = ? and message_id = ?")
                .params(partner, messageId)
                .query((row, number) -> new Seen(row.getString("content_hash"), instant(row, "received_at")))
                .optional();
    }

    @Override
    public void add(String partner, String messageId, Seen seen) {
        sql.sql("insert into inbox (partner, message_id, content_hash, received_at) values (?, ?, ?, ?)")
                .params(partner, messageId, seen.contentHash(), utc(seen.receivedAt()))
                .update();
    }
}
