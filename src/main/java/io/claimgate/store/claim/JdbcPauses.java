package io.claimgate.store.claim;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.utc;

import io.claimgate.flow.declaration.PauseScope;
import io.claimgate.flow.declaration.Pauses;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table outgoing_pause. */
public final class JdbcPauses implements Pauses {

    private final JdbcClient sql;

    public JdbcPauses(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean stops(String insurer, String creditor) {
        return sql.sql("select count(*) from outgoing_pause where scope = 'ALL' or (scope = 'INSURER' and name = ?)"
                                + " or (scope = 'CREDITOR' and name = ?)")
                        .params(insurer, creditor)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public boolean add(Pause pause) {
        return sql.sql("""
                        insert into outgoing_pause (scope, name, by_who, reason, since)
                        select :scope, :name, :by, :reason, :since
                        where not exists (select 1 from outgoing_pause where scope = :scope and name = :name)""")
                        .param("scope", pause.scope().name())
                        .param("name", pause.name())
                        .param("by", pause.by())
                        .param("reason", pause.reason())
                        .param("since", utc(pause.since()))
                        .update()
                == 1;
    }

    @Override
    public boolean remove(PauseScope scope, String name) {
        return sql.sql("delete from outgoing_pause where scope = ? and name = ?")
                        .params(scope.name(), name)
                        .update()
                == 1;
    }

    @Override
    public List<Pause> all() {
        return sql.sql("select * from outgoing_pause order by since")
                .query((row, number) -> new Pause(
                        PauseScope.valueOf(row.getString("scope")),
                        row.getString("name"),
                        row.getString("by_who"),
                        row.getString("reason"),
                        instant(row, "since")))
                .list();
    }
}
