package io.claimgate.store;

import io.claimgate.flow.Leases;
import java.time.Duration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lease table, judged by database time. */
public final class JdbcLeases implements Leases {

    private final JdbcClient sql;
    private final Dialect dialect;

    public JdbcLeases(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    @Override
    public boolean hold(String name, String owner, Duration lease) {
        String end = Times.databaseTimeIn(lease);
        String free = dialect.exclusive() ? "true" : "(owner = :owner or lease_until < current_timestamp)";
        int updated = sql.sql("update lease set owner = :owner, lease_until = " + end
                        + ", fence = fence + case when owner = :owner then 0 else 1 end" + " where name = :name and "
                        + free)
                .param("owner", owner)
                .param("name", name)
                .update();
        if (updated == 1) {
            return true;
        }
        try {
            return sql.sql("insert into lease (name, owner, lease_until, fence) select :name, :owner, " + end
                                    + ", 1 where not exists (select 1 from lease where name = :name)")
                            .param("name", name)
                            .param("owner", owner)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public void release(String name, String owner) {
        sql.sql("update lease set lease_until = current_timestamp where name = ? and owner = ?")
                .params(name, owner)
                .update();
    }
}
