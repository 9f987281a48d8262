package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.GatewayProcess;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gateways as processes that share a PostgreSQL and a home, with no leader. */
class SeveralGatewaysIT {

    private static final Logger LOG = LoggerFactory.getLogger(SeveralGatewaysIT.class);
    private static final Duration SLOW = Duration.ofMillis(500);

    @TempDir
    Path folder;

    @Test
    void two_that_start_at_once_on_nothing_share_the_work_and_are_restarted_under_load_one_after_the_other() {
        // Given
        try (Gateways all = new Gateways(folder, "lab", true, Gateways.Pace.PATIENT)) {
            all.insurerAnswersAfter(SLOW);
            GatewayProcess one = all.launch("one", Map.of("claimgate.tasks.workers", "4"));
            GatewayProcess two = all.launch("two", Map.of("claimgate.tasks.workers", "4"));
            one.awaitReady();
            two.awaitReady();
            all.drop(30);
            bothAreAtIt(all, one, two);

            // When
            restart(one);
            all.drop(30);
            bothAreAtIt(all, one, two);
            restart(two);
            all.awaitAllDeclared(Duration.ofSeconds(120));

            // Then
            all.nothingIsLostOrDoubled();
            assertThat(all.sql
                            .sql("select count(*) from submission where calls <> 1 or asked > 0")
                            .query(Long.class)
                            .single())
                    .as("sent more than once, or in doubt")
                    .isZero();
            JsonNode status = one.get("/api/v1/status");
            assertThat(status.get("gateways")).as("on the status page").hasSize(2);
            assertThat(status.get("configHash").asText())
                    .isEqualTo(status.get("gateways").get(0).get("configHash").asText());
        }
    }

    /** It tells that it is not ready any more, and brings to its end what is under way; the other one goes on meanwhile. */
    private static void restart(GatewayProcess gateway) {
        gateway.terminate();
        Set<Integer> readiness = new HashSet<>();
        while (gateway.alive()) {
            try {
                readiness.add(gateway.status("/actuator/health/readiness"));
            } catch (UncheckedIOException gone) {
                break;
            }
        }
        assertThat(readiness).as("readiness on the way down").contains(503);
        gateway.awaitEnd();
        gateway.restart();
    }

    private static void bothAreAtIt(Gateways all, GatewayProcess one, GatewayProcess two) {
        Set<Long> seen = new HashSet<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    for (GatewayProcess gateway : List.of(one, two)) {
                        if (!all.callsOf(gateway).isEmpty()) {
                            seen.add(gateway.pid());
                        }
                    }
                    return seen.size() == 2;
                });
    }

    @Test
    @Tag("faults")
    void kills_of_one_of_two_lose_and_double_nothing() throws InterruptedException {
        kill(Long.getLong("several.seed", 20261126L), Integer.getInteger("several.rounds", 2));
    }

    @Test
    @Tag("faults")
    void many_kills_of_one_of_two_lose_and_double_nothing() throws InterruptedException {
        kill(Long.getLong("several.seed", new Random().nextLong()), Integer.getInteger("several.rounds", 50));
    }

    private void kill(long seed, int rounds) throws InterruptedException {
        LOG.info("several.seed={} several.rounds={}", seed, rounds);
        Random random = new Random(seed);
        try (Gateways all = new Gateways(folder, "lab", true, Gateways.Pace.PATIENT)) {
            all.insurerAnswersAfter(Duration.ofMillis(200));
            List<GatewayProcess> two = List.of(all.launch("one", Map.of()), all.launch("two", Map.of()));
            two.forEach(GatewayProcess::awaitReady);

            // When
            for (int round = 0; round < rounds; round++) {
                all.drop(25);
                Thread.sleep(random.nextInt(2_500));
                GatewayProcess victim = two.get(random.nextInt(2));
                victim.kill();
                Thread.sleep(random.nextInt(1_000));
                victim.restart();
            }
            all.awaitAllDeclared(Duration.ofSeconds(120));

            // Then
            all.nothingIsLostOrDoubled();
        } catch (AssertionError failure) {
            throw new AssertionError("replay with -Dseveral.seed=" + seed + " -Dseveral.rounds=" + rounds, failure);
        }
    }
}
