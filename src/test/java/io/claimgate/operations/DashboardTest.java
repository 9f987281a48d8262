package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.support.Databases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grafana's dashboard and Prometheus' alerts ask for figures and labels that a gateway really has. */
class DashboardTest {

    @Test
    void every_expression_is_of_figures_and_labels_that_there_are(@TempDir Path home) throws IOException {
        // Given
        List<String> expressions = expressions();
        try (RunningOperations room = new RunningOperations(Databases.H2, home)) {
            room.story();
            new DecidedStory(room.jdbc);
            // When
            Map<String, Set<String>> labels = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> labels(figures(room)), found -> found.containsKey("claimgate_postings"));
            // Then
            assertThat(expressions).hasSizeGreaterThan(20).allSatisfy(expression -> {
                List<String> named = all("claimgate_[a-z_]+", expression);
                Stream<String> grouped =
                        all("(?<=by \\()[^)]*", expression).stream().flatMap(group -> Stream.of(group.split(", *")));
                Stream<String> chosen = all("(?<=[{,])\\w+(?==)", expression.replaceAll("up\\{[^}]*}", "")).stream();
                List<String> wanted = Stream.concat(grouped, chosen).toList();
                assertThat(labels.keySet()).containsAll(named);
                assertThat(named)
                        .allSatisfy(
                                name -> assertThat(labels.get(name)).as(name).containsAll(wanted));
            });
        }
    }

    private static List<String> expressions() throws IOException {
        List<String> found = new ArrayList<>(new ObjectMapper()
                .readTree(Files.readString(Path.of("deploy/grafana/dashboards/claimgate.json")))
                .findValuesAsText("expr"));
        Files.readString(Path.of("deploy/prometheus/alerts.yml"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("expr: "))
                .forEach(found::add);
        return found;
    }

    /** The names of the labels of each figure. */
    private static Map<String, Set<String>> labels(String figures) {
        Map<String, Set<String>> found = new TreeMap<>();
        figures.lines().filter(line -> line.startsWith("claimgate_")).forEach(line -> {
            String name = all("^[a-z_]+", line).get(0);
            found.computeIfAbsent(name, key -> new TreeSet<>()).addAll(all("(?<=[{,])\\w+(?==\")", line));
        });
        return found;
    }

    private static String figures(RunningOperations room) throws IOException, InterruptedException {
        String login = room.account("viewer", "*") + ":" + RunningOperations.PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + room.port + "/actuator/prometheus"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
