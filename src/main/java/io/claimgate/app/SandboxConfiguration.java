package io.claimgate.app;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Home;
import io.claimgate.flow.TaskRunner;
import io.claimgate.flow.intake.Drops;
import io.claimgate.sandbox.ClockMover;
import io.claimgate.sandbox.Samples;
import io.claimgate.sandbox.SandboxSettings;
import io.claimgate.store.EnvironmentStamp;
import io.claimgate.store.JdbcEventLog;
import io.claimgate.store.JdbcTasks;
import io.claimgate.store.MovableClock;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only the sandbox has. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxConfiguration {

    @Bean
    MovableClock businessClock(JdbcClient sql, Clock systemClock, EnvironmentStamp stamp, SandboxSettings settings) {
        return new MovableClock(sql, systemClock, stamp.fresh(), settings.clockStart());
    }

    /** Files that lie in the drop folders are taken before time moves. */
    @Bean
    ClockMover.PendingInput droppedFiles(Drops drops) {
        return drops::waiting;
    }

    /** The simulated ERP, once everything is up. */
    @Bean
    ApplicationRunner samples(Drops drops, BusinessClock clock, Home home, JdbcClient sql, SandboxSettings settings) {
        Samples samples = new Samples(
                drops,
                clock,
                home.sandbox(),
                () -> sql.sql("select count(*) from erp_file").query(Long.class).single() == 0);
        return arguments -> {
            if (settings.samples()) {
                samples.dropOnce();
            }
        };
    }

    @Bean
    ClockMover clockMover(
            MovableClock clock,
            JdbcTasks tasks,
            JdbcEventLog events,
            List<ClockMover.PendingInput> inputs,
            TaskRunner runner,
            Clock systemClock) {
        return new ClockMover(
                clock, clock::moveTo, tasks, events, inputs, runner::wake, () -> runner.inFlight() > 0, systemClock);
    }
}
