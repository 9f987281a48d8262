package io.claimgate.store.guard;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.guard.Ticks;
import io.claimgate.store.Times;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table business_tick, which has one row. */
public final class JdbcTicks implements Ticks {

    private final JdbcClient sql;

    public JdbcTicks(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public @Nullable Instant last() {
        List<Instant> seen = sql.sql("select seen_at from business_tick where seen_at is not null")
                .query((row, number) -> Times.instant(row, "seen_at"))
                .list();
        return seen.isEmpty() ? null : seen.get(0);
    }

    @Override
    public void set(Instant now) {
        sql.sql("update business_tick set seen_at = ?").param(utc(now)).update();
    }
}
