package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.GatewayProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The main job on real data: 9,681 unpaid invoices of 553 buyers become 553 declarations, each accepted once, in its window. One
 * run a class, so that two of them go side by side.
 */
final class HighRadius {

    static final String SOURCE = "highradius";
    static final String NAME = "open-items.csv";

    private static final Path REAL = Path.of("../shared/data/ar-open-items/highradius-open-items.csv");
    private static final Oracle.Window WINDOW = new Oracle.Window(2, 4, ZoneOffset.UTC);
    private static final Map<String, String> SETTINGS =
            Map.of("claimgate.sandbox.clock-start", "2020-02-01T00:00:00Z", "claimgate.sandbox.samples", "false");

    private HighRadius() {}

    /** A gateway before the first file, or the test is skipped where the folder with real files is absent. */
    static GatewayProcess gateway(Path home) {
        return gateway(home, Map.of());
    }

    /** As {@link #gateway(Path)}, with more settings. */
    static GatewayProcess gateway(Path home, Map<String, String> more) {
        assumeThat(REAL)
                .as("the folder with real files is absent, this test is skipped")
                .exists();
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(more);
        return GatewayProcess.sandbox(home, settings);
    }

    static void put(GatewayProcess gateway) {
        gateway.drop(SOURCE, NAME, bytes());
    }

    static JsonNode awaitAck(GatewayProcess gateway) {
        return gateway.awaitAck(SOURCE, NAME, 1, Duration.ofMinutes(2));
    }

    static void drop(GatewayProcess gateway) {
        put(gateway);
        JsonNode ack = awaitAck(gateway);
        assertThat(ack.get("status").asText()).isEqualTo("ACCEPTED");
        assertThat(ack.get("counts").get("read").asInt()).isEqualTo(9_681);
        assertThat(ack.get("counts").get("created").asInt()).isEqualTo(9_681);
    }

    static void judge(GatewayProcess gateway, int starts) {
        List<Oracle.Invoice> invoices = invoices();
        assertThat(Oracle.sum(invoices)).isEqualByComparingTo("310427859.34");
        Oracle oracle = new Oracle(gateway);
        oracle.everyBuyerWasDeclaredOnceInTime(invoices, WINDOW);
        oracle.nothingIsStuck();
        oracle.claimsAre("DECLARED");
        oracle.everyFileHasOneAnswer(SOURCE, List.of(NAME));
        oracle.noSecretInALog(starts);
        assertThat(oracle.accepted()).hasSize(553);
        BigDecimal declared = oracle.accepted().values().stream()
                .map(item -> item.get("amount").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(declared).isEqualByComparingTo("310427859.34");
    }

    /** The file read once more, without any code of the gateway: no field of it is quoted. */
    private static List<Oracle.Invoice> invoices() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("dd-MM-yyyy");
        return new String(bytes(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Oracle.Invoice(
                        cells[2],
                        cells[6],
                        LocalDate.parse(cells[8], format),
                        new BigDecimal(cells[11]).setScale(2, RoundingMode.HALF_UP)))
                .toList();
    }

    private static byte[] bytes() {
        try {
            return Files.readAllBytes(REAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
