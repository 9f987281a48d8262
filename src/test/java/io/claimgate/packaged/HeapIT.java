package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.GatewayProcess;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole gateway, database and broker included, in a small heap. */
class HeapIT {

    private static final int ROWS = 100_000;
    private static final int BUYERS = 2_000;
    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 8, 1);

    @TempDir
    Path folder;

    @Test
    void a_hundred_thousand_rows_fit_in_256_megabytes() {
        Map<String, String> settings =
                Map.of("claimgate.sandbox.clock-start", "2026-06-10T06:00:00Z", "claimgate.sandbox.samples", "false");
        try (GatewayProcess gateway = GatewayProcess.sandboxWithHeap(folder.resolve("home"), settings, "256m")) {
            // When
            gateway.drop("acme", "invoices-large.csv", rows());
            JsonNode ack = gateway.awaitAck("acme", "invoices-large.csv", 1, Duration.ofMinutes(10));

            // Then
            assertThat(ack.get("status").asText()).isEqualTo("ACCEPTED");
            assertThat(ack.get("counts").get("created").asInt()).isEqualTo(ROWS);
            assertThat(gateway.log(0)).content().doesNotContain("OutOfMemoryError");
        }
    }

    private static byte[] rows() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry\n"
                .getBytes(StandardCharsets.UTF_8));
        for (int row = 0; row < ROWS; row++) {
            LocalDate due = FIRST_DUE.plusDays(row % 90);
            String line = "L-%06d,%s,%s,EUR,%d.%02d,C%d,Buyer %d,DE%n"
                    .formatted(row, due.minusDays(60), due, 100 + row % 5_000, row % 100, row % BUYERS, row % BUYERS);
            file.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }
}
