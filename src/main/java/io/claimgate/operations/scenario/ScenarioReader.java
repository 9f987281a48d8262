package io.claimgate.operations.scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import io.claimgate.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a scenario strictly: unknown, missing and impossible values are faults with their place. */
public final class ScenarioReader {

    /** More is no scenario that somebody typed. */
    static final int MOST_INVOICES = 10_000;

    /** Strict, and exact with amounts. */
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ScenarioReader() {}

    /**
     * A scenario, or what is wrong with it.
     *
     * @param scenario null where there are problems
     * @param labels how its receivables are called, by their id: {@code A}, {@code A/2} for a second instalment
     */
    public record Read(@Nullable Scenario scenario, Map<Long, String> labels, List<Problem> problems) {}

    /** @param currency of the policy: what amounts are in that name none */
    public static Read read(String json, String currency) {
        ScenarioBody body;
        try {
            body = JSON.readValue(json, ScenarioBody.class);
        } catch (JacksonException e) {
            return new Read(null, Map.of(), List.of(problem(e)));
        }
        if (body == null) {
            return new Read(
                    null,
                    Map.of(),
                    List.of(new Problem(ProblemCode.OPS_005, "body", "null", "write the facts as a JSON object")));
        }
        return new ScenarioFacts(body, currency).read();
    }

    /** In our words: a parser's text would name our classes. */
    static Problem problem(JacksonException failure) {
        String place = failure instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? path(mapping)
                : "line " + line(failure);
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return new Problem(
                    ProblemCode.OPS_005,
                    place,
                    null,
                    "is not known here; known are "
                            + unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        if (failure instanceof InvalidFormatException wrong) {
            return new Problem(
                    ProblemCode.OPS_005,
                    place,
                    String.valueOf(wrong.getValue()),
                    "is no " + kind(wrong.getTargetType()));
        }
        if (failure instanceof JsonMappingException) {
            return new Problem(
                    ProblemCode.OPS_005, place, null, "is not of the kind that is expected here; see /v3/api-docs");
        }
        return new Problem(ProblemCode.OPS_005, place, null, "is not JSON; look for a missing quote, comma or bracket");
    }

    private static String kind(Class<?> wanted) {
        return switch (wanted.getSimpleName()) {
            case "LocalDate" -> "date; write yyyy-MM-dd";
            case "BigDecimal" -> "amount; write digits with a decimal point";
            case "Integer" -> "whole number";
            default -> "value of the kind that is expected here";
        };
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        failure.getPath().forEach(step -> {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        });
        return path.toString();
    }

    private static String line(JacksonException failure) {
        return failure.getLocation() == null
                ? "?"
                : failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr();
    }
}
