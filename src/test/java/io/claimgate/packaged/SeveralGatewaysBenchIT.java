package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One, two and four gateways before an insurer that answers after half a second: claims per second, by the insurer's own ledger, in the same
 * run. The insurer's latency is the bound: each gateway has {@value #WORKERS} workers. {@code mvn verify -Pgateways} writes
 * {@code target/bench/gateways.md}.
 */
class SeveralGatewaysBenchIT {

    private static final int WORKERS = 2;
    private static final Duration LATENCY = Duration.ofMillis(500);
    private static final int CLAIMS_PER_GATEWAY = Integer.getInteger("gateways.claims", 240);

    @TempDir
    Path folder;

    @Test
    @Tag("bench")
    void two_gateways_declare_nearly_twice_and_four_nearly_four_times_as_much() throws IOException {
        // Given
        List<Double> rates = new ArrayList<>();

        // When
        for (int gateways : new int[] {1, 2, 4}) {
            rates.add(rate(gateways));
        }

        // Then
        double two = rates.get(1) / rates.get(0);
        double four = rates.get(2) / rates.get(0);
        String report = String.format(
                Locale.ROOT,
                "# Several gateways%n%n%d workers each, the insurer answers after %d ms, %d claims per gateway.%n%n"
                        + "| gateways | claims/s | ratio | target |%n|---|---|---|---|%n| 1 | %.2f | 1 | |%n| 2 | %.2f | %.2f | 1.9 |%n| 4 | %.2f | %.2f | 3.6 |%n",
                WORKERS,
                LATENCY.toMillis(),
                CLAIMS_PER_GATEWAY,
                rates.get(0),
                rates.get(1),
                two,
                rates.get(2),
                four);
        Files.createDirectories(Path.of("target/bench"));
        Files.writeString(Path.of("target/bench/gateways.md"), report);
        System.out.println(report);
        assertThat(two).isGreaterThanOrEqualTo(1.9);
        assertThat(four).isGreaterThanOrEqualTo(3.6);
    }

    /** Claims per second between the first tenth and the last tenth: neither the start nor the tail counts. */
    private double rate(int gateways) throws IOException {
        Path place = Files.createDirectory(folder.resolve("with-" + gateways));
        try (Gateways all = new Gateways(place, "lab", true, Gateways.Pace.PATIENT)) {
            all.insurerAnswersAfter(LATENCY);
            Map<String, String> settings =
                    Map.of("claimgate.tasks.workers", Integer.toString(WORKERS), "claimgate.tasks.lease", "60s");
            // Nothing is sent until all are there and every claim stands ready.
            List<GatewayProcess> launched = new ArrayList<>();
            for (int i = 0; i < gateways; i++) {
                launched.add(all.launch("g" + i, settings));
            }
            launched.forEach(GatewayProcess::awaitReady);
            launched.get(0).post("/api/v1/outgoing/pause", "{\"reason\":\"until all are ready\"}");
            all.drop(CLAIMS_PER_GATEWAY * gateways);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> all.sql
                                    .sql("select count(*) from claim")
                                    .query(Long.class)
                                    .single()
                            == all.buyers());
            launched.get(0).post("/api/v1/outgoing/resume", "{}");
            all.awaitAllDeclared(Duration.ofMinutes(10));
            all.nothingIsLostOrDoubled();
            return all.acceptedPerSecond();
        }
    }
}
