package io.claimgate.app;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.PartnerSlots;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.TaskRunner;
import io.claimgate.flow.TaskSettings;
import io.claimgate.store.JdbcTasks;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The runner of tasks. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    /** This process, in leases: unique for every start, so that a dead incarnation is never taken for us. */
    @Bean
    ProcessName processName() {
        return new ProcessName(ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID());
    }

    @Bean
    TaskRunner taskRunner(
            JdbcTasks tasks,
            List<TaskHandler> handlers,
            BusinessClock clock,
            TaskSettings settings,
            Clock systemClock,
            ProcessName process,
            DeclarationConfiguration.Channels channels) {
        PartnerSlots partners = new PartnerSlots(settings.callsPerPartner(), systemClock);
        TaskRunner runner =
                new TaskRunner(tasks, handlers, clock, settings, partners, process.value(), channels::areUp);
        tasks.onArmed(runner::wake);
        return runner;
    }

    record ProcessName(String value) {}
}
