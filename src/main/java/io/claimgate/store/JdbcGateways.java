package io.claimgate.store;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.utc;

import io.claimgate.flow.gateway.Gateway;
import io.claimgate.flow.gateway.Gateways;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of gateways; one that was killed is forgotten a day later. */
public final class JdbcGateways implements Gateways {

    private final JdbcClient sql;

    public JdbcGateways(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void seen(Gateway gateway) {
        int known = sql.sql("update gateway set seen_at = current_timestamp where name = ?")
                .param(gateway.name())
                .update();
        if (known == 0) {
            sql.sql("delete from gateway where seen_at < current_timestamp - interval '1' day")
                    .update();
            sql.sql(
                            "insert into gateway (name, version, config_hash, started_at, seen_at) values (?, ?, ?, ?, current_timestamp)")
                    .params(gateway.name(), gateway.version(), gateway.configuration(), utc(gateway.startedAt()))
                    .update();
        }
    }

    @Override
    public void left(String name) {
        sql.sql("delete from gateway where name = ?").param(name).update();
    }

    @Override
    public List<Gateway> alive() {
        return sql.sql("select name, version, config_hash, started_at from v_gateway where alive order by name")
                .query((row, number) -> new Gateway(
                        row.getString("name"),
                        row.getString("version"),
                        row.getString("config_hash"),
                        instant(row, "started_at")))
                .list();
    }
}
