package io.claimgate.scenario;

import io.claimgate.policy.Contract;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.EventFacts;
import io.claimgate.receivable.EventKind;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.receivable.ReceivableFacts;
import io.claimgate.recovery.ClaimAccount;
import io.claimgate.recovery.Counted;
import io.claimgate.recovery.InsurerResult.Settlement;
import io.claimgate.recovery.InsurerResult.SettlementKind;
import io.claimgate.recovery.Loss;
import io.claimgate.recovery.LossAssessment;
import io.claimgate.recovery.LossFigures;
import io.claimgate.recovery.Received;
import io.claimgate.recovery.RecoverySplit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The money of a scenario: its loss, and who gets what of what is collected. */
record ScenarioLoss(Loss loss, BigDecimal owedBack, List<RecoverySplit.Shared> recoveries) {

    private static final String INSURER = "scenario";

    static ScenarioLoss of(
            ExposureRules rules,
            Contract contract,
            Policy policy,
            ExposureFacts facts,
            ExposurePicture picture,
            Scenario scenario) {
        Optional<EventFacts> paid = indemnityPaid(scenario);
        List<Counted> told = new ArrayList<>(collected(scenario, policy.currency()));
        paid.ifPresent(event -> told.add(indemnity(event.date(), given(event, BigDecimal.ZERO), policy.currency())));
        LossAssessment assessment =
                new LossAssessment(rules, contract, policy, ScenarioRules.withoutLimit(scenario, policy));
        LossAssessment.Assessed assessed = assessment.assess(
                facts,
                picture,
                new LossAssessment.Known(
                        claimed(facts),
                        told,
                        lateNotes(facts, paid.map(EventFacts::date).orElse(null))));
        return new ScenarioLoss(
                assessed.loss(),
                assessed.figures().creditedBack(),
                shared(facts, scenario, policy, assessed.figures(), paid));
    }

    /** Shared as if the insurer paid what the policy says, where the scenario does not say what it paid. */
    private static List<RecoverySplit.Shared> shared(
            ExposureFacts facts, Scenario scenario, Policy policy, LossFigures figures, Optional<EventFacts> paid) {
        LocalDate from = figures.from();
        List<Counted> told = new ArrayList<>(collected(scenario, policy.currency()));
        if (from != null) {
            BigDecimal amount =
                    paid.map(event -> given(event, figures.indemnity())).orElse(figures.indemnity());
            told.add(indemnity(paid.map(EventFacts::date).orElse(from), amount, policy.currency()));
        }
        return new ClaimAccount(
                        INSURER,
                        policy.currency(),
                        told,
                        Received.of(facts.payments(), policy.currency(), facts.rates()),
                        figures,
                        false,
                        false)
                .shared();
    }

    private static BigDecimal given(EventFacts event, BigDecimal otherwise) {
        return event.amount() == null ? otherwise : event.amount();
    }

    /** Of a claim its lines, else everything: what would be declared. */
    private static Set<Long> claimed(ExposureFacts facts) {
        return facts.receivables().stream()
                .filter(ReceivableFacts::isDebt)
                .map(ReceivableFacts::id)
                .filter(id -> facts.claim() == null || facts.claim().takes(id))
                .collect(Collectors.toSet());
    }

    private static Set<Long> lateNotes(ExposureFacts facts, @Nullable LocalDate paidOn) {
        return facts.receivables().stream()
                .filter(note ->
                        note.isCredit() && paidOn != null && note.issueDate().isAfter(paidOn))
                .map(ReceivableFacts::id)
                .collect(Collectors.toSet());
    }

    private static Optional<EventFacts> indemnityPaid(Scenario scenario) {
        return scenario.events().stream()
                .filter(event -> event.kind() == EventKind.INDEMNITY_PAID)
                .min(Comparator.comparing(EventFacts::date));
    }

    private static List<Counted> collected(Scenario scenario, String currency) {
        List<Counted> told = new ArrayList<>();
        for (Scenario.Collected each : scenario.recoveries()) {
            told.add(counted(
                    told.size() + 1L, SettlementKind.RECOVERY, each.on(), each.amount(), each.costs(), currency));
        }
        return told;
    }

    private static Counted indemnity(LocalDate on, BigDecimal amount, String currency) {
        return counted(0, SettlementKind.INDEMNITY, on, amount, BigDecimal.ZERO, currency);
    }

    private static Counted counted(
            long row, SettlementKind kind, LocalDate on, BigDecimal amount, BigDecimal costs, String currency) {
        String name = "%06d".formatted(row);
        return new Counted(
                row, INSURER, new Settlement(name, name, kind, amount, currency, costs, on, null, null, INSURER));
    }
}
