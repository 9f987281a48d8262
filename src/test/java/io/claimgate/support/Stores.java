package io.claimgate.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.claimgate.flow.audit.AuditKeys;
import io.claimgate.flow.bookkeeping.StopSupply;
import io.claimgate.store.Dialect;
import io.claimgate.store.FileVault;
import io.claimgate.store.JdbcAlerts;
import io.claimgate.store.JdbcEventLog;
import io.claimgate.store.JdbcTasks;
import io.claimgate.store.bookkeeping.JdbcHolds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real stores over one database, without Spring's context, with a clock that the test moves. */
public final class Stores {

    public final DataSource dataSource;
    public final Dialect dialect;
    public final JdbcClient sql;
    public final NamedParameterJdbcTemplate named;
    public final TransactionTemplate transactions;
    public final TestClock clock = new TestClock();
    public final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    /** Keys of this test's gateway. */
    public final AuditKeys auditKeys = TestKeys.SHARED;

    public final JdbcEventLog events;
    public final JdbcAlerts alerts;
    public final JdbcTasks tasks;

    public Stores(Databases database) {
        this(database.fresh());
    }

    public Stores(DataSource dataSource) {
        this.dataSource = dataSource;
        dialect = Dialect.of(dataSource);
        sql = JdbcClient.create(dataSource);
        named = new NamedParameterJdbcTemplate(dataSource);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        events = new JdbcEventLog(sql, clock, Clock.systemUTC(), json, auditKeys);
        alerts = new JdbcAlerts(sql, events, clock);
        tasks = new JdbcTasks(named, transactions, clock, Clock.systemUTC(), dialect, alerts, Duration.ofSeconds(60));
    }

    /** Holds on supply, over these stores. */
    public StopSupply supply() {
        return new StopSupply(new JdbcHolds(named), tasks, clock);
    }

    /** A vault below a folder of the test. */
    public FileVault vault(Path folder) {
        return new FileVault(folder, sql, clock);
    }
}
