package io.claimgate.laboratory.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.Tasks;
import io.claimgate.laboratory.checker.Terms;
import io.claimgate.support.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** F12: what can never go well is parked or refused with its reason, after so many tries; its neighbours do not notice. */
class PoisonTest {

    private static final String HEADER =
            "invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry\n";
    private static final int CLAIMS = 5;
    private static final int ATTEMPTS = 3;
    private static final int STORM = 60;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void poisoned_files_are_refused_with_a_reason_and_their_neighbours_are_declared() throws IOException {
        try (LiveGateway world = new LiveGateway(Databases.H2, folder, "lab", Map.of())) {
            // Given
            Path in = folder.resolve("home/erp/lab/in");
            Map<String, byte[]> poison = new LinkedHashMap<>();
            poison.put("invoices-empty.csv", new byte[0]);
            poison.put("invoices-zeros.csv", new byte[10_000]);
            poison.put("invoices-no-header.csv", bytes("A,2026-01-01\n"));
            poison.put("invoices-open-quote.csv", bytes(HEADER + "\"A,2026-01-01,2026-01-31,EUR,1.00,C1,x,DE\n"));
            poison.put("invoices-bad-row.csv", bytes(HEADER + "A,2026-02-31,2026-01-31,EUR,1e400,C1,x,DE\n"));
            poison.put("INVOICE_nobody.pdf", bytes("MZ this is a program"));

            // When
            for (Map.Entry<String, byte[]> file : poison.entrySet()) {
                Path part = Files.write(in.resolve(file.getKey() + ".part"), file.getValue());
                Files.move(part, in.resolve(file.getKey()));
            }
            world.drop("W", CLAIMS);
            world.awaitDeclared(CLAIMS, LIMIT);

            // Then
            for (String name : poison.keySet()) {
                Path ack = folder.resolve("home/erp/lab/ack").resolve(name + ".ack.json");
                Awaitility.await().atMost(LIMIT).until(() -> Files.exists(ack));
                JsonNode answer = new ObjectMapper().readTree(ack.toFile());
                assertThat(answer.path("status").asText())
                        .as(name + " " + answer)
                        .isNotEqualTo("ACCEPTED");
                assertThat(answer.path("reasons").size()
                                + answer.path("counts").path("rejected").asInt())
                        .as(name + " " + answer)
                        .isPositive();
            }
            assertThat(world.number("select count(*) from task where state = 'PARKED'"))
                    .isZero();
            assertThat(world.number("select count(*) from receivable")).isEqualTo(CLAIMS);
        }
    }

    @Test
    void work_that_always_fails_is_parked_after_so_many_tries_and_does_not_spin() throws IOException {
        try (LiveGateway world =
                new LiveGateway(Databases.H2, folder, "lab", Map.of(), "--claimgate.tasks.attempts=" + ATTEMPTS)) {
            // Given
            Tasks tasks = world.gateway.context.getBean(Tasks.class);
            world.gateway
                    .context
                    .getBean(TransactionTemplate.class)
                    .executeWithoutResult(
                            status -> tasks.arm("intake-file", "4711", "LAB", Instant.EPOCH, Tasks.NEVER));

            // When
            world.drop("W", CLAIMS);
            world.awaitDeclared(CLAIMS, LIMIT);
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> world.number("select count(*) from task where state = 'PARKED'") == 1);

            // Then
            assertThat(world.number("select attempts from task where ref = '4711'"))
                    .isEqualTo(ATTEMPTS);
            assertThat(world.number("select fence from task where ref = '4711'"))
                    .as("how often it was taken")
                    .isEqualTo(ATTEMPTS);
            assertThat(world.number("select count(*) from task where ref = '4711' and parked_reason <> ''"))
                    .isEqualTo(1);
            assertThat(world.judgeDeclarations(Terms.STRICT.withParked())).isEmpty();
        }
    }

    @Test
    void a_storm_of_the_same_result_counts_once() {
        try (LiveGateway world = new LiveGateway(Databases.H2, folder, "lab", Map.of())) {
            // Given
            world.drop("W", 1);
            world.awaitDeclared(1, LIMIT);
            String key = world.insurer.ledger("accept").get(0).path("claimKey").asText();

            // When
            for (int i = 0; i < STORM; i++) {
                world.insurer.decide(
                        "{\"messageId\":\"M-1\",\"claimKey\":\"%s\",\"settlementId\":\"S-1\",\"kind\":\"INDEMNITY\",\"amount\":\"50.00\",\"currency\":\"EUR\",\"valueDate\":\"2026-06-01\",\"reference\":\"R-1\"}"
                                .formatted(key));
            }
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() ->
                            world.number("select count(*) from insurer_cursor where read_to = 'c" + STORM + "'") == 1);

            // Then
            assertThat(world.number("select count(*) from inbox where partner = 'lab'"))
                    .isEqualTo(1);
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() ->
                            world.number("select count(*) from v_event where type = 'io.claimgate.settlement.received'")
                                    == 1);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
