package io.claimgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.flow.PartnerSlots;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.TaskRunner;
import io.claimgate.flow.TaskSettings;
import io.claimgate.flow.Tasks;
import io.claimgate.store.EnvironmentStamp;
import io.claimgate.store.JdbcTasks;
import io.claimgate.store.MovableClock;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClockMoverTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<Instant> seen = Collections.synchronizedList(new ArrayList<>());
    private TaskRunner runner;

    @AfterEach
    void stop() {
        runner.stop();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_move_stops_at_every_planned_task_on_the_way(Databases database) {
        // Given
        Stores stores = new Stores(database);
        ClockMover mover = mover(stores, LIMIT);

        // When
        ClockMover.Moved moved = mover.moveTo(START.plus(35, ChronoUnit.DAYS), LIMIT);

        // Then: the task plans itself every ten days
        assertThat(seen.stream().map(at -> ChronoUnit.DAYS.between(START, at))).containsExactly(0L, 10L, 20L, 30L);
        assertThat(moved.now())
                .isBetween(
                        START.plus(35, ChronoUnit.DAYS),
                        START.plus(35, ChronoUnit.DAYS).plusSeconds(60));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void time_moves_forward_only_and_a_restart_goes_on_where_it_was(Databases database) {
        // Given
        Stores stores = new Stores(database);
        ClockMover mover = mover(stores, LIMIT);
        Instant target = START.plus(5, ChronoUnit.DAYS);
        mover.moveTo(target, LIMIT);

        // When
        MovableClock restarted =
                new MovableClock(stores.sql, Clock.systemUTC(), false, Instant.parse("2020-01-01T00:00:00Z"));

        // Then
        assertThat(restarted.now()).isBetween(target, target.plusSeconds(60));
        assertThatThrownBy(() -> mover.moveTo(START, LIMIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("forward only");
    }

    private ClockMover mover(Stores stores, Duration lease) {
        boolean fresh = EnvironmentStamp.check(stores.sql, Clock.systemUTC(), EnvironmentStamp.SANDBOX)
                .fresh();
        MovableClock clock = new MovableClock(stores.sql, Clock.systemUTC(), fresh, START);
        JdbcTasks tasks = new JdbcTasks(
                stores.named, stores.transactions, clock, Clock.systemUTC(), stores.dialect, stores.alerts, lease);
        TaskHandler everyTenDays = new TaskHandler() {
            @Override
            public String kind() {
                return "k";
            }

            @Override
            public void handle(Task task) {
                seen.add(clock.now().truncatedTo(ChronoUnit.DAYS));
                tasks.reschedule(task, task.dueAt().plus(10, ChronoUnit.DAYS), Tasks.NEVER);
            }
        };
        TaskSettings settings = new TaskSettings(2, Duration.ofMillis(20), lease, Duration.ofSeconds(5), null, 3);
        runner = new TaskRunner(
                tasks,
                List.of(everyTenDays),
                clock,
                settings,
                PartnerSlots.unlimited(Clock.systemUTC()),
                "test",
                () -> true);
        tasks.onArmed(runner::wake);
        tasks.arm("k", "a", "C", START, Tasks.NEVER);
        runner.start();
        return new ClockMover(
                clock,
                clock::moveTo,
                tasks,
                stores.events,
                List.of(),
                runner::wake,
                () -> runner.inFlight() > 0,
                Clock.systemUTC());
    }
}
