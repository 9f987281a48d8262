package io.claimgate.flow.audit;

import static io.claimgate.store.Times.utc;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Databases;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long a day of much work takes to be sealed and verified. */
@Tag("bench")
class SealBench {

    private static final Logger LOG = LoggerFactory.getLogger(SealBench.class);
    private static final int EVENTS = 100_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_hundred_thousand_events(Databases database) {
        // Given
        AuditWorld world = new AuditWorld(database, folder);
        insert(world);

        // When
        long start = work();
        int sealed = world.sealer.seal();
        Duration sealing = Duration.ofNanos(work() - start);
        start = work();
        Verdict verdict = world.verifyLater();
        Duration verifying = Duration.ofNanos(work() - start);

        // Then
        LOG.info("{}: {} events sealed with {} of work, verified with {}", database, sealed, sealing, verifying);
        assertThat(sealed).isEqualTo(EVENTS);
        assertThat(verdict).isEqualTo(new Verdict(true, EVENTS, EVENTS / NextBlock.MOST, 0, 0, 0, List.of()));
    }

    /** Processor time of this thread: what others do on the machine does not count. */
    private static long work() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** As the event log writes them, but a thousand at once. */
    private static void insert(AuditWorld world) {
        Instant now = Instant.parse("2026-06-01T08:00:00.123456Z");
        JdbcTemplate sql = new JdbcTemplate(world.stores.dataSource);
        for (int from = 0; from < EVENTS; from += 1_000) {
            List<Object[]> events = new ArrayList<>();
            List<Object[]> payloads = new ArrayList<>();
            for (int i = from; i < from + 1_000; i++) {
                Payload payload = new Payload("0123456789abcdef".repeat(2), "{\"number\":" + i + "}");
                AuditEvent event = new AuditEvent(
                        i + 1L,
                        "exposure/" + i / 10,
                        i % 10 + 1L,
                        now,
                        now,
                        "machine",
                        "io.claimgate.deadline.warned",
                        1,
                        "ACME-FR",
                        payload.commitment());
                events.add(new Object[] {
                    event.id(),
                    event.stream(),
                    event.seq(),
                    utc(now),
                    utc(now),
                    event.actor(),
                    event.type(),
                    event.creditor(),
                    event.commitment(),
                    world.stores.auditKeys.of(event)
                });
                payloads.add(new Object[] {event.id(), payload.salt(), payload.text()});
            }
            world.stores.transactions.executeWithoutResult(status -> {
                sql.batchUpdate(
                        "insert into event (id, stream, seq, at, recorded_at, actor, type, creditor, commitment, mac)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        events);
                sql.batchUpdate("insert into event_payload (event_id, salt, payload) values (?, ?, ?)", payloads);
            });
        }
    }
}
