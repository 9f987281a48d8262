package io.claimgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcTasksTest {

    private static final Set<String> KINDS = Set.of("k");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_closes_first_goes_first(Databases database) {
        // Given
        Stores stores = new Stores(database);
        Instant now = stores.clock.now();
        stores.tasks.arm("k", "late", "C", now, now.plusSeconds(900));
        stores.tasks.arm("k", "never", "C", now.minusSeconds(100), Tasks.NEVER);
        stores.tasks.arm("k", "soon", "C", now, now.plusSeconds(60));
        stores.tasks.arm("k", "not-due", "C", now.plusSeconds(1), now.plusSeconds(2));

        // When
        List<Task> taken = stores.tasks.take("me", KINDS, 10);

        // Then
        assertThat(taken).extracting(Task::ref).containsExactly("soon", "late", "never");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_task_armed_while_it_runs_runs_once_more(Databases database) {
        // Given
        Stores stores = new Stores(database);
        Instant now = stores.clock.now();
        stores.tasks.arm("k", "a", "C", now, Tasks.NEVER);
        Task task = stores.tasks.take("me", KINDS, 1).get(0);
        stores.tasks.arm("k", "a", "C", now, Tasks.NEVER);

        // When
        stores.tasks.done(task);

        // Then
        Task second = stores.tasks.take("me", KINDS, 1).get(0);
        stores.tasks.done(second);
        assertThat(stores.tasks.take("me", KINDS, 1)).isEmpty();
        assertThat(stores.sql.sql("select count(*) from task").query(Long.class).single())
                .isZero();
    }

    /** The fact and its arming commit while the end of the task waits for their lock: the fact must not be overlooked. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_task_armed_by_a_transaction_that_is_not_over_when_it_ends_runs_once_more(Databases database)
            throws Exception {
        // Given
        Stores stores = new Stores(database);
        Instant now = stores.clock.now();
        stores.tasks.arm("k", "a", "C", now, Tasks.NEVER);
        Task task = stores.tasks.take("me", KINDS, 1).get(0);

        // When
        inTheMiddleOf(stores, () -> stores.tasks.arm("k", "a", "C", now, Tasks.NEVER), () -> stores.tasks.done(task));

        // Then
        assertThat(stores.tasks.take("me", KINDS, 1)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void two_that_arm_a_new_task_at_once_both_succeed(Databases database) throws Exception {
        // Given
        Stores stores = new Stores(database);
        Instant now = stores.clock.now();

        // When
        inTheMiddleOf(
                stores,
                () -> stores.tasks.arm("k", "a", "C", now.plusSeconds(60), Tasks.NEVER),
                () -> stores.tasks.armAll("k", List.of("a", "b"), "C", now, Tasks.NEVER));

        // Then
        assertThat(stores.tasks.take("me", KINDS, 5)).extracting(Task::ref).containsExactlyInAnyOrder("a", "b");
    }

    /** On H2 an arming may meet the end of the task in the very moment of its commit. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoever_arms_while_tasks_end_is_never_refused(Databases database) throws Exception {
        // Given
        Stores stores = new Stores(database);
        Instant now = stores.clock.now();
        var pool = Executors.newFixedThreadPool(6);
        AtomicBoolean over = new AtomicBoolean();
        Runnable ending = () -> {
            while (!over.get()) {
                stores.tasks
                        .take(Thread.currentThread().getName(), KINDS, 1)
                        .forEach(task -> stores.transactions.executeWithoutResult(status -> stores.tasks.done(task)));
            }
        };
        List<Future<?>> enders = List.of(pool.submit(ending), pool.submit(ending));

        // When
        Runnable arming = () -> {
            for (int i = 0; i < 400; i++) {
                stores.transactions.executeWithoutResult(status -> stores.tasks.arm("k", "a", "C", now, Tasks.NEVER));
            }
        };
        List<Future<?>> armers =
                Stream.generate(() -> pool.submit(arming)).limit(4).collect(Collectors.toList());

        // Then
        assertThatCode(() -> {
                    for (Future<?> armer : armers) {
                        armer.get(60, TimeUnit.SECONDS);
                    }
                })
                .doesNotThrowAnyException();
        over.set(true);
        for (Future<?> ender : enders) {
            ender.get(20, TimeUnit.SECONDS);
        }
        pool.shutdown();
    }

    /** Does one in a transaction, has another one begin in its own meanwhile, and lets the first commit while the second waits for it. */
    private static void inTheMiddleOf(Stores stores, Runnable first, Runnable second) throws Exception {
        var other = Executors.newSingleThreadExecutor();
        var waiting = stores.transactions.execute(status -> {
            first.run();
            var running = other.submit(() -> stores.transactions.executeWithoutResult(inner -> second.run()));
            assertThatThrownBy(() -> running.get(300, TimeUnit.MILLISECONDS))
                    .as("it waits")
                    .isInstanceOf(TimeoutException.class);
            return running;
        });
        waiting.get(20, TimeUnit.SECONDS);
        other.shutdown();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_lost_lease_rolls_the_work_back(Databases database) {
        // Given
        Stores stores = new Stores(database);
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);
        Task old = stores.tasks.take("old", KINDS, 1).get(0);
        stores.sql
                .sql("update task set lease_until = current_timestamp - interval '1' second")
                .update();
        stores.tasks.reclaim("new");
        Task taken = stores.tasks.take("new", KINDS, 1).get(0);

        // When / Then
        assertThat(stores.tasks.stillOurs(old)).isFalse();
        assertThat(stores.tasks.stillOurs(taken)).isTrue();
        assertThatThrownBy(() -> stores.tasks.done(old)).isInstanceOf(Tasks.LeaseLost.class);
        assertThatThrownBy(() -> stores.tasks.reschedule(old, stores.clock.now(), Tasks.NEVER))
                .isInstanceOf(Tasks.LeaseLost.class);
        stores.tasks.done(taken);
    }

    @Test
    void a_call_that_may_be_under_way_is_left_alone_until_it_and_what_follows_it_at_the_partner_are_over() {
        // Given
        Stores stores = new Stores(Databases.POSTGRESQL);
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);
        Task task = stores.tasks.take("old", KINDS, 1).get(0);
        stores.tasks.callBegins(task, Duration.ofMillis(89_001));
        silentFor(stores, 85);

        // When
        int early = stores.tasks.reclaim("new");
        silentFor(stores, 91);
        int inTime = stores.tasks.reclaim("new");

        // Then
        assertThat(early).isZero();
        assertThat(inTime).isEqualTo(1);
        assertThatThrownBy(() -> stores.tasks.confirm(task)).isInstanceOf(Tasks.LeaseLost.class);
    }

    /** On an embedded database every other owner is dead, and its connections with it. */
    @Test
    void what_a_dead_incarnation_held_is_taken_over_at_once_on_an_embedded_database() {
        // Given
        Stores stores = new Stores(Databases.H2);
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);
        Task task = stores.tasks.take("old", KINDS, 1).get(0);
        stores.tasks.callBegins(task, Duration.ofMinutes(5));

        // When
        int taken = stores.tasks.reclaim("new");

        // Then
        assertThat(taken).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_given_back_is_taken_by_whoever_comes_first_unless_its_call_may_be_under_way(Databases database) {
        // Given
        Stores stores = new Stores(database);
        stores.tasks.armAll("k", List.of("begun", "not-begun"), "C", stores.clock.now(), Tasks.NEVER);
        List<Task> held = stores.tasks.take("old", KINDS, 2);
        held.stream()
                .filter(task -> task.ref().equals("begun"))
                .forEach(task -> stores.tasks.callBegins(task, Duration.ofMinutes(1)));

        // When
        held.forEach(stores.tasks::release);

        // Then
        assertThat(stores.tasks.take("new", KINDS, 2)).extracting(Task::ref).containsExactly("not-begun");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothing_of_a_transaction_stands_whose_task_was_lost_meanwhile(Databases database) {
        // Given
        Stores stores = new Stores(database);
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);
        Task lost = stores.tasks.take("old", KINDS, 1).get(0);
        stores.tasks.release(lost);
        Task taken = stores.tasks.take("new", KINDS, 1).get(0);

        // When
        assertThatThrownBy(() -> stores.transactions.executeWithoutResult(status -> {
                    stores.tasks.arm("k", "late", "C", stores.clock.now(), Tasks.NEVER);
                    stores.tasks.confirm(lost);
                }))
                .isInstanceOf(Tasks.LeaseLost.class);

        // Then
        assertThatThrownBy(() -> stores.tasks.callBegins(lost, Duration.ofSeconds(1)))
                .isInstanceOf(Tasks.LeaseLost.class);
        stores.transactions.executeWithoutResult(status -> stores.tasks.confirm(taken));
        assertThat(stores.sql.sql("select ref from task").query(String.class).list())
                .containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_was_taken_over_while_he_stood_still_renews_nothing(Databases database) {
        // Given
        Stores stores = new Stores(database);
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);
        Task lost = stores.tasks.take("old", KINDS, 1).get(0);
        stores.tasks.release(lost);
        Task taken = stores.tasks.take("new", KINDS, 1).get(0);

        // When
        stores.tasks.renew("old", List.of(lost.id()));

        // Then
        assertThat(stores.tasks.stillOurs(lost)).isFalse();
        assertThat(stores.tasks.stillOurs(taken)).isTrue();
    }

    /** Its lease of a minute has been over for so long. */
    private static void silentFor(Stores stores, int seconds) {
        stores.sql
                .sql("update task set lease_until = current_timestamp - interval '" + seconds + "' second")
                .update();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void several_takers_never_hold_the_same_task(Databases database) throws Exception {
        // Given
        Stores stores = new Stores(database);
        List<String> refs =
                java.util.stream.IntStream.range(0, 400).mapToObj(i -> "r" + i).toList();
        stores.transactions.executeWithoutResult(
                s -> stores.tasks.armAll("k", refs, "C", stores.clock.now(), Tasks.NEVER));
        Set<String> seen = Collections.synchronizedSet(new HashSet<>());
        Callable<Integer> taker = () -> {
            int count = 0;
            for (int i = 0; i < 300; i++) {
                List<Task> some = stores.tasks.take(Thread.currentThread().getName(), KINDS, 5);
                for (Task task : some) {
                    assertThat(seen.add(task.ref())).as(task.ref()).isTrue();
                    count++;
                    stores.tasks.done(task);
                }
            }
            return count;
        };

        // When
        int total = 0;
        var pool = Executors.newFixedThreadPool(4);
        try {
            for (var future : pool.invokeAll(List.of(taker, taker, taker, taker))) {
                total += future.get();
            }
        } finally {
            pool.shutdownNow();
        }

        // Then
        assertThat(total).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_parked_task_is_a_dead_letter_with_an_alert_until_it_is_armed_again(Databases database) {
        // Given
        Stores stores = new Stores(database);
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);
        Task task = stores.tasks.take("me", KINDS, 1).get(0);

        // When
        stores.tasks.parkFailed(task, "no such invoice", "x");

        // Then
        assertThat(stores.tasks.take("me", KINDS, 1)).isEmpty();
        assertThat(stores.sql
                        .sql("select message from alert where cleared_at is null")
                        .query(String.class)
                        .list())
                .containsExactly("OPS-007 k a: no such invoice");
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);
        assertThat(stores.tasks.take("me", KINDS, 1)).extracting(Task::attempts).containsExactly(0);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_hold_is_physical_however_the_business_clock_moves(Databases database) {
        // Given
        Stores stores = new Stores(database);
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);
        Task task = stores.tasks.take("me", KINDS, 1).get(0);
        stores.tasks.rescheduleHeld(
                task, stores.clock.now(), Tasks.NEVER, Instant.now().plusSeconds(3600));

        // When
        stores.clock.advance(Duration.ofDays(30));

        // Then
        assertThat(stores.tasks.take("me", KINDS, 1)).isEmpty();
    }
}
