package io.claimgate.recovery;

import io.claimgate.policy.Contract;
import io.claimgate.policy.Cover;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.receivable.OwedLine;
import io.claimgate.receivable.PaymentFacts;
import io.claimgate.receivable.PolicyMoney;
import io.claimgate.receivable.ReceivableFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes a claim's loss from the books: what was owed when recoveries began, and what the policy pays for it. */
public final class LossAssessment {

    private final ExposureRules rules;
    private final Contract contract;
    private final Policy policy;
    private final Cover.WithoutLimit withoutLimit;

    /** @param policy whose terms the claim was declared under; one of the contract's */
    public LossAssessment(ExposureRules rules, Contract contract, Policy policy) {
        this(rules, contract, policy, policy.cover().withoutLimit());
    }

    /** @param withoutLimit what holds before any limit is known, whatever the policy says */
    public LossAssessment(ExposureRules rules, Contract contract, Policy policy, Cover.WithoutLimit withoutLimit) {
        this.rules = rules;
        this.contract = contract;
        this.policy = policy;
        this.withoutLimit = withoutLimit;
    }

    /**
     * What is known besides the exposure's own facts.
     *
     * @param receivables that the claim declared
     * @param told settlements that count
     * @param lateNotes credit notes that nobody knew of when the insurer paid
     */
    public record Known(Set<Long> receivables, List<Counted> told, Set<Long> lateNotes) {

        public Known {
            receivables = Set.copyOf(receivables);
            told = List.copyOf(told);
            lateNotes = Set.copyOf(lateNotes);
        }

        @Nullable
        LocalDate paidOn() {
            return told.stream()
                    .filter(each -> each.settlement().kind() == InsurerResult.SettlementKind.INDEMNITY)
                    .map(each -> each.settlement().valueDate())
                    .min(LocalDate::compareTo)
                    .orElse(null);
        }
    }

    /** The loss, line by line, with its figures. */
    public record Assessed(Loss loss, LossFigures figures) {}

    /** The figures as of now. */
    public LossFigures figures(ExposureFacts facts, Known known, Instant now) {
        return assess(facts, rules.compute(contract, facts, now), known).figures();
    }

    /** @param picture of the same facts */
    public Assessed assess(ExposureFacts facts, ExposurePicture picture, Known known) {
        LocalDate from = RecoveryStart.of(policy.loss().recoveryFrom(), DateOfLoss.of(facts, picture), known.paidOn());
        ExposureFacts counted = beforeLoss(facts, known.told(), from);
        PolicyMoney money =
                new PolicyMoney(facts.rates(), policy.currency(), policy.loss().fx(), picture.dateOfLoss());
        Loss loss = loss(counted, picture, known.receivables(), money);
        Loss before = known.lateNotes().isEmpty()
                ? loss
                : loss(without(counted, known.lateNotes()), picture, known.receivables(), money);
        LossFigures figures = new LossFigures(
                loss.outstanding(),
                loss.indemnity(),
                from,
                before.indemnity().subtract(loss.indemnity()).max(BigDecimal.ZERO),
                lastDay(facts, known.lateNotes()),
                before.indemnity().signum() == 0 && before.outstanding().compareTo(loss.outstanding()) > 0);
        return new Assessed(loss, figures);
    }

    private Loss loss(ExposureFacts facts, ExposurePicture picture, Set<Long> receivables, PolicyMoney money) {
        List<OwedLine> lines = rules.owed(contract, facts).stream()
                .filter(line -> receivables.contains(line.receivable()))
                .flatMap(line -> line.in(money).stream())
                .toList();
        return new LossComputation(policy.cover(), policy.loss(), policy.currency())
                .of(
                        lines,
                        new Limits(facts.limits(), withoutLimit, money),
                        picture.cover()::covered,
                        policy.cover().aggregateFirstLoss());
    }

    /** Only money from before the loss reduces it; what the insurer collected before it does as well. */
    private ExposureFacts beforeLoss(ExposureFacts facts, List<Counted> told, @Nullable LocalDate from) {
        List<PaymentFacts> payments = new ArrayList<>(MoneyBeforeLoss.of(facts, from));
        told.stream()
                .filter(each -> each.settlement().kind() == InsurerResult.SettlementKind.RECOVERY)
                .filter(each -> from == null || each.settlement().valueDate().isBefore(from))
                .map(this::collected)
                .forEach(payments::add);
        return facts.with(facts.receivables(), payments);
    }

    private PaymentFacts collected(Counted recovery) {
        return new PaymentFacts(
                -recovery.row(),
                recovery.root(),
                recovery.settlement().valueDate(),
                recovery.settlement().amount(),
                policy.currency(),
                null,
                null,
                null,
                false);
    }

    private static ExposureFacts without(ExposureFacts facts, Set<Long> notes) {
        return facts.with(
                facts.receivables().stream()
                        .filter(receivable -> !notes.contains(receivable.id()))
                        .toList(),
                facts.payments());
    }

    private static @Nullable LocalDate lastDay(ExposureFacts facts, Set<Long> notes) {
        return facts.receivables().stream()
                .filter(receivable -> notes.contains(receivable.id()))
                .map(ReceivableFacts::issueDate)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
