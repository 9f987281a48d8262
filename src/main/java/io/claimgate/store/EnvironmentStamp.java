package io.claimgate.store;

import static io.claimgate.store.Times.utc;

import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database carries its environment from its creation: the sandbox refuses one that is not its own, everything else refuses the
 * sandbox's.
 *
 * @param name {@link #SANDBOX} or {@link #GATEWAY}
 * @param fresh whether this start stamped it
 */
public record EnvironmentStamp(String name, boolean fresh) {

    public static final String SANDBOX = "sandbox";
    public static final String GATEWAY = "gateway";

    /** Stamps a new database, or compares; throws {@link IllegalStateException} on a foreign one. */
    public static EnvironmentStamp check(JdbcClient sql, Clock systemClock, String wanted) {
        Optional<String> found = sql.sql("select name from environment where id = 1")
                .query(String.class)
                .optional();
        if (found.isEmpty()) {
            try {
                sql.sql("insert into environment (id, name, created_at) values (1, ?, ?)")
                        .params(wanted, utc(systemClock.instant()))
                        .update();
                return new EnvironmentStamp(wanted, true);
            } catch (DuplicateKeyException another) {
                // Another gateway that starts at the same moment: what it stamped counts.
                return check(sql, systemClock, wanted);
            }
        }
        if (!found.get().equals(wanted)) {
            throw new IllegalStateException("OPS-010 spring.datasource.url: the database belongs to the environment \""
                    + found.get() + "\", this is \"" + wanted + "\"; use another claimgate.home or database");
        }
        return new EnvironmentStamp(wanted, false);
    }
}
