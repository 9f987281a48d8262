package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.GatewayProcess;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A year of real invoices and two kills on the way: while the file is read, and while claims are declared to an insurer that keeps every
 * third answer to itself.
 */
class DiesTwiceIT {

    private static final Logger LOG = LoggerFactory.getLogger(DiesTwiceIT.class);

    @TempDir
    Path folder;

    @Test
    void two_kills_and_lost_answers_on_the_way_lose_and_double_nothing() throws Exception {
        try (GatewayProcess gateway =
                HighRadius.gateway(folder.resolve("home"), Map.of("claimgate.sandbox.insurer.timeout", "PT1S"))) {
            // Given
            HighRadius.put(gateway);
            Thread.sleep(3_500);
            gateway.kill();
            gateway.restart();
            HighRadius.awaitAck(gateway);
            keepsEveryThirdAnswer(gateway);

            // When
            Thread mover = new Thread(() -> {
                try {
                    gateway.postFor("/api/v1/sandbox/clock", "{\"to\":\"2020-12-01T00:00:00Z\"}");
                } catch (UncheckedIOException killed) {
                    LOG.info("killed while the clock moved");
                }
            });
            mover.start();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> gateway.get("/api/v1/sandbox/insurer/claims")
                                    .get("items")
                                    .size()
                            > 150);
            gateway.kill();
            mover.join();
            gateway.restart();
            keepsEveryThirdAnswer(gateway);
            gateway.moveTo("2020-12-01T00:00:00Z");

            // Then
            HighRadius.judge(gateway, 3);
            assertThat(gateway.all("/api/v1/messages").stream()
                            .filter(message -> message.get("operation").asText().equals("GetClaim")))
                    .as("the insurer was asked")
                    .hasSizeGreaterThanOrEqualTo((553 - 150) / 3);
        }
    }

    private static void keepsEveryThirdAnswer(GatewayProcess gateway) {
        gateway.post(
                "/api/v1/sandbox/insurer/behaviour",
                "{\"operation\":\"DeclareClaim\",\"mode\":\"accept-then-timeout\",\"every\":3}");
    }
}
