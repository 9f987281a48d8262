package io.claimgate.operations.scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.claimgate.flow.watch.Scenarios;
import io.claimgate.policy.Policy;
import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that is kept beside its policy as a test: {@code mappings/policies/<policy>/<name>.scenario.json} with the {@code facts} and
 * what of the answer is expected of them. {@code --check} runs all of them: whoever edits a policy sees which dates and amounts move.
 */
public final class SavedScenario {

    public static final String FOLDER = "mappings/policies";
    public static final String ENDING = ".scenario.json";

    /** Words that an edit may change without moving a date or an amount. */
    private static final Set<String> WORDS = Set.of("id", "rule", "explanation", "policyVersion", "policy");

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private SavedScenario() {}

    /** The path of a scenario below {@code claimgate.config}. */
    public static String path(String policy, String name) {
        return FOLDER + "/" + policy + "/" + name + ENDING;
    }

    /** The text of the file: the facts as they were given, and all dates and amounts of the answer. */
    public static String text(String policy, String facts, ScenarioAnswer answer) {
        try {
            ObjectNode file = JSON.createObjectNode();
            file.put("policy", policy);
            file.set("facts", JSON.readTree(facts));
            file.set("expect", withoutWords(JSON.valueToTree(answer)));
            return JSON.writeValueAsString(file) + "\n";
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the facts are no JSON", e);
        }
    }

    /** What differs, file by file, value by value. */
    public static List<Problem> check(SortedMap<String, String> files, Scenarios scenarios) {
        List<Problem> problems = new ArrayList<>();
        files.forEach((path, text) -> problems.addAll(check(path, text, scenarios)));
        return problems;
    }

    private static List<Problem> check(String path, String text, Scenarios scenarios) {
        JsonNode file;
        try {
            file = JSON.readTree(text);
        } catch (JacksonException e) {
            Problem problem = ScenarioReader.problem(e);
            return List.of(fault(path + ", " + problem.place(), problem.value(), problem.detail()));
        }
        for (String key : List.of("policy", "facts", "expect")) {
            if (!file.has(key)) {
                return List.of(fault(path, null, "has no " + key + "; a saved scenario has policy, facts and expect"));
            }
        }
        Optional<Policy> policy = scenarios.policy(file.get("policy").asText());
        if (policy.isEmpty()) {
            return List.of(
                    fault(path + ", policy", file.get("policy").asText(), "there is no sound policy of that name"));
        }
        ScenarioReader.Read read =
                ScenarioReader.read(file.get("facts").toString(), policy.get().currency());
        if (read.scenario() == null) {
            return read.problems().stream()
                    .map(problem -> fault(path + ", facts." + problem.place(), problem.value(), problem.detail()))
                    .toList();
        }
        JsonNode answer =
                JSON.valueToTree(ScenarioAnswer.of(scenarios.run(policy.get().name(), read.scenario()), read.labels()));
        List<Problem> differences = new ArrayList<>();
        compare(path + ", expect", file.get("expect"), answer, differences);
        return differences;
    }

    /** Every value that is expected must be in the answer; what is not mentioned may be anything. */
    private static void compare(String place, JsonNode expected, JsonNode actual, List<Problem> differences) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(entry -> compare(
                            place + "/" + entry.getKey(), entry.getValue(), actual.path(entry.getKey()), differences));
        } else if (expected.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(place + "/" + i, expected.get(i), actual.get(i), differences);
            }
        } else if (!same(expected, actual)) {
            differences.add(fault(
                    place,
                    actual.isMissingNode() ? "nothing" : actual.isValueNode() ? actual.asText() : actual.toString(),
                    "is what the policy gives now, expected was " + expected
                            + "; correct the policy, or the expectation if the change is meant"));
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        return expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }

    private static JsonNode withoutWords(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(WORDS);
        }
        node.forEach(SavedScenario::withoutWords);
        return node;
    }

    private static Problem fault(String place, @Nullable String value, String detail) {
        return new Problem(ProblemCode.OPS_002, place, value, detail);
    }
}
