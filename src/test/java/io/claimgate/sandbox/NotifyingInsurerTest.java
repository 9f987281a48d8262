package io.claimgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.declaration.InsurerChannel;
import io.claimgate.flow.declaration.InsurerChannels;
import io.claimgate.support.BookedClaims;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import io.claimgate.support.RunningGateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The simulated insurer tells the running gateway, over real SOAP and over its list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotifyingInsurerTest {

    private static final String INSURER = "/api/v1/sandbox/insurer/claims/";

    private Path home;
    private RunningGateway gateway;
    private BookedClaims claims;

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        gateway = RunningGateway.start(
                Databases.H2, folder, "--claimgate.results.poll=1h", "--claimgate.sandbox.insurer.timeout=20s");
        claims = gateway.claims();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void a_notification_answers_our_receipt_and_the_same_again_is_a_duplicate() {
        // Given
        ClaimKey key = declared();
        String body = "{\"messageId\":\"N-1\",\"status\":\"ACKNOWLEDGED\",\"at\":\"2026-07-02T09:30:00+02:00\"}";

        // When
        JsonNode first = gateway.post(INSURER + key + "/status", body);
        JsonNode again = gateway.post(INSURER + key + "/status", body);

        // Then
        assertThat(first.get("messageId").asText()).isEqualTo("N-1");
        assertThat(first.get("duplicate").asBoolean()).isFalse();
        assertThat(again.get("duplicate").asBoolean()).isTrue();
        assertThat(again.get("receivedAt")).isEqualTo(first.get("receivedAt"));
        assertThat(results(key)).hasSize(1);
    }

    @Test
    void settlements_add_up_at_the_insurer_each_id_once() {
        // Given
        ClaimKey key = declared();
        gateway.post(
                INSURER + key + "/settlement", "{\"settlementId\":\"T-1\",\"kind\":\"INDEMNITY\",\"amount\":50000.00}");
        gateway.post(
                INSURER + key + "/settlement", "{\"settlementId\":\"T-1\",\"kind\":\"INDEMNITY\",\"amount\":50000.00}");
        gateway.post(INSURER + key + "/settlement", "{\"kind\":\"INDEMNITY\",\"amount\":40000.00}");

        // When
        JsonNode sums = gateway.get("/api/v1/sandbox/insurer/results/sums").get("items");

        // Then
        assertThat(sums)
                .filteredOn(sum -> sum.get("claimKey").asText().equals(key.value()))
                .singleElement()
                .satisfies(sum -> assertThat(sum.get("amount").decimalValue()).isEqualByComparingTo("90000"));
        assertThat(results(key)).hasSize(3);
    }

    @Test
    void what_is_told_by_both_ways_counts_once_and_a_move_of_the_clock_waits_for_the_list() {
        // Given
        ClaimKey key = declared();
        gateway.post(INSURER + key + "/status?via=both", "{\"messageId\":\"B-1\",\"status\":\"ACKNOWLEDGED\"}");
        gateway.post(INSURER + key + "/documents-request?via=poll", "{\"messageId\":\"B-2\",\"kinds\":[\"CONTRACT\"]}");
        ClockMover.PendingInput listed = gateway.context.getBean("listedResults", ClockMover.PendingInput.class);
        List<String> before = listed.waiting();

        // When
        Awaitility.await().until(() -> listed.waiting().isEmpty());

        // Then
        assertThat(before).contains("B-2"); // the first may have been read meanwhile
        assertThat(results(key))
                .extracting(result -> result.get("channel").asText() + " "
                        + result.get("messageId").asText())
                .containsExactlyInAnyOrder("PUSH B-1", "POLL B-2");
    }

    @Test
    void what_we_reject_is_told_with_our_code_and_adds_nothing_to_the_sums() {
        // Given
        ClaimKey key = declared();
        gateway.post(
                INSURER + key + "/settlement",
                "{\"messageId\":\"R-1\",\"settlementId\":\"RS\",\"kind\":\"INDEMNITY\",\"amount\":1.00}");

        // When
        var other = gateway.exchange(
                "POST",
                INSURER + key + "/settlement",
                "{\"messageId\":\"R-1\",\"settlementId\":\"RS\",\"kind\":\"INDEMNITY\",\"amount\":2.00}");

        // Then
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("\"code\":\"REC-002\"", "\"reference\"");
        assertThat(gateway.exchange("GET", "/api/v1/sandbox/insurer/results/sums", null)
                        .body())
                .contains("{\"claimKey\":\"" + key + "\",\"kind\":\"INDEMNITY\",\"currency\":\"EUR\",\"amount\":1.00}");
    }

    @Test
    void a_claim_that_it_does_not_hold_and_words_that_it_does_not_know_are_refused() {
        // Given
        ClaimKey key = declared();

        // When
        int unknown = gateway.exchange("POST", INSURER + "CG-NEVER/status", "{\"status\":\"REFUSED\"}")
                .statusCode();
        int wrong = gateway.exchange("POST", INSURER + key + "/status", "{\"status\":\"LOST\"}")
                .statusCode();
        int way = gateway.exchange("POST", INSURER + key + "/status?via=pigeon", "{\"status\":\"REFUSED\"}")
                .statusCode();

        // Then
        assertThat(List.of(unknown, wrong, way)).containsExactly(404, 400, 400);
        assertThat(results(key)).isEmpty();
    }

    @Test
    void its_credentials_are_random_and_readable_by_its_owner_only() throws Exception {
        // When
        Path file = home.resolve("sandbox/insurer-credentials");

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file)).hasSize(2).last().asString().hasSizeGreaterThan(30);
        assertThat(gateway.setting("claimgate.sandbox.insurer.password"))
                .isEqualTo(Files.readAllLines(file).get(1));
    }

    private List<JsonNode> results(ClaimKey key) {
        List<JsonNode> items = new java.util.ArrayList<>();
        gateway.get("/api/v1/results?claimKey=" + key).get("items").forEach(items::add);
        return items;
    }

    /** In our books and in the insurer's. */
    private ClaimKey declared() {
        Declaration declaration = Claims.declaration(claims.nextNumber());
        InsurerChannel channel = gateway.context.getBean(InsurerChannels.class).of("sandbox");
        var reply = channel.declare(declaration.claim().key(), channel.render(declaration), LastLook.NONE);
        String number = ((io.claimgate.exchange.Answer.Accepted) reply.outcome()).reference();
        return claims.declared("sandbox", number);
    }
}
