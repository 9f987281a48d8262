package io.claimgate.scenario;

import io.claimgate.calendar.HolidayCalendars;
import io.claimgate.money.FxRates;
import io.claimgate.policy.Contract;
import io.claimgate.policy.Cover;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.ClaimFacts;
import io.claimgate.receivable.CoverHistory;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.receivable.PaymentsMode;
import io.claimgate.receivable.PolicyMoney;
import io.claimgate.recovery.Limits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the rules of a contract over a scenario: {@link ExposureRules} and the rules of losses and recoveries, nothing of its own. */
public final class ScenarioRules {

    private static final String CLAIM = "SCENARIO";

    private final ExposureRules rules;
    private final int longestRateAgeDays;

    /** The rules without laws of limitation, rates of the usual age. */
    public ScenarioRules(HolidayCalendars holidays) {
        this(new ExposureRules(holidays), FxRates.USUAL_AGE_DAYS);
    }

    /** @param longestRateAgeDays as the gateway has it */
    public ScenarioRules(ExposureRules rules, int longestRateAgeDays) {
        this.rules = rules;
        this.longestRateAgeDays = longestRateAgeDays;
    }

    /**
     * The outcome.
     *
     * @throws IllegalArgumentException if the scenario has no facts and no day, or if a policy names a calendar that there is not
     */
    public ScenarioOutcome run(Contract contract, Scenario scenario) {
        LocalDate asOf = scenario.asOf() == null ? scenario.latestFact() : scenario.asOf();
        if (asOf == null) {
            throw new IllegalArgumentException("the scenario has no facts; give at least one invoice, or asOf");
        }
        Instant now = contract.newest().policy().dayEnd().startOf(asOf);
        ClaimFacts claim = claim(contract, scenario);
        ExposureFacts facts = facts(scenario, claim);
        ExposurePicture picture = rules.compute(contract, facts, now);
        Policy policy = picture.term().policy();
        ScenarioLoss loss = ScenarioLoss.of(rules, contract, policy, facts, picture, scenario);
        return new ScenarioOutcome(
                asOf,
                policy,
                picture,
                new Alone(rules, contract, facts, now),
                deliveries(scenario, picture.cover(), policy, facts.rates()),
                loss.loss(),
                loss.owedBack(),
                loss.recoveries());
    }

    private ExposureFacts facts(Scenario scenario, @Nullable ClaimFacts claim) {
        return new ExposureFacts(
                scenario.receivables(),
                scenario.payments(),
                scenario.events(),
                scenario.limits(),
                PaymentsMode.EXPLICIT,
                claim,
                new FxRates(scenario.rates(), longestRateAgeDays),
                scenario.buyerCountry());
    }

    /** The claim as the gateway would have made it: of what was known on the day of the declaration. */
    private @Nullable ClaimFacts claim(Contract contract, Scenario scenario) {
        Scenario.Declared declared = scenario.declared();
        if (declared == null) {
            return null;
        }
        Policy policy = contract.newest().policy();
        Instant at = declared.instant(policy.dayEnd());
        ExposurePicture before =
                rules.compute(contract, facts(Known.by(scenario, policy.dayEnd().dayOf(at)), null), at);
        Map<Long, BigDecimal> lines = new HashMap<>();
        before.declaration().lines().forEach(line -> lines.put(line.receivableId(), line.amount()));
        Long governing = before.governing();
        return new ClaimFacts(CLAIM, ClaimFacts.Phase.ACCEPTED, at, governing == null ? 0 : governing, lines);
    }

    private static List<ScenarioOutcome.Delivery> deliveries(
            Scenario scenario, CoverHistory cover, Policy policy, FxRates rates) {
        Limits limits = new Limits(
                scenario.limits(),
                withoutLimit(scenario, policy),
                new PolicyMoney(rates, policy.currency(), policy.loss().fx(), null));
        return scenario.deliveries().stream()
                .map(day -> new ScenarioOutcome.Delivery(
                        day,
                        cover.covered(day)
                                && limits.on(day, day)
                                        .map(limit -> limit.signum() > 0)
                                        .orElse(true)))
                .toList();
    }

    /** A scenario without any limit is one without a limit's bounds; with one, the policy says what held before it. */
    static Cover.WithoutLimit withoutLimit(Scenario scenario, Policy policy) {
        return scenario.limits().isEmpty()
                ? Cover.WithoutLimit.COVERED
                : policy.cover().withoutLimit();
    }
}
