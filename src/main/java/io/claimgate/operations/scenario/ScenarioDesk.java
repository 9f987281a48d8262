package io.claimgate.operations.scenario;

import io.claimgate.flow.watch.Scenarios;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.policy.Policy;
import io.claimgate.problem.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes scenarios from people: only by policies of creditors whose data they see. */
@Component
public class ScenarioDesk {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private final ObjectProvider<Scenarios> scenarios;
    private final @Nullable Path configuration;

    ScenarioDesk(ObjectProvider<Scenarios> scenarios, @Value("${claimgate.config:}") String configuration) {
        this.scenarios = scenarios;
        this.configuration =
                configuration.isBlank() ? null : Path.of(configuration).toAbsolutePath();
    }

    /** The policies whose rules the caller may try. */
    public List<Policy> policies(Caller caller) {
        return scenarios.getObject().policies().stream()
                .filter(policy -> sees(caller, policy))
                .toList();
    }

    /**
     * The answer of the rules.
     *
     * @param json the facts, as contracts.md 6 writes them
     * @throws ApiProblem 400 that names every fault of the facts, 404 if the policy is not there or not the caller's to see
     */
    public ScenarioAnswer run(Caller caller, String policy, String json) {
        Policy named = policy(caller, policy);
        ScenarioReader.Read read = ScenarioReader.read(json, named.currency());
        if (read.scenario() == null) {
            throw ApiProblem.badRequest(
                    read.problems().stream().map(ScenarioDesk::words).collect(Collectors.joining("; ")));
        }
        return ScenarioAnswer.of(scenarios.getObject().run(policy, read.scenario()), read.labels());
    }

    /** What is wrong with the facts, a sentence each; empty if nothing is. */
    public List<String> faults(Caller caller, String policy, String json) {
        return ScenarioReader.read(json, policy(caller, policy).currency()).problems().stream()
                .map(ScenarioDesk::words)
                .toList();
    }

    /**
     * The scenario as a file that {@code --check} runs.
     *
     * @throws ApiProblem as {@link #run}
     */
    public String asTest(Caller caller, String policy, String json) {
        return SavedScenario.text(policy, json, run(caller, policy, json));
    }

    /**
     * Keeps the scenario beside its policy; nothing is overwritten.
     *
     * @return where it lies below {@code claimgate.config}
     * @throws ApiProblem as {@link #run}; 409 if there is one of that name, or no folder to write to
     */
    public String keep(Caller caller, String policy, String name, String json) {
        if (!NAME.matcher(name).matches()) {
            throw ApiProblem.badRequest("name \"" + name + "\": write 1 to 60 of a-z, 0-9 and hyphens");
        }
        String text = asTest(caller, policy, json);
        Path folder = this.configuration;
        if (folder == null) {
            throw ApiProblem.conflict("claimgate.config names no folder: download the scenario and lay it at "
                    + SavedScenario.path(policy, name));
        }
        Path file = folder.resolve(SavedScenario.path(policy, name));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw ApiProblem.conflict(
                    "name \"" + name + "\": policy " + policy + " has a scenario of that name; choose another");
        } catch (IOException e) {
            throw ApiProblem.conflict(
                    "the folder of claimgate.config cannot be written to: download the scenario and lay it at "
                            + SavedScenario.path(policy, name));
        }
        return SavedScenario.path(policy, name);
    }

    private Policy policy(Caller caller, String name) {
        return scenarios
                .getObject()
                .policy(name)
                .filter(policy -> sees(caller, policy))
                .orElseThrow(() -> ApiProblem.notFound("policy " + name));
    }

    private static boolean sees(Caller caller, Policy policy) {
        return policy.creditors().stream().anyMatch(caller.creditors()::sees);
    }

    private static String words(Problem problem) {
        return problem.place() + (problem.value() == null ? "" : " \"" + problem.value() + "\"") + " "
                + problem.detail();
    }
}
