package io.claimgate.app;

import io.claimgate.flow.TaskRunner;
import io.claimgate.sandbox.ClockMover;
import io.claimgate.sandbox.SandboxSettings;
import io.claimgate.store.EnvironmentStamp;
import io.claimgate.store.JdbcEventLog;
import io.claimgate.store.JdbcTasks;
import io.claimgate.store.MovableClock;
import java.time.Clock;
import java.util.List;
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

    @Bean
    ClockMover clockMover(
            MovableClock clock,
            JdbcTasks tasks,
            JdbcEventLog events,
            List<ClockMover.PendingInput> inputs,
            TaskRunner runner,
            Clock systemClock) {
        return new ClockMover(clock, clock::moveTo, tasks, events, inputs, runner::wake, systemClock);
    }
}
