package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.GatewayProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main job on real data: 9,681 unpaid invoices of 553 buyers become 553 declarations, each accepted once, in its window. */
class HighRadiusIT {

    private static final Logger LOG = LoggerFactory.getLogger(HighRadiusIT.class);
    private static final Path REAL = Path.of("../shared/data/ar-open-items/highradius-open-items.csv");
    private static final Oracle.Window WINDOW = new Oracle.Window(2, 4, ZoneOffset.UTC);
    private static final String NAME = "open-items.csv";
    private static final Map<String, String> SETTINGS =
            Map.of("claimgate.sandbox.clock-start", "2020-02-01T00:00:00Z", "claimgate.sandbox.samples", "false");

    @TempDir
    Path folder;

    @BeforeEach
    void real_data_is_there() {
        assumeThat(REAL)
                .as("the folder with real files is absent, this test is skipped")
                .exists();
    }

    @Test
    void every_exposure_is_declared_once_inside_its_window() {
        try (GatewayProcess gateway = GatewayProcess.sandbox(folder.resolve("home"), SETTINGS)) {
            // Given
            drop(gateway);

            // When
            for (String day : List.of("2020-04-27", "2020-05-28", "2020-06-01", "2020-07-15", "2020-12-01")) {
                gateway.moveTo(day + "T12:00:00Z");
            }

            // Then
            judge(gateway, 1);
        }
    }

    @Test
    void lost_answers_are_asked_about_and_nothing_is_declared_twice() {
        try (GatewayProcess gateway = GatewayProcess.sandbox(folder.resolve("home"), SETTINGS)) {
            // Given
            gateway.post(
                    "/api/v1/sandbox/insurer/behaviour",
                    "{\"operation\":\"DeclareClaim\",\"mode\":\"accept-then-timeout\",\"every\":3}");
            drop(gateway);

            // When
            gateway.moveTo("2020-12-01T00:00:00Z");

            // Then
            judge(gateway, 1);
            assertThat(gateway.all("/api/v1/messages").stream()
                            .filter(message -> message.get("operation").asText().equals("GetClaim")))
                    .as("the insurer was asked")
                    .hasSizeGreaterThanOrEqualTo(553 / 3);
        }
    }

    @Test
    void two_kills_on_the_way_lose_and_double_nothing() throws Exception {
        try (GatewayProcess gateway = GatewayProcess.sandbox(folder.resolve("home"), SETTINGS)) {
            // Given
            gateway.drop("highradius", NAME, bytes());
            Thread.sleep(3_500);
            gateway.kill();
            gateway.restart();
            gateway.awaitAck("highradius", NAME, 1, Duration.ofMinutes(2));

            // When
            Thread mover = new Thread(() -> {
                try {
                    gateway.postFor("/api/v1/sandbox/clock", "{\"to\":\"2020-12-01T00:00:00Z\"}");
                } catch (UncheckedIOException killed) {
                    LOG.info("killed while the clock moved");
                }
            });
            mover.start();
            org.awaitility.Awaitility.await()
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
            judge(gateway, 3);
        }
    }

    private static void drop(GatewayProcess gateway) {
        gateway.drop("highradius", NAME, bytes());
        JsonNode ack = gateway.awaitAck("highradius", NAME, 1, Duration.ofMinutes(2));
        assertThat(ack.get("status").asText()).isEqualTo("ACCEPTED");
        assertThat(ack.get("counts").get("read").asInt()).isEqualTo(9_681);
        assertThat(ack.get("counts").get("created").asInt()).isEqualTo(9_681);
    }

    private static void judge(GatewayProcess gateway, int starts) {
        List<Oracle.Invoice> invoices = invoices();
        assertThat(Oracle.sum(invoices)).isEqualByComparingTo("310427859.34");
        Oracle oracle = new Oracle(gateway);
        oracle.everyBuyerWasDeclaredOnceInTime(invoices, WINDOW);
        oracle.nothingIsStuck();
        oracle.claimsAre("DECLARED");
        oracle.everyFileHasOneAnswer("highradius", List.of(NAME));
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
        return new String(bytes(), java.nio.charset.StandardCharsets.UTF_8)
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
