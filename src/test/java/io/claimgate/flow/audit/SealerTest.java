package io.claimgate.flow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.EventLog;
import io.claimgate.store.JdbcEventLog;
import io.claimgate.store.JdbcLeases;
import io.claimgate.support.Databases;
import io.claimgate.support.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/** Sealing beside the work, over deaths, and over what commits late. */
class SealerTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_lower_id_that_commits_later_goes_into_a_later_block(Databases database) throws Exception {
        // Given
        AuditWorld world = new AuditWorld(database, folder);
        CountDownLatch recorded = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> late = other.submit(() -> world.stores.transactions.executeWithoutResult(status -> {
            world.stores.events.record("claim/LATE", "claim.told", EventLog.MACHINE, "ACME-FR", Map.of());
            recorded.countDown();
            await(sealed);
        }));
        recorded.await();
        world.record("claim/EARLY", 2).seal();
        sealed.countDown();
        late.get();
        other.shutdown();

        // When
        world.seal();

        // Then
        assertThat(world.chain.blocks(0, 10)).hasSize(2);
        assertThat(world.chain.block(2).orElseThrow().header().lastEvent())
                .isLessThan(world.chain.block(1).orElseThrow().header().firstEvent());
        assertThat(world.verifyLater()).isEqualTo(new Verdict(true, 3, 2, 0, 0, 0, List.of()));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_erased_payload_leaves_the_proof_whole(Databases database) {
        // Given
        AuditWorld world = new AuditWorld(database, folder).history().record("claim/C", 1);
        world.tamper("delete from event_payload where event_id in (" + world.id("claim/A", 1) + ", "
                + world.id("claim/B", 8) + ")");

        // When
        Verdict verdict = world.verifyLater();

        // Then
        assertThat(verdict).isEqualTo(new Verdict(true, 16, 3, 1, 2, 0, List.of()));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void many_events_fill_several_blocks(Databases database) {
        // Given
        AuditWorld world = new AuditWorld(database, folder);
        world.stores.transactions.executeWithoutResult(status -> {
            for (int i = 0; i < NextBlock.MOST + 1_500; i++) {
                world.stores.events.record("file/" + i % 50, "file.told", EventLog.MACHINE, "ACME-FR", Map.of("i", i));
            }
        });

        // When
        int sealed = world.sealer.seal();

        // Then
        assertThat(sealed).isEqualTo(NextBlock.MOST + 1_500);
        assertThat(world.chain.blocks(0, 10))
                .extracting(block -> block.header().events())
                .containsExactly(NextBlock.MOST, 1_500);
        assertThat(world.verifyLater().ok()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_death_between_block_and_head_is_made_good(Databases database) throws IOException {
        // Given
        AuditWorld world = new AuditWorld(database, folder).history();
        List<String> lines = Files.readAllLines(world.headsFile);
        Files.write(world.headsFile, lines.subList(0, 2));
        Files.writeString(world.headsFile, lines.get(2).substring(0, 40), StandardOpenOption.APPEND);

        // When
        Verdict atOnce = world.verify();
        world.seal();

        // Then
        assertThat(atOnce.ok()).as("the head is on its way").isTrue();
        assertThat(Files.readAllLines(world.headsFile)).isEqualTo(lines);
        assertThat(world.verifyLater().ok()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void events_from_before_there_were_stamps_are_taken_over_once(Databases database) {
        // Given
        AuditWorld world = new AuditWorld(database, folder).record("claim/OLD", 3);
        world.tamper("update event set mac = null");
        world.seal();
        world.record("claim/NEW", 1).tamper("update event set mac = null where block_id is null");

        // When
        int sealed = world.sealer.seal();

        // Then
        assertThat(sealed).isZero();
        assertThat(AuditWorld.kinds(world.verifyLater())).containsExactly("event-inserted");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_gateway_with_another_key_records_is_not_sealed_until_the_keys_are_shared(Databases database) {
        // Given
        AuditWorld world = new AuditWorld(database, folder).history();
        AuditKeys foreign = TestKeys.fresh();
        JdbcEventLog other =
                new JdbcEventLog(world.stores.sql, world.stores.clock, Clock.systemUTC(), world.stores.json, foreign);
        world.stores.transactions.executeWithoutResult(
                status -> other.record("claim/X", "claim.told", EventLog.MACHINE, "ACME-FR", Map.of()));
        AuditKeys shared = new AuditKeys(
                world.stores.auditKeys.current(),
                List.of(foreign.current(), world.stores.auditKeys.current()),
                List.of(
                        foreign.current().verifying(),
                        world.stores.auditKeys.current().verifying()));

        // When
        int before = world.sealer.seal();
        int after = new Sealer(
                        world.chain,
                        world.heads,
                        shared,
                        new JdbcLeases(world.stores.sql, world.stores.dialect),
                        world.ideas,
                        "one")
                .seal();

        // Then
        assertThat(before).isZero();
        assertThat(after).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void working_gateways_raise_no_false_alarm(Databases database) throws Exception {
        // Given
        AuditWorld world = new AuditWorld(database, folder);
        AtomicBoolean on = new AtomicBoolean(true);
        ExecutorService work = Executors.newFixedThreadPool(5);
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            int mine = writer;
            running.add(work.submit(() -> {
                for (int i = 0; on.get(); i++) {
                    world.record("claim/" + mine + "-" + i % 7, 1);
                }
            }));
        }
        for (String owner : List.of("one", "two")) {
            Sealer sealer = world.sealer(owner);
            running.add(work.submit(() -> {
                while (on.get()) {
                    sealOrLeave(sealer);
                }
            }));
        }

        // When
        List<Verdict> verdicts = new ArrayList<>();
        long until = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        while (System.nanoTime() < until) {
            verdicts.add(world.verify());
        }
        on.set(false);
        for (Future<?> one : running) {
            one.get();
        }
        work.shutdown();

        // Then
        assertThat(verdicts)
                .hasSizeGreaterThan(3)
                .allSatisfy(verdict -> assertThat(verdict.findings()).isEmpty());
        world.seal();
        Verdict last = world.verifyLater();
        assertThat(last.findings()).isEmpty();
        assertThat(last.unsealed()).isZero();
        assertThat(last.blocks()).isGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_timer_seals_and_seals_once_more_when_it_stops(Databases database) {
        // Given
        AuditWorld world = new AuditWorld(database, folder);
        SealTimer timer = new SealTimer(world.sealer, new AuditSettings(Duration.ofHours(1)));
        timer.start();
        world.record("claim/A", 2);

        // When
        timer.stop();

        // Then
        assertThat(timer.isRunning()).isFalse();
        assertThat(world.verifyLater()).isEqualTo(new Verdict(true, 2, 1, 0, 0, 0, List.of()));
    }

    private static void sealOrLeave(Sealer sealer) {
        try {
            sealer.seal();
        } catch (DataAccessException met) {
            // The two met on the same rows, as the timer expects it; the next round goes on.
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
