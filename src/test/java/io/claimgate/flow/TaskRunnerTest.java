package io.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.claimgate.exchange.PartnerFailure;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class TaskRunnerTest {

    @TempDir
    Path folder;

    private final AtomicBoolean waysUp = new AtomicBoolean(true);
    private final AtomicInteger takesNothingBack = new AtomicInteger();
    private TaskRunner runner;

    @AfterEach
    void stop() {
        runner.stop();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_transient_failure_is_retried_until_it_goes_well(Databases database) {
        // Given
        Stores stores = new Stores(database);
        AtomicInteger calls = new AtomicInteger();
        start(stores, task -> {
            if (calls.incrementAndGet() < 4) {
                throw new PartnerFailure.Transient("connection refused", null);
            }
            stores.tasks.done(task);
        });

        // When
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);

        // Then
        await().until(() -> {
            stores.clock.advance(Duration.ofMinutes(10));
            return tasks(stores).isEmpty();
        });
        assertThat(calls).hasValue(4);
    }

    /** F4: more failures than an unexpected one may have. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_vault_without_room_parks_nothing(Databases database) throws IOException {
        // Given
        Stores stores = new Stores(database);
        Vault vault = stores.vault(folder.resolve("vault"));
        Path incoming = folder.resolve("vault/incoming");
        Files.createDirectories(incoming.getParent());
        Files.writeString(incoming, "stands in the way");
        AtomicInteger calls = new AtomicInteger();
        start(stores, task -> {
            if (calls.incrementAndGet() > 20) {
                deleted(incoming);
            }
            vault.put("C", "REQUEST", "bytes".getBytes(StandardCharsets.UTF_8));
            stores.tasks.done(task);
        });

        // When
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);

        // Then
        await().until(() -> {
            stores.clock.advance(Duration.ofMinutes(10));
            return tasks(stores).isEmpty();
        });
        assertThat(calls).hasValue(21);
    }

    private static void deleted(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_permanent_failure_is_parked_at_once_and_an_unexpected_one_after_some_tries(Databases database) {
        // Given
        Stores stores = new Stores(database);
        AtomicInteger calls = new AtomicInteger();
        start(stores, task -> {
            if (task.ref().equals("no")) {
                throw new PartnerFailure.Permanent("unknown policy", null);
            }
            calls.incrementAndGet();
            throw new IllegalStateException("a bug");
        });

        // When
        stores.tasks.arm("k", "no", "C", stores.clock.now(), Tasks.NEVER);
        stores.tasks.arm("k", "bug", "C", stores.clock.now(), Tasks.NEVER);

        // Then
        await().until(() -> {
            stores.clock.advance(Duration.ofMinutes(10));
            return tasks(stores).stream().allMatch("PARKED"::equals);
        });
        assertThat(calls).hasValue(3);
        assertThat(stores.sql
                        .sql("select parked_reason from task order by ref")
                        .query(String.class)
                        .list())
                .containsExactly("failed 3 times: java.lang.IllegalStateException: a bug", "unknown policy");
    }

    /** F3: more failures than an unexpected one may have; each says that the connection is gone, at a statement, a commit or a rollback. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_database_that_does_not_work_for_a_while_parks_nothing(Databases database) {
        // Given
        Stores stores = new Stores(database);
        AtomicInteger calls = new AtomicInteger();
        SQLException gone = new SQLException("terminating connection", "57P01");
        List<RuntimeException> failures = List.of(
                new DataAccessResourceFailureException("select", gone),
                new TransactionSystemException("JDBC rollback failed", gone),
                new CannotCreateTransactionException("no connection", gone));
        start(stores, task -> {
            if (calls.incrementAndGet() < 20) {
                throw failures.get(calls.get() % failures.size());
            }
            stores.tasks.done(task);
        });

        // When
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);

        // Then
        await().until(() -> {
            stores.clock.advance(Duration.ofMinutes(10));
            return tasks(stores).isEmpty();
        });
        assertThat(calls).hasValue(20);
    }

    /** Its lease would run for twelve seconds. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_cannot_be_put_back_at_once_is_put_back_soon(Databases database) {
        // Given
        Stores stores = new Stores(database);
        AtomicInteger calls = new AtomicInteger();
        takesNothingBack.set(2);
        start(stores, Duration.ofSeconds(12), task -> {
            if (calls.incrementAndGet() == 1) {
                throw new DataAccessResourceFailureException("the connection is gone");
            }
            stores.tasks.done(task);
        });

        // When
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> tasks(stores).isEmpty());
        assertThat(calls).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_was_only_waited_for_counts_for_no_parking(Databases database) {
        // Given
        Stores stores = new Stores(database);
        AtomicInteger calls = new AtomicInteger();
        start(stores, task -> {
            int call = calls.incrementAndGet();
            if (call < 10) {
                throw new PartnerFailure.Transient("connection refused", null);
            }
            if (call < 12) {
                throw new IllegalStateException("a bug");
            }
            stores.tasks.done(task);
        });

        // When
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);

        // Then
        await().until(() -> {
            stores.clock.advance(Duration.ofMinutes(20));
            return tasks(stores).isEmpty();
        });
        assertThat(calls).hasValue(12);
    }

    /** Each start of a gateway would be a failure of every task that waits for a partner, and its next try later each time. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothing_is_taken_before_the_ways_to_partners_are_up(Databases database) throws InterruptedException {
        // Given
        Stores stores = new Stores(database);
        AtomicInteger calls = new AtomicInteger();
        waysUp.set(false);
        start(stores, task -> {
            calls.incrementAndGet();
            stores.tasks.done(task);
        });
        stores.tasks.arm("k", "a", "C", stores.clock.now(), Tasks.NEVER);

        // When
        Thread.sleep(300);
        int before = calls.get();
        waysUp.set(true);

        // Then
        await().until(() -> tasks(stores).isEmpty());
        assertThat(before).isZero();
        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void no_retry_sleeps_past_the_close(Databases database) {
        // Given
        Stores stores = new Stores(database);
        start(stores, task -> {
            throw new PartnerFailure.Transient("down", null);
        });

        // When
        stores.tasks.arm("k", "a", "C", stores.clock.now(), stores.clock.now().plusSeconds(30));

        // Then
        await().until(() ->
                stores.sql.sql("select attempts from task").query(Integer.class).single() >= 1);
        assertThat(stores.sql
                        .sql("select count(*) from task where due_at >= close_at")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_last_day_claim_does_not_wait_behind_a_queue_of_others(Databases database) throws InterruptedException {
        // Given
        Stores stores = new Stores(database);
        CountDownLatch first = new CountDownLatch(1);
        java.util.List<String> order = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        stores.transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 50; i++) {
                stores.tasks.arm("k", "bulk" + i, "C", stores.clock.now().minusSeconds(100), Tasks.NEVER);
            }
            stores.tasks.arm(
                    "k", "last-day", "C", stores.clock.now(), stores.clock.now().plusSeconds(3_600));
        });

        // When
        start(stores, task -> {
            order.add(task.ref());
            first.countDown();
            stores.tasks.done(task);
        });

        // Then
        first.await();
        await().until(() -> tasks(stores).isEmpty());
        // Taken first; a quicker worker may have begun another meanwhile.
        assertThat(order.indexOf("last-day")).isLessThan(10);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_ends_waits_for_what_ends_soon_and_puts_the_rest_back_as_if_it_had_never_begun(Databases database)
            throws InterruptedException {
        // Given
        Stores stores = new Stores(database);
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        start(stores, task -> {
            begun.countDown();
            waitFor(task.ref().equals("soon") ? begun : never);
            stores.tasks.done(task);
        });
        stores.transactions.executeWithoutResult(status -> {
            stores.tasks.armAll("k", List.of("long", "longer", "longest"), "C", stores.clock.now(), Tasks.NEVER);
            stores.tasks.arm(
                    "k", "soon", "C", stores.clock.now(), stores.clock.now().plusSeconds(10));
        });
        begun.await();

        // When
        runner.stop();

        // Then
        assertThat(stores.sql
                        .sql("select concat(state, ' ', attempts, ' ', coalesce(owner, 'nobody')) from task")
                        .query(String.class)
                        .list())
                .containsOnly("READY 0 nobody");
        assertThat(stores.sql
                        .sql("select ref from task order by ref")
                        .query(String.class)
                        .list())
                .containsExactly("long", "longer", "longest");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_silent_partner_leaves_a_worker_to_the_others(Databases database) throws InterruptedException {
        // Given
        Stores stores = new Stores(database);
        CountDownLatch silence = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        AtomicInteger waiting = new AtomicInteger();
        start(stores, task -> {
            if (task.ref().equals("other")) {
                other.countDown();
            } else {
                waiting.incrementAndGet();
                uninterrupted(silence);
            }
            stores.tasks.done(task);
        });
        stores.transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 10; i++) {
                stores.tasks.arm("k", "silent" + i, "C", stores.clock.now().minusSeconds(100), Tasks.NEVER);
            }
        });
        await().until(() -> waiting.get() == 1);

        // When
        stores.transactions.executeWithoutResult(
                status -> stores.tasks.arm("k", "other", "C", stores.clock.now(), Tasks.NEVER));

        // Then
        assertThat(other.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(waiting).hasValue(1);
        silence.countDown();
        await().atMost(Duration.ofSeconds(60)).until(() -> tasks(stores).isEmpty());
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Stores stores, Consumer<Task> work) {
        start(stores, Duration.ofSeconds(60), work);
    }

    private void start(Stores stores, Duration lease, Consumer<Task> work) {
        TaskHandler handler = new TaskHandler() {
            @Override
            public String kind() {
                return "k";
            }

            @Override
            public Optional<String> partner(Task task) {
                return task.ref().startsWith("silent") ? Optional.of("silent") : Optional.empty();
            }

            @Override
            public void handle(Task task) {
                work.accept(task);
            }
        };
        TaskSettings settings = new TaskSettings(2, Duration.ofMillis(20), lease, Duration.ofSeconds(2), 1, 3);
        PartnerSlots partners = new PartnerSlots(settings.callsPerPartner(), Clock.systemUTC());
        runner = new TaskRunner(queue(stores), List.of(handler), stores.clock, settings, partners, "test", waysUp::get);
        runner.start();
    }

    /** The real one, whose database takes back nothing for a while. */
    private TaskQueue queue(Stores stores) {
        return (TaskQueue) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TaskQueue.class}, (proxy, method, arguments) -> {
                    if (Set.of("retry", "release").contains(method.getName())
                            && takesNothingBack.getAndDecrement() > 0) {
                        throw new DataAccessResourceFailureException("the connection is gone");
                    }
                    try {
                        return method.invoke(stores.tasks, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<String> tasks(Stores stores) {
        return stores.sql.sql("select state from task").query(String.class).list();
    }
}
