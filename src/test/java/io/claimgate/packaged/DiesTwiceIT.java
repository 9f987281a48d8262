package io.claimgate.packaged;

import io.claimgate.support.GatewayProcess;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A year of real invoices and two kills on the way: while the file is read, and while claims are declared. */
class DiesTwiceIT {

    private static final Logger LOG = LoggerFactory.getLogger(DiesTwiceIT.class);

    @TempDir
    Path folder;

    @Test
    void two_kills_on_the_way_lose_and_double_nothing() throws Exception {
        try (GatewayProcess gateway = HighRadius.gateway(folder.resolve("home"))) {
            // Given
            HighRadius.put(gateway);
            Thread.sleep(3_500);
            gateway.kill();
            gateway.restart();
            HighRadius.awaitAck(gateway);

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
            gateway.moveTo("2020-12-01T00:00:00Z");

            // Then
            HighRadius.judge(gateway, 3);
        }
    }
}
