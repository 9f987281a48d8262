package io.claimgate.flow.watch;

import io.claimgate.policy.Policy;
import io.claimgate.policy.PolicyBook;
import io.claimgate.scenario.Scenario;
import io.claimgate.scenario.ScenarioOutcome;
import io.claimgate.scenario.ScenarioRules;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What-if: the newest rules of a policy over facts that somebody typed in. Stores nothing. */
public final class Scenarios {

    private final PolicyBook book;
    private final ScenarioRules rules;

    public Scenarios(PolicyBook book, ScenarioRules rules) {
        this.book = book;
        this.rules = rules;
    }

    /** Every policy of the active configuration, by name. */
    public List<Policy> policies() {
        return book.policies();
    }

    /** A policy of the active configuration. */
    public Optional<Policy> policy(String name) {
        return book.byName(name);
    }

    /**
     * The outcome by the policy's contract: its own terms, and its renewals' for what is delivered in their time.
     *
     * @throws NoSuchElementException if there is no policy of that name
     * @throws IllegalArgumentException if the scenario has no facts and no day
     */
    public ScenarioOutcome run(String policy, Scenario scenario) {
        return rules.run(book.contractOf(book.byName(policy).orElseThrow()), scenario);
    }
}
