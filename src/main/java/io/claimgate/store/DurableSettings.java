package io.claimgate.store;

import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settings under which a database could forget what it has acknowledged, or is too old for us. */
public final class DurableSettings {

    static final int OLDEST_POSTGRESQL = 15;
    private static final int NUMBERS_OF_A_MAJOR = 10_000;
    private static final Map<String, String> PROMISES = Map.of(
            "fsync", "a crash would lose acknowledged commits, or the whole database",
            "full_page_writes", "a crash in the middle of a page would leave it torn",
            "synchronous_commit", "a crash would lose acknowledged commits");

    private DurableSettings() {}

    /** Asks the database; every fault names the setting, its value and the mend. One in memory promises nothing and has none. */
    public static List<Problem> faults(DataSource dataSource, Dialect dialect) {
        JdbcClient sql = JdbcClient.create(dataSource);
        return dialect == Dialect.H2 ? ofH2(sql) : ofPostgresql(postgresqlSettings(sql));
    }

    /** @param settings by their names in PostgreSQL, as our session has them */
    static List<Problem> ofPostgresql(Map<String, String> settings) {
        List<Problem> faults = new ArrayList<>();
        int version = Integer.parseInt(settings.getOrDefault("server_version_num", "0")) / NUMBERS_OF_A_MAJOR;
        if (version < OLDEST_POSTGRESQL) {
            faults.add(refused(
                    "PostgreSQL server_version",
                    String.valueOf(version),
                    "is too old; upgrade the server to " + OLDEST_POSTGRESQL + " or newer"));
        }
        PROMISES.keySet().stream()
                .sorted()
                .filter(setting -> "off".equals(settings.get(setting)))
                .map(setting -> refused(
                        "PostgreSQL",
                        setting + "=off",
                        PROMISES.get(setting) + "; set " + setting + " = on for the server, the database and our role"))
                .forEach(faults::add);
        return faults;
    }

    private static Map<String, String> postgresqlSettings(JdbcClient sql) {
        return sql
                .sql(
                        "select name, setting from pg_settings where name in ('server_version_num', 'fsync', 'full_page_writes',"
                                + " 'synchronous_commit')")
                .query((row, number) -> Map.entry(row.getString("name"), row.getString("setting")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Problem> ofH2(JdbcClient sql) {
        String path =
                sql.sql("select database_path()").query(String.class).optional().orElse(null);
        String delay = sql.sql(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                .query(String.class)
                .optional()
                .orElse("500");
        return path == null || delay.equals("0")
                ? List.of()
                : List.of(refused(
                        "spring.datasource.url",
                        "WRITE_DELAY=" + delay,
                        "kill -9 would lose acknowledged commits; add ;WRITE_DELAY=0 to the address"));
    }

    private static Problem refused(String place, String value, String why) {
        return new Problem(ProblemCode.OPS_008, place, value, why);
    }
}
