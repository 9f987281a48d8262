package io.claimgate.operations.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.flow.watch.Scenarios;
import io.claimgate.policy.PolicyBook;
import io.claimgate.problem.Problem;
import io.claimgate.scenario.ScenarioRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Scenarios kept beside their policy: an edit that moves a date is told by file and value. */
class SavedScenarioTest {

    private static final String PATH = SavedScenario.path("WHAT-IF", "late");
    private static final String FACTS = "{\"invoices\":[{\"number\":\"A\",\"issueDate\":\"2026-03-01\","
            + "\"dueDate\":\"2026-03-31\",\"gross\":1000.00}]}";

    @Test
    void what_is_kept_passes_as_long_as_nothing_moves() throws Exception {
        // Given
        Scenarios scenarios = scenarios("P4M");

        // When
        List<Problem> problems = check(kept(scenarios), scenarios);

        // Then
        assertThat(kept(scenarios)).contains("\"closesOn\" : \"2026-07-31\"", "\"gross\" : 1000.00");
        assertThat(problems).isEmpty();
    }

    @Test
    void an_edit_of_the_policy_is_told_by_file_and_value() throws Exception {
        // Given
        String kept = kept(scenarios("P4M"));

        // When
        List<Problem> problems = check(kept, scenarios("P5M"));

        // Then
        assertThat(problems.stream().map(Problem::sentence))
                .contains(
                        "OPS-002 " + PATH
                                + ", expect/exposure/declaration/closesOn \"2026-08-31\": is what the policy gives now,"
                                + " expected was \"2026-07-31\"; correct the policy, or the expectation if the change is meant");
    }

    @Test
    void a_file_that_is_none_is_told_with_its_place() {
        // Given
        Scenarios scenarios = scenarios("P4M");

        // When
        List<String> told = List.of(
                check("{", scenarios).get(0).sentence(),
                check("{\"policy\":\"WHAT-IF\"}", scenarios).get(0).sentence(),
                check("{\"policy\":\"P\",\"facts\":{},\"expect\":{}}", scenarios)
                        .get(0)
                        .sentence(),
                check("{\"policy\":\"WHAT-IF\",\"facts\":{\"invoices\":[{}]},\"expect\":{}}", scenarios)
                        .get(0)
                        .sentence());

        // Then
        assertThat(told.get(0))
                .startsWith("OPS-002 " + PATH + ", line 1, column")
                .endsWith("is not JSON; look for a missing quote, comma or bracket");
        assertThat(told.get(1))
                .isEqualTo("OPS-002 " + PATH + ": has no facts; a saved scenario has policy, facts and expect");
        assertThat(told.get(2)).isEqualTo("OPS-002 " + PATH + ", policy \"P\": there is no sound policy of that name");
        assertThat(told.get(3)).isEqualTo("OPS-002 " + PATH + ", facts.invoices[0].dueDate: give it; see /v3/api-docs");
    }

    private static String kept(Scenarios scenarios) throws Exception {
        ScenarioReader.Read read = ScenarioReader.read(FACTS, "EUR");
        return SavedScenario.text(
                "WHAT-IF", FACTS, ScenarioAnswer.of(scenarios.run("WHAT-IF", read.scenario()), read.labels()));
    }

    private static List<Problem> check(String text, Scenarios scenarios) {
        return SavedScenario.check(new TreeMap<>(java.util.Map.of(PATH, text)), scenarios);
    }

    private static Scenarios scenarios(String closes) {
        JollydayCalendars holidays = new JollydayCalendars();
        String policy;
        try {
            policy = Files.readString(Path.of("mappings/policies/ACME-2026.yaml"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        String text =
                policy.replaceFirst("policy: ACME-2026", "policy: WHAT-IF").replace("P4M", closes);
        PolicyFiles.Result read = new PolicyFiles(holidays).read(List.of(new PolicyFiles.Source("WHAT-IF.yaml", text)));
        assertThat(read.problems()).isEmpty();
        return new Scenarios(PolicyBook.of(read.policies()), new ScenarioRules(holidays));
    }
}
