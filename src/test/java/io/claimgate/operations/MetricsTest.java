package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.support.Databases;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The figures for Prometheus and the OpenAPI document, over real HTTP, on both databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MetricsTest {

    static final class OnH2Test extends MetricsTest {
        OnH2Test() {
            super(Databases.H2);
        }
    }

    static final class OnPostgresqlTest extends MetricsTest {
        OnPostgresqlTest() {
            super(Databases.POSTGRESQL);
        }
    }

    private final Databases database;
    private RunningOperations room;

    MetricsTest(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path home) {
        room = new RunningOperations(database, home);
        room.story();
    }

    @AfterAll
    void stop() {
        room.close();
    }

    private String read(String path) throws Exception {
        String login = room.account("viewer", "*") + ":" + RunningOperations.PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + room.port + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void figures_come_from_the_database_under_the_names_of_the_contract() throws Exception {
        // Then, once the figures are gathered that tell of the story
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(read("/actuator/prometheus"))
                        .contains("claimgate_receivables{state=\"CLOSING\"} 3.0")
                        .contains("claimgate_deadlines{kind=\"declaration\",status=\"MISSED\"} 1.0")
                        .contains("claimgate_amount_at_risk{currency=\"EUR\",within=\"7\"} 61726.2")
                        .contains("claimgate_amount_at_risk{currency=\"JPY\",within=\"30\"} 5000000.0")
                        // The safe day is 2 June in a zone two hours ahead: it ends at 22:00 UTC, 38 hours from now.
                        .contains("claimgate_slack_seconds 136800.0")
                        .contains("claimgate_tasks{kind=\"claim\",state=\"PARKED\"} 2.0")
                        .contains("claimgate_task_oldest_seconds{kind=\"exposure\"} 3600.0")
                        .contains("claimgate_unknown_outcomes 0.0")
                        .contains("claimgate_alerts{severity=\"INFO\"} 0.0")
                        .contains("claimgate_outgoing_paused{scope=\"ALL\"} 0.0")
                        .contains("claimgate_poll_age_seconds{route=\"test.poll\"}")
                        .contains(
                                "claimgate_files_total{feed=\"open-items\",source=\"acme\",status=\"PARTIALLY_ACCEPTED\"} 1.0")
                        .contains("claimgate_records_total{feed=\"open-items\",outcome=\"rejected\"} 6.0")
                        .contains("claimgate_submissions_total{insurer=\"sandbox\",outcome=\"ACKNOWLEDGED\"} 1.0")
                        .contains("claimgate_submission_seconds_sum{insurer=\"sandbox\",outcome=\"ACKNOWLEDGED\"} 2.0")
                        .doesNotContain("Dupont")
                        .doesNotContain("CG-WAITING-1"));
    }

    @Test
    void gauge_of_what_is_gone_goes_too() throws Exception {
        // Given
        long task = new Fixture(room.jdbc).task("passing", "1", "ACME-FR", "READY");
        Awaitility.await().until(() -> read("/actuator/prometheus").contains("kind=\"passing\""));
        // When
        room.jdbc.sql("delete from task where id = ?").param(task).update();
        // Then
        Awaitility.await().until(() -> !read("/actuator/prometheus").contains("kind=\"passing\""));
    }

    @Test
    void openapi_document_describes_every_call() throws Exception {
        // When
        var document = new ObjectMapper().readTree(read("/v3/api-docs"));
        // Then
        assertThat(document.get("info").get("title").asText()).isEqualTo("Claimgate");
        assertThat(document.get("paths")).hasSizeGreaterThan(35);
        document.get("paths")
                .forEach(path -> path.forEach(
                        call -> assertThat(call.path("summary").asText()).isNotBlank()));
        assertThat(document.at("/paths/~1api~1v1~1deadlines/get/parameters").findValuesAsText("name"))
                .contains("kind", "status", "within", "size", "after");
    }
}
