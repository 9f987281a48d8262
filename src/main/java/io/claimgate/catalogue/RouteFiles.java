package io.claimgate.catalogue;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a route file must keep to: an id {@code context.verb-object}, a description, one of the three error policies, at most a dozen steps,
 * and no secret.
 */
public final class RouteFiles {

    private static final Pattern ID = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*(\\.(\\{\\{[a-z]+}}|[a-z0-9-]+))?");
    private static final Set<String> ERROR_POLICIES = Set.of("edge-file", "edge-partner", "internal");
    private static final int MOST_STEPS = 12;
    private static final Pattern SECRET =
            Pattern.compile("(?i)\\b(password|passphrase|secret|token)\\s*:\\s*(?!\\s*[\"']?\\{\\{)\\S+");

    private final YAMLMapper yaml = new YAMLMapper();

    /** Every fault of these files, by path and content. */
    public List<Problem> check(Map<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        files.forEach((path, text) -> check(path, text, problems));
        return problems;
    }

    private void check(String path, String text, List<Problem> problems) {
        try {
            for (JsonNode entry : yaml.readTree(text)) {
                JsonNode template = entry.path("routeTemplate");
                JsonNode route = template.isMissingNode() ? entry.path("route") : template.path("route");
                if (!route.isMissingNode()) {
                    route(path, text, template.path("id").asText(null), route, problems);
                }
            }
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            problems.add(new Problem(
                    ProblemCode.OPS_002,
                    path + (location == null ? "" : ":" + location.getLineNr()),
                    null,
                    "not YAML: " + e.getOriginalMessage()));
        }
        secrets(path, text, problems);
    }

    private static void route(
            String path, String text, @Nullable String template, JsonNode route, List<Problem> problems) {
        String id = route.path("id").asText(template);
        String place = path + ":" + line(text, id);
        if (id == null || (template == null && !ID.matcher(id).matches())) {
            problems.add(new Problem(
                    ProblemCode.OPS_002, place, id, "a route's id is context.verb-object, such as erp.take-file"));
        }
        if (route.path("description").asText("").isBlank()) {
            problems.add(new Problem(ProblemCode.OPS_003, place, id, "say in a description what the route does"));
        }
        String policy = route.path("routeConfigurationId").asText("");
        if (!ERROR_POLICIES.contains(policy)) {
            problems.add(new Problem(
                    ProblemCode.OPS_002,
                    place,
                    policy,
                    "routeConfigurationId is one of edge-file, edge-partner, internal"));
        }
        int steps = route.path("from").path("steps").size();
        if (steps > MOST_STEPS) {
            problems.add(new Problem(
                    ProblemCode.OPS_002,
                    place,
                    Integer.toString(steps),
                    "a route is a short story of at most " + MOST_STEPS + " steps; move decisions into Java"));
        }
    }

    private static void secrets(String path, String text, List<Problem> problems) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (SECRET.matcher(lines.get(i)).find()) {
                problems.add(new Problem(
                        ProblemCode.OPS_008,
                        path + ":" + (i + 1),
                        null,
                        "a secret does not stand in a route; refer to a setting by {{...}}"));
            }
        }
    }

    private static int line(String text, @Nullable String word) {
        int at = word == null ? -1 : text.indexOf(word);
        return at < 0
                ? 1
                : (int) text.substring(0, at).lines().count() + (text.charAt(Math.max(0, at - 1)) == '\n' ? 1 : 0);
    }
}
