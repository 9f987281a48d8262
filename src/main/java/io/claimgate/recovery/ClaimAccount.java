package io.claimgate.recovery;

import io.claimgate.recovery.InsurerResult.SettlementKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All money of one claim, and what of it the books must show. It depends on what happened, not on the order in which we learnt of it.
 *
 * @param told settlements that count
 * @param received the buyer's payments to us that may be recoveries
 * @param refused whether the insurer's last word is a refusal
 * @param closed whether nothing more is expected
 */
public record ClaimAccount(
        String claimKey,
        String currency,
        List<Counted> told,
        List<Received> received,
        LossFigures loss,
        boolean refused,
        boolean closed) {

    public ClaimAccount {
        told = told.stream().sorted(Counted.BY_DATE).toList();
        received = received.stream()
                .sorted(Comparator.comparing(Received::on).thenComparingLong(Received::payment))
                .toList();
    }

    /** What the insurer paid. */
    public BigDecimal paid() {
        return sum(SettlementKind.INDEMNITY);
    }

    /** What the insurer owes or has paid. Of a claim that it refused or that is closed nothing more is expected. */
    public BigDecimal acknowledged() {
        BigDecimal paid = paid();
        boolean nothingMore = closed || (refused && paid.signum() == 0);
        return nothingMore ? paid : paid.max(sum(SettlementKind.DECISION));
    }

    /** What it takes back. Its own demand comes first against what our credit notes make us owe: both tell of one thing. */
    public BigDecimal clawedBack() {
        return sum(SettlementKind.CLAWBACK).max(creditedBack());
    }

    /** What it has left us with. */
    public BigDecimal indemnity() {
        return acknowledged().subtract(clawedBack()).max(BigDecimal.ZERO);
    }

    /** Recoveries with their shares, by date. */
    public List<RecoverySplit.Shared> shared() {
        List<Recovery> recoveries = new ArrayList<>(recoveries(SettlementKind.RECOVERY));
        recoveries.addAll(receivedRecoveries());
        return new RecoverySplit(indemnity(), loss.outstanding(), loss.from(), currency).of(recoveries);
    }

    /** What is still to be collected. */
    public BigDecimal remaining() {
        BigDecimal collected = Stream.concat(
                        recoveries(SettlementKind.RECOVERY).stream(), receivedRecoveries().stream())
                .filter(recovery -> !loss.reducesLoss(recovery.on()))
                .map(Recovery::gross)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return loss.outstanding().subtract(collected).max(BigDecimal.ZERO);
    }

    /** What the books must show, in the order in which it is booked. */
    public List<Movement> movements() {
        List<Movement> movements = new ArrayList<>(acknowledgements());
        whole(movements, SettlementKind.INDEMNITY, MovementKind.INDEMNITY_PAID);
        movements.addAll(recovered());
        whole(movements, SettlementKind.COST, MovementKind.COSTS_CHARGED);
        whole(movements, SettlementKind.CLAWBACK, MovementKind.CLAWBACK);
        BigDecimal ours = creditedBack().subtract(sum(SettlementKind.CLAWBACK));
        if (ours.signum() > 0) {
            movements.add(Movement.whole(
                    MovementKind.CLAWBACK,
                    "credit-notes/" + claimKey,
                    Objects.requireNonNull(loss.creditedOn(), "a credit note has a day"),
                    ours,
                    null));
        }
        return movements;
    }

    /** Decisions, as far as they are still expected; what was paid beyond them was acknowledged by paying it. */
    private List<Movement> acknowledgements() {
        List<Movement> movements = new ArrayList<>();
        BigDecimal expected = acknowledged();
        for (Counted decision : of(SettlementKind.DECISION)) {
            BigDecimal amount = decision.settlement().amount().min(expected);
            expected = expected.subtract(amount);
            add(movements, decision, MovementKind.INDEMNITY_ACKNOWLEDGED, decision.root(), amount);
        }
        BigDecimal decided = sum(SettlementKind.DECISION);
        for (Counted payment : of(SettlementKind.INDEMNITY)) {
            BigDecimal covered = payment.settlement().amount().min(decided);
            decided = decided.subtract(covered);
            add(
                    movements,
                    payment,
                    MovementKind.INDEMNITY_ACKNOWLEDGED,
                    payment.root() + "/acknowledged",
                    payment.settlement().amount().subtract(covered));
        }
        return movements;
    }

    private void whole(List<Movement> movements, SettlementKind told, MovementKind kind) {
        of(told).forEach(each ->
                add(movements, each, kind, each.root(), each.settlement().amount()));
    }

    private static void add(List<Movement> movements, Counted told, MovementKind kind, String root, BigDecimal amount) {
        if (amount.signum() > 0) {
            movements.add(Movement.whole(kind, root, told.settlement().valueDate(), amount, told.row()));
        }
    }

    private List<Movement> recovered() {
        Map<String, Long> rows = new HashMap<>();
        of(SettlementKind.RECOVERY).forEach(each -> rows.put(each.root(), each.row()));
        Map<String, Long> payments = new HashMap<>();
        received.forEach(each -> payments.put(each.root(), each.payment()));
        return shared().stream()
                .map(share -> new Movement(
                        share.recovery().root(),
                        rows.containsKey(share.recovery().root())
                                ? MovementKind.RECOVERY_BY_INSURER
                                : MovementKind.RECOVERY_BY_INSURED,
                        share.recovery().on(),
                        share.recovery().gross(),
                        share.recovery().costs(),
                        share.insurer(),
                        share.insured(),
                        rows.get(share.recovery().root()),
                        payments.get(share.recovery().root())))
                .toList();
    }

    /** Nothing is shared with an insurer that has paid nothing; what the buyer pays beyond the loss is for something else. */
    private List<Recovery> receivedRecoveries() {
        List<Recovery> recoveries = new ArrayList<>();
        if (paid().signum() == 0) {
            return recoveries;
        }
        BigDecimal left = loss.outstanding().subtract(sumAfterLoss());
        for (Received each : received) {
            BigDecimal amount = loss.reducesLoss(each.on())
                    ? BigDecimal.ZERO
                    : each.amount().min(left);
            if (amount.signum() > 0) {
                left = left.subtract(amount);
                recoveries.add(new Recovery(each.root(), each.on(), amount, BigDecimal.ZERO, null));
            }
        }
        return recoveries;
    }

    private BigDecimal sumAfterLoss() {
        return recoveries(SettlementKind.RECOVERY).stream()
                .filter(recovery -> !loss.reducesLoss(recovery.on()))
                .map(Recovery::gross)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Recovery> recoveries(SettlementKind kind) {
        return of(kind).stream()
                .map(each -> new Recovery(
                        each.root(),
                        each.settlement().valueDate(),
                        each.settlement().amount(),
                        each.costs(),
                        each.statedShare()))
                .toList();
    }

    /** Never more than it paid. */
    private BigDecimal creditedBack() {
        return loss.creditedBack().min(paid());
    }

    private List<Counted> of(SettlementKind kind) {
        return told.stream().filter(each -> each.settlement().kind() == kind).toList();
    }

    private BigDecimal sum(SettlementKind kind) {
        return of(kind).stream().map(each -> each.settlement().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
