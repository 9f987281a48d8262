package io.claimgate.laboratory.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stub insurer writes down what it takes before it answers, in whatever way it then answers. */
class StubInsurerTest {

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource
    void what_a_mode_takes_stands_in_the_ledger_and_nothing_else_does(StubMode mode) {
        try (InsurerProcess insurer = InsurerProcess.start(folder, Map.of())) {
            // Given
            insurer.behave("DeclareClaim", List.of(mode), 100, 1, 7, Duration.ofMillis(200));

            // When
            String first = declare(insurer, "K-1");
            Awaitility.await().until(() -> insurer.ledger("accept").size() == (mode.takes() ? 1 : 0));
            String second = declare(insurer, "K-1");

            // Then
            assertThat(insurer.ledger("accept")).as(first).hasSize(mode.takes() ? 2 : 1);
            assertThat(second).contains("<duplicate>" + mode.takes() + "</duplicate>", "<claimNumber>CL-");
        }
    }

    @Test
    void what_it_took_it_still_has_after_a_death() {
        try (InsurerProcess insurer = InsurerProcess.start(folder, Map.of("decides", "true"))) {
            // Given
            declare(insurer, "K-1");

            // When
            insurer.process().restart();

            // Then
            assertThat(say(
                            insurer,
                            "<GetClaim xmlns=\"urn:claimgate:insurer-claims:1\"><claimKey>K-1</claimKey></GetClaim>"))
                    .contains("<amount>100.00</amount>");
            assertThat(insurer.ledger("result").stream()
                            .map(line -> line.path("kind").asText("")))
                    .containsExactly("", "INDEMNITY", "RECOVERY", "INDEMNITY");
        }
    }

    @Test
    void one_that_is_not_idempotent_makes_two_claims_of_two_messages() {
        try (InsurerProcess insurer = InsurerProcess.start(folder, Map.of("idempotent", "false"))) {
            // When
            declare(insurer, "K-1");
            declare(insurer, "K-1");

            // Then
            assertThat(insurer.ledger("accept").stream()
                            .map((JsonNode line) -> line.path("number").asText())
                            .distinct())
                    .hasSize(2);
        }
    }

    @Test
    void the_same_seed_draws_the_same_calls() {
        // Given
        StubBehaviour behaviour =
                new StubBehaviour(List.copyOf(EnumSet.allOf(StubMode.class)), 30, Integer.MAX_VALUE, 42, Duration.ZERO);

        // When
        long affected = java.util.stream.IntStream.range(0, 10_000)
                .filter(key -> behaviour.at("K-" + key, 1) != StubMode.NORMAL)
                .count();

        // Then
        assertThat(affected).isBetween(2_500L, 3_100L);
        assertThat(behaviour.at("K-7", 3)).isEqualTo(behaviour.at("K-7", 3));
    }

    private String declare(InsurerProcess insurer, String key) {
        return say(
                insurer,
                "<DeclareClaim xmlns=\"urn:claimgate:insurer-claims:1\"><claimKey>" + key
                        + "</claimKey><debtor><number>C1</number></debtor><amount>100.00</amount><currency>EUR</currency>"
                        + "<invoice><number>F-1</number><outstanding>100.00</outstanding></invoice></DeclareClaim>");
    }

    private String say(InsurerProcess insurer, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(insurer.url()))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>" + body
                                + "</e:Body></e:Envelope>"))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
