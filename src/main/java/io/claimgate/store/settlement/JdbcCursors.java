package io.claimgate.store.settlement;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.settlement.Cursors;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table insurer_cursor. A row that is read to the beginning is as none, but is one that two readers meet at. */
public final class JdbcCursors implements Cursors {

    private static final String BEGINNING = "";

    private final JdbcClient sql;

    public JdbcCursors(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> of(String insurer) {
        return sql.sql("select read_to from insurer_cursor where insurer = ?")
                .param(insurer)
                .query(String.class)
                .optional()
                .filter(readTo -> !readTo.equals(BEGINNING));
    }

    @Override
    public void move(String insurer, @Nullable String from, String to, Instant systemAt) {
        int moved = moved(insurer, from == null ? BEGINNING : from, to, systemAt);
        if (moved == 0 && from == null) {
            moved = put(insurer, to, systemAt);
        }
        if (moved != 1) {
            throw new IllegalStateException(
                    "the list of " + insurer + " was read on from " + from + " by somebody else");
        }
    }

    /**
     * The list is read from its beginning next. Who is reading it just now has moved on before and is waited for, or sees all that was known
     * before this.
     */
    public void rewind(String insurer, Instant systemAt) {
        if (sql.sql("update insurer_cursor set read_to = ?, read_at = ? where insurer = ?")
                        .params(BEGINNING, utc(systemAt), insurer)
                        .update()
                == 0) {
            put(insurer, BEGINNING, systemAt);
        }
    }

    private int moved(String insurer, String from, String to, Instant systemAt) {
        return sql.sql("update insurer_cursor set read_to = ?, read_at = ? where insurer = ? and read_to = ?")
                .params(to, utc(systemAt), insurer, from)
                .update();
    }

    private int put(String insurer, String to, Instant systemAt) {
        return sql.sql("insert into insurer_cursor (insurer, read_to, read_at) values (?, ?, ?)")
                .params(insurer, to, utc(systemAt))
                .update();
    }
}
