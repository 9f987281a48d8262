package io.claimgate.laboratory.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.laboratory.OwnDatabase;
import io.claimgate.laboratory.checker.Terms;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F4: the broker stops and starts, the database is cut off in the middle of commits, cannot be reached, is stopped at once. {@code
 * -Dfaults.cycles=50} for the figure of the book.
 */
class OutagesTest {

    private static final int CYCLES = Integer.getInteger("faults.cycles", 2);
    private static final int CLAIMS = 5;
    private static final Duration PER_CYCLE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void a_broker_that_is_gone_delays_no_claim_and_loses_no_event() throws Exception {
        try (LiveGateway world = new LiveGateway(Databases.H2, folder, "lab", Map.of())) {
            EmbeddedActiveMQ broker = world.gateway.context.getBean(EmbeddedActiveMQ.class);
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                // When
                broker.stop();
                world.drop("W" + cycle, CLAIMS);
                world.awaitDeclared(CLAIMS * cycle, PER_CYCLE.multipliedBy(3));
                long waiting = world.number("select count(*) from event where published_at is null");
                broker.start();

                // Then
                assertThat(waiting).as("events that had to wait").isPositive();
                Awaitility.await()
                        .atMost(PER_CYCLE.multipliedBy(3))
                        .until(() -> world.number("select count(*) from event where published_at is null") == 0);
            }
            assertThat(world.judgeDeclarations(Terms.STRICT)).isEmpty();
        }
    }

    @Test
    void a_database_that_goes_away_in_the_middle_of_work_costs_time_and_nothing_else() throws InterruptedException {
        Random random = new Random(4);
        try (OwnDatabase database = new OwnDatabase(folder.resolve("postgresql"));
                LiveGateway world = new LiveGateway(database, folder)) {
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                // When
                world.drop("W" + cycle, CLAIMS);
                Thread.sleep(random.nextInt(1_500));
                database.line().drop();
                Thread.sleep(random.nextInt(500));
                database.line().refuse(true);
                Thread.sleep(random.nextInt(2_000));
                database.line().refuse(false);
                Thread.sleep(random.nextInt(1_000));
                database.restart();
            }
            world.awaitDeclared(CLAIMS * CYCLES, PER_CYCLE.multipliedBy(CYCLES + 5));

            // Then
            assertThat(world.judgeDeclarations(Terms.STRICT)).isEmpty();
        }
    }
}
