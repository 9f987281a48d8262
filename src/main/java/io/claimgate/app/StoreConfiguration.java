package io.claimgate.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Home;
import io.claimgate.flow.TaskSettings;
import io.claimgate.flow.audit.AuditKeys;
import io.claimgate.store.Dialect;
import io.claimgate.store.DurableSettings;
import io.claimgate.store.EnvironmentStamp;
import io.claimgate.store.FileVault;
import io.claimgate.store.JdbcAlerts;
import io.claimgate.store.JdbcEventLog;
import io.claimgate.store.JdbcLeases;
import io.claimgate.store.JdbcTasks;
import io.claimgate.store.SystemBusinessClock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clocks, the three durable ideas, the vault. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    Home home(@Value("${claimgate.home}") Path root) {
        return new Home(root);
    }

    @Bean
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    @Profile("!sandbox")
    BusinessClock businessClock(Clock systemClock) {
        return new SystemBusinessClock(systemClock);
    }

    @Bean
    Dialect dialect(DataSource dataSource) {
        Dialect dialect = Dialect.of(dataSource);
        Refusal.ifAny(DurableSettings.faults(dataSource, dialect));
        return dialect;
    }

    /** Before everything that writes: refuses a database of another environment. */
    @Bean
    EnvironmentStamp environmentStamp(
            JdbcClient sql, Clock systemClock, Environment environment, FlywayMigrationInitializer migrated) {
        boolean sandbox = Set.of(environment.getActiveProfiles()).contains("sandbox");
        return EnvironmentStamp.check(sql, systemClock, sandbox ? EnvironmentStamp.SANDBOX : EnvironmentStamp.GATEWAY);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    @DependsOn("environmentStamp")
    JdbcEventLog eventLog(JdbcClient sql, BusinessClock clock, Clock systemClock, ObjectMapper json, AuditKeys keys) {
        return new JdbcEventLog(sql, clock, systemClock, json, keys);
    }

    @Bean
    JdbcAlerts alerts(JdbcClient sql, JdbcEventLog events, BusinessClock clock) {
        return new JdbcAlerts(sql, events, clock);
    }

    @Bean
    @DependsOn("environmentStamp")
    JdbcTasks tasks(
            NamedParameterJdbcTemplate sql,
            TransactionTemplate transactions,
            BusinessClock clock,
            Clock systemClock,
            Dialect dialect,
            Alerts alerts,
            TaskSettings settings) {
        return new JdbcTasks(sql, transactions, clock, systemClock, dialect, alerts, settings.lease());
    }

    @Bean
    JdbcLeases leases(JdbcClient sql, Dialect dialect) {
        return new JdbcLeases(sql, dialect);
    }

    @Bean
    FileVault vault(Home home, JdbcClient sql, BusinessClock clock) {
        return new FileVault(home.vault(), sql, clock);
    }
}
