package io.claimgate.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.DurablePostgres;
import io.claimgate.support.ExternalBroker;
import io.claimgate.support.RunningGateway;
import io.claimgate.support.TopicListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Profile production on a real PostgreSQL and on the broker that is shipped, over TLS, which is down when the gateway starts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionTest {

    private static final String TOPIC = "claimgate.events";
    private static final String SCRAPER = "a-password-of-the-figures";

    private DurablePostgres database;
    private ExternalBroker broker;
    private TopicListener listener;
    private RunningGateway gateway;
    private int accounts;

    @BeforeAll
    void start_while_the_broker_is_down(@TempDir Path folder) {
        database = DurablePostgres.start();
        broker = ExternalBroker.in(folder.resolve("broker")).start();
        listener = new TopicListener(broker, TOPIC);
        broker.kill();
        Map<String, String> settings = new TreeMap<>(database.settings());
        settings.putAll(broker.settings());
        settings.put("claimgate.scraper.password", SCRAPER);
        gateway = RunningGateway.production(folder.resolve("home"), settings);
    }

    @AfterAll
    void stop() {
        gateway.close();
        broker.close();
        database.close();
    }

    @Test
    void no_event_is_lost_while_the_broker_is_down_killed_and_started_again() throws Exception {
        // Given: events from before the broker was there
        makeAccount();
        broker.start();
        awaitAllEvents();
        // When
        makeAccount();
        broker.kill();
        makeAccount();
        makeAccount();
        broker.start();
        makeAccount();
        // Then
        List<JsonNode> received = awaitAllEvents();
        assertThat(received).allSatisfy(event -> {
            assertThat(event.get("specversion").asText()).isEqualTo("1.0");
            assertThat(event.get("type").asText()).startsWith("io.claimgate.");
        });
        Map<String, Long> last = new HashMap<>();
        Set<String> seen = new TreeSet<>();
        for (JsonNode event : received) {
            if (seen.add(event.get("id").asText())) {
                long sequence = Long.parseLong(event.get("sequence").asText());
                Long before = last.put(event.get("subject").asText(), sequence);
                assertThat(before == null || before < sequence)
                        .as(event.toString())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "statement_timeout,                   10min",
        "lock_timeout,                        2min",
        "idle_in_transaction_session_timeout, 1min",
        "tcp_keepalives_idle,                 30",
        "application_name,                    claimgate"
    })
    void a_session_of_the_database_has_the_limits_that_were_chosen(String name, String value) {
        // When
        String found = JdbcClient.create(gateway.context.getBean(DataSource.class))
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
        // Then
        assertThat(found).isEqualTo(value);
    }

    @Test
    void management_answers_on_its_own_port_of_this_machine_only() throws Exception {
        // Given
        int management = Integer.parseInt(gateway.setting("local.management.port"));
        // Then
        assertThat(management).isNotEqualTo(gateway.port);
        assertThat(status(management, "/actuator/health/readiness", "")).isEqualTo(200);
        assertThat(status(management, "/actuator/prometheus", "")).isEqualTo(401);
        assertThat(status(management, "/actuator/env", "prometheus:" + SCRAPER)).isEqualTo(403);
        assertThat(status(gateway.port, "/actuator/health", "prometheus:" + SCRAPER))
                .isEqualTo(404);
        assertThat(status(gateway.port, "/actuator/prometheus", "prometheus:" + SCRAPER))
                .isEqualTo(404);
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : card.inetAddresses().toList()) {
                assertThat(address.isLoopbackAddress() || refuses(address, management))
                        .as(address.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void a_load_balancer_asks_on_the_port_that_serves() throws Exception {
        // When
        int live = status(gateway.port, "/livez", "");
        int ready = status(gateway.port, "/readyz", "");
        // Then
        assertThat(List.of(live, ready)).containsExactly(200, 200);
    }

    @Test
    void the_scraper_has_an_account_that_sees_and_does_nothing() throws Exception {
        // Given
        int management = Integer.parseInt(gateway.setting("local.management.port"));
        // When
        int figures = status(management, "/actuator/prometheus", "prometheus:" + SCRAPER);
        int accountsOfOthers = status(gateway.port, "/api/v1/accounts", "prometheus:" + SCRAPER);
        // Then
        assertThat(figures).isEqualTo(200);
        assertThat(accountsOfOthers).isEqualTo(403);
    }

    @Test
    void the_image_knows_by_its_own_means_whether_the_gateway_is_ready() throws Exception {
        // When
        int ready = readyScript(gateway.setting("local.management.port"));
        int nobodyThere = readyScript("1");
        // Then
        assertThat(ready).isZero();
        assertThat(nobodyThere).isNotZero();
    }

    @Test
    void a_session_goes_over_tls_only_and_forwarded_headers_of_strangers_are_nothing() throws Exception {
        // Given
        HttpRequest login = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port + "/login"))
                .build();
        // When
        HttpResponse<String> answer = HttpClient.newHttpClient().send(login, HttpResponse.BodyHandlers.ofString());
        // Then
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure").contains("HttpOnly"));
        assertThat("10.0.0.1".matches(gateway.setting("server.tomcat.remoteip.internal-proxies")))
                .isFalse();
        assertThat("127.0.0.1".matches(gateway.setting("server.tomcat.remoteip.internal-proxies")))
                .isTrue();
    }

    private void makeAccount() {
        gateway.post(
                "/api/v1/accounts",
                "{\"name\":\"somebody" + accounts++
                        + "\",\"password\":\"long enough for it\",\"rights\":[\"viewer\"],\"creditors\":[\"*\"]}");
    }

    private List<JsonNode> awaitAllEvents() {
        Set<String> recorded = gateway.sql.sql("select id from v_event").query(String.class).list().stream()
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(recorded).isNotEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(listener.receive().stream()
                                .map(event -> event.get("id").asText()))
                        .containsAll(recorded));
        return listener.receive();
    }

    private static int status(int port, String path, String login) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!login.isEmpty()) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes()));
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int readyScript(String port) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("/bin/bash", "deploy/gateway/ready.sh");
        script.environment().put("MANAGEMENT_SERVER_PORT", port);
        return script.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static boolean refuses(InetAddress address, int port) {
        try (Socket open = new Socket(address, port)) {
            return !open.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }
}
