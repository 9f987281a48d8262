package io.claimgate.store;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses a database that could forget what it has acknowledged. */
public final class DurableSettings {

    private DurableSettings() {}

    /** Throws {@link IllegalStateException} naming the setting, its value and the mend. A database in memory promises nothing and is let through. */
    public static void check(DataSource dataSource, Dialect dialect) {
        JdbcClient sql = JdbcClient.create(dataSource);
        if (dialect == Dialect.H2) {
            String path = sql.sql("select database_path()")
                    .query(String.class)
                    .optional()
                    .orElse(null);
            String delay = sql.sql(
                            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                    .query(String.class)
                    .optional()
                    .orElse("500");
            if (path != null && !delay.equals("0")) {
                throw refused(
                        "spring.datasource.url",
                        "WRITE_DELAY=" + delay,
                        "kill -9 would lose acknowledged commits; add ;WRITE_DELAY=0 to the address");
            }
        } else {
            for (String setting : List.of("fsync", "synchronous_commit")) {
                String value = sql.sql("select current_setting(?)")
                        .param(setting)
                        .query(String.class)
                        .single();
                if (value.equals("off")) {
                    throw refused(
                            "PostgreSQL",
                            setting + "=off",
                            "a crash would lose acknowledged commits; set " + setting + " = on");
                }
            }
        }
    }

    private static IllegalStateException refused(String place, String value, String why) {
        return new IllegalStateException("OPS-008 " + place + " \"" + value + "\": " + why);
    }
}
