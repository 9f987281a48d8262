package io.claimgate.operations.reading;

import io.claimgate.flow.BusinessClock;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how the gateway stands. */
@Component
public class StatusReader {

    private final JdbcClient jdbc;
    private final BusinessClock business;
    private final Clock system;
    private final String version;
    private final String database;

    StatusReader(
            JdbcClient jdbc,
            JdbcOperations operations,
            BusinessClock business,
            Clock system,
            ObjectProvider<BuildProperties> build) {
        this.jdbc = jdbc;
        this.business = business;
        this.system = system;
        BuildProperties known = build.getIfAvailable();
        this.version = known == null ? "development" : known.getVersion();
        this.database = String.valueOf(operations.execute((org.springframework.jdbc.core.ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion()));
    }

    public Status read() {
        return new Status(
                version,
                environment(),
                configHash(),
                business.now(),
                system.instant(),
                database,
                outgoingPaused(),
                gateways());
    }

    private List<Status.Gateway> gateways() {
        return jdbc.sql("select * from v_gateway order by started_at, name")
                .query((set, number) -> {
                    Row row = new Row(set);
                    return new Status.Gateway(
                            row.text("name"),
                            row.text("version"),
                            row.text("config_hash"),
                            row.instant("started_at"),
                            row.instant("seen_at"),
                            set.getBoolean("alive"));
                })
                .list();
    }

    /** Where nothing is sent now. */
    public List<Status.Pause> outgoingPaused() {
        return jdbc.sql("select * from v_outgoing_pause order by since")
                .query((set, number) -> {
                    Row row = new Row(set);
                    return new Status.Pause(
                            row.text("scope"),
                            row.text("name"),
                            row.text("by_who"),
                            row.text("reason"),
                            row.instant("since"));
                })
                .list();
    }

    /** {@code sandbox} or {@code gateway}; {@code new} until the database is stamped. */
    public String environment() {
        return jdbc.sql("select name from v_environment")
                .query(String.class)
                .optional()
                .orElse("new");
    }

    /** What tells this database from every other one: its environment and when it was made; never changes once it is stamped. */
    public String identity() {
        return jdbc.sql("select name, created_at from v_environment")
                .query((set, number) -> {
                    Row row = new Row(set);
                    long made = row.instant("created_at").toEpochMilli();
                    return row.text("name") + "-" + Long.toString(made, Character.MAX_RADIX);
                })
                .optional()
                .orElse("new");
    }

    /** What the youngest gateway at work judges by; null until one has given a sign of life. */
    private @Nullable String configHash() {
        return jdbc.sql(
                        "select config_hash from v_gateway where alive order by started_at desc, name fetch first 1 row only")
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
