package io.claimgate.operations.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.policy.Contract;
import io.claimgate.scenario.Scenario;
import io.claimgate.scenario.ScenarioRules;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long scenarios take on one core: {@code -Dbench.scenarios=10000000}, half of them plain, half the whole story of a claim. */
@Tag("bench")
class ScenarioBench {

    private static final int SCENARIOS = Integer.getInteger("bench.scenarios", 10_000_000);
    private static final String PLAIN = """
            {"asOf":"2026-07-10","limit":{"amount":200000,"from":"2026-01-01"},
             "invoices":[{"number":"A","issueDate":"2026-03-01","dueDate":"2026-03-31","net":100000.00,"gross":120000.00}]}""";

    @Test
    void scenarios_on_one_core() {
        // Given
        Contract contract = Contract.of(WorkedScenarioTest.policy());
        ScenarioRules rules = new ScenarioRules(new JollydayCalendars());
        Scenario plain = ScenarioReader.read(PLAIN, "EUR").scenario();
        Scenario whole = ScenarioReader.read(WorkedScenarioTest.FACTS, "EUR").scenario();
        run(rules, contract, plain, SCENARIOS / 100);
        run(rules, contract, whole, SCENARIOS / 100);

        // When
        double first = run(rules, contract, plain, SCENARIOS / 2);
        double second = run(rules, contract, whole, SCENARIOS / 2);

        // Then
        System.out.printf(
                Locale.ROOT,
                "%,d scenarios on one core: %.0f s; one invoice %.1f us, a bounced payment, claim, loss and recovery %.1f us%n",
                SCENARIOS,
                first + second,
                first / (SCENARIOS / 2) * 1e6,
                second / (SCENARIOS / 2) * 1e6);
    }

    /** Seconds. */
    private static double run(ScenarioRules rules, Contract contract, Scenario scenario, int times) {
        long clocks = 0;
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            clocks += rules.run(contract, scenario).picture().deadlines().size();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(clocks).isGreaterThanOrEqualTo(times);
        return seconds;
    }
}
