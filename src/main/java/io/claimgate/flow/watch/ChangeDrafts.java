package io.claimgate.flow.watch;

import io.claimgate.claim.BuyersPicture;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.DeadlineStatus;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.declaration.ChangePlans;
import io.claimgate.money.Currencies;
import io.claimgate.policy.Contract;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.ClaimFacts;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.receivable.OwedLine;
import io.claimgate.receivable.PolicyMoney;
import io.claimgate.receivable.ReceivableFacts;
import io.claimgate.receivable.ReceivablePicture;
import io.claimgate.receivable.ReceivableState;
import io.claimgate.recovery.DateOfLoss;
import io.claimgate.recovery.MoneyBeforeLoss;
import io.claimgate.recovery.RecoveryStart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Has the insurer told what became of a claim that it has: what a computed exposure says beside what was declared. */
public final class ChangeDrafts {

    private static final Set<DeadlineStatus> RUNNING =
            EnumSet.of(DeadlineStatus.UNKNOWN, DeadlineStatus.UPCOMING, DeadlineStatus.OPEN, DeadlineStatus.WARNING);

    private final ChangePlans plans;
    private final ExposureRules rules;
    private final BusinessClock clock;

    public ChangeDrafts(ChangePlans plans, ExposureRules rules, BusinessClock clock) {
        this.plans = plans;
        this.rules = rules;
        this.clock = clock;
    }

    /** Once the insurer has paid, the declared amount is final. */
    void follow(ClaimFacts claim, Contract contract, ExposurePicture picture, ExposureFacts facts) {
        ClaimKey key = new ClaimKey(claim.claimKey());
        if (claim.after().indemnifiedOn() != null) {
            plans.over(key);
            return;
        }
        Policy policy = picture.term().policy();
        ZoneId zone = policy.dayEnd().zone();
        plans.follow(
                key,
                new BuyersPicture(
                        lines(claim, contract, picture, facts),
                        ripe(claim, picture, facts, zone),
                        policy.cover().tolerance()),
                new ChangePlans.Manner(
                        policy.changes(), zone, hurry(picture, policy.changes().before(), zone)));
    }

    /** Of what was declared, without the money that is shared; of the rest, what is open. */
    private List<ClaimLine> lines(ClaimFacts claim, Contract contract, ExposurePicture picture, ExposureFacts facts) {
        Policy policy = picture.term().policy();
        LocalDate shared = RecoveryStart.of(
                policy.loss().recoveryFrom(),
                DateOfLoss.of(facts, picture),
                claim.after().indemnifiedOn());
        Map<Long, ReceivableFacts> receivables =
                facts.receivables().stream().collect(Collectors.toMap(ReceivableFacts::id, Function.identity()));
        Map<Long, BigDecimal> open = picture.receivables().stream()
                .collect(Collectors.toMap(ReceivablePicture::id, ReceivablePicture::outstanding));
        PolicyMoney money =
                new PolicyMoney(facts.rates(), picture.currency(), policy.loss().fx(), picture.dateOfLoss());
        return rules.owed(contract, MoneyBeforeLoss.in(facts, shared)).stream()
                .filter(line -> Objects.requireNonNull(receivables.get(line.receivable()))
                                .originalDueDate()
                        != null)
                .map(line -> line(
                        line,
                        claim.lines().containsKey(line.receivable())
                                ? line.residual()
                                : open.getOrDefault(line.receivable(), line.residual()),
                        Objects.requireNonNull(receivables.get(line.receivable())),
                        money))
                .toList();
    }

    private static ClaimLine line(OwedLine owed, BigDecimal amount, ReceivableFacts receivable, PolicyMoney money) {
        return new ClaimLine(
                owed.receivable(),
                receivable.invoiceNumber(),
                receivable.instalment(),
                receivable.issueDate(),
                Objects.requireNonNull(receivable.originalDueDate()),
                units(amount, owed.currency()),
                owed.currency(),
                money.worth(amount, owed.currency(), owed.issuedOn())
                        .map(worth -> worth.setScale(Currencies.minorUnits(money.currency()), RoundingMode.HALF_UP))
                        .orElse(null),
                units(owed.disputed().min(amount), owed.currency()));
    }

    /** What was there when the claim was declared and only became known later, and what has become overdue since. */
    private Set<Long> ripe(ClaimFacts claim, ExposurePicture picture, ExposureFacts facts, ZoneId zone) {
        Instant declaredAt = Objects.requireNonNull(claim.declaredAt(), "an accepted claim has an instant");
        LocalDate declaredOn = LocalDate.ofInstant(declaredAt, zone);
        LocalDate today = LocalDate.ofInstant(clock.now(), zone);
        Set<Long> open = picture.receivables().stream()
                .filter(receivable -> receivable.state() != ReceivableState.FORECLOSED
                        && receivable.state() != ReceivableState.SETTLED)
                .map(ReceivablePicture::id)
                .collect(Collectors.toCollection(HashSet::new));
        return facts.receivables().stream()
                .filter(receivable -> open.contains(receivable.id()))
                .filter(receivable -> !receivable.issueDate().isAfter(declaredOn) || overdue(receivable, today))
                .map(ReceivableFacts::id)
                .collect(Collectors.toSet());
    }

    private static boolean overdue(ReceivableFacts receivable, LocalDate today) {
        LocalDate due = receivable.originalDueDate();
        return due != null && today.isAfter(due);
    }

    private static @Nullable Instant hurry(ExposurePicture picture, @Nullable DeadlineKind kind, ZoneId zone) {
        if (kind == null) {
            return null;
        }
        return picture.deadline(kind)
                .filter(deadline -> RUNNING.contains(deadline.status()))
                .map(ChangeDrafts::last)
                .map(day -> day.atStartOfDay(zone).toInstant())
                .orElse(null);
    }

    private static @Nullable LocalDate last(Deadline deadline) {
        return deadline.safeOn() == null ? deadline.closesOn() : deadline.safeOn();
    }

    private static BigDecimal units(BigDecimal amount, String currency) {
        return amount.setScale(Currencies.minorUnits(currency), RoundingMode.UNNECESSARY);
    }
}
