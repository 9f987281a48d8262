package io.claimgate.store.settlement;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.settlement.Cursors;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table insurer_cursor. */
public final class JdbcCursors implements Cursors {

    private final JdbcClient sql;

    public JdbcCursors(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> of(String insurer) {
        return sql.sql("select read_to from insurer_cursor where insurer = ?")
                .param(insurer)
                .query(String.class)
                .optional();
    }

    @Override
    public void move(String insurer, @Nullable String from, String to, Instant systemAt) {
        int moved = from == null
                ? sql.sql("insert into insurer_cursor (insurer, read_to, read_at) values (?, ?, ?)")
                        .params(insurer, to, utc(systemAt))
                        .update()
                : sql.sql("update insurer_cursor set read_to = ?, read_at = ? where insurer = ? and read_to = ?")
                        .params(to, utc(systemAt), insurer, from)
                        .update();
        if (moved != 1) {
            throw new IllegalStateException(
                    "the list of " + insurer + " was read on from " + from + " by somebody else");
        }
    }
}
