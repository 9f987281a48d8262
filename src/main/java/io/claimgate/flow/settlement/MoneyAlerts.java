package io.claimgate.flow.settlement;

import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.Ideas;
import io.claimgate.problem.ProblemCode;
import io.claimgate.receivable.PaymentFacts;
import io.claimgate.recovery.ClaimAccount;
import io.claimgate.recovery.Counted;
import io.claimgate.recovery.InsurerResult.SettlementKind;
import io.claimgate.recovery.RecoverySplit;
import io.claimgate.recovery.Remittance;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What of a claim's money a person must look at. Raised when something new came, cleared when it is no longer so. */
final class MoneyAlerts {

    private final SettlementBooks books;
    private final SettlementEvents events;

    MoneyAlerts(SettlementBooks books, Ideas ideas) {
        this.books = books;
        this.events = new SettlementEvents(ideas);
    }

    void raise(ClaimCase open, ClaimAccount account) {
        sharesDiffer(open, account);
        owed(open, account);
        creditNotes(open, account);
        unexplained(open, account);
    }

    /** Shares that the insurer states and the policy would not give. Nothing can be compared before it acknowledged anything. */
    private void sharesDiffer(ClaimCase open, ClaimAccount account) {
        Set<String> steps = new HashSet<>();
        if (account.indemnity().signum() > 0) {
            for (RecoverySplit.Shared share : account.shared()) {
                Counted told = open.told().stream()
                        .filter(each -> each.root().equals(share.recovery().root()))
                        .findFirst()
                        .orElse(null);
                if (told != null && share.differs()) {
                    String step = Long.toString(told.row());
                    steps.add(step);
                    events.alert(
                            open.claim(),
                            ProblemCode.REC_012,
                            Severity.WARNING,
                            step,
                            "of recovery " + told.settlement().settlementId() + ", net "
                                    + share.recovery().net().toPlainString() + ", the insurer keeps "
                                    + share.insurer().toPlainString() + ", by the policy it is "
                                    + share.ours().toPlainString());
                }
            }
        }
        events.retain(open.claim(), ProblemCode.REC_012, steps);
    }

    private void owed(ClaimCase open, ClaimAccount account) {
        Set<String> steps = new HashSet<>();
        for (Remittance row : books.remittances().of(open.claim().key())) {
            if (row.owed()) {
                steps.add(Long.toString(row.id()));
                events.alert(
                        open.claim(),
                        ProblemCode.REC_018,
                        Severity.WARNING,
                        Long.toString(row.id()),
                        "remittance " + row.id() + ", " + row.amount().toPlainString() + " " + account.currency()
                                + " since " + row.receivedOn() + " for " + row.root());
            }
        }
        events.retain(open.claim(), ProblemCode.REC_018, steps);
    }

    /** @param amounts by root */
    void tooMuch(ClaimCase open, Map<String, BigDecimal> amounts) {
        Set<String> steps = new HashSet<>();
        amounts.forEach((root, amount) -> {
            String step = root.replace('|', '/');
            steps.add(step);
            events.alert(
                    open.claim(),
                    ProblemCode.REC_015,
                    Severity.CRITICAL,
                    step,
                    "for " + root + " the insurer was paid " + amount.toPlainString() + " "
                            + open.claim().currency() + " too much");
        });
        events.retain(open.claim(), ProblemCode.REC_015, steps);
    }

    private void creditNotes(ClaimCase open, ClaimAccount account) {
        boolean unknown = account.paid().signum() > 0 && account.loss().creditUnknown();
        if (unknown) {
            events.alert(
                    open.claim(),
                    ProblemCode.REC_016,
                    Severity.CRITICAL,
                    "",
                    "credit notes came after the indemnity, and our books know no cover of the loss");
        }
        events.retain(open.claim(), ProblemCode.REC_016, unknown ? Set.of("") : Set.of());
        BigDecimal demanded = open.told().stream()
                .filter(each -> each.settlement().kind() == SettlementKind.CLAWBACK)
                .map(each -> each.settlement().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal ours = account.loss().creditedBack();
        boolean differs = demanded.signum() > 0 && ours.signum() > 0 && demanded.compareTo(ours) != 0;
        if (differs) {
            events.alert(
                    open.claim(),
                    ProblemCode.REC_019,
                    Severity.WARNING,
                    "",
                    "the insurer takes back " + demanded.toPlainString() + ", by our credit notes it is "
                            + ours.toPlainString());
        }
        events.retain(open.claim(), ProblemCode.REC_019, differs ? Set.of("") : Set.of());
    }

    /** What only a fall of the open amount tells of is no proof of money: our own postings may have cleared the account. */
    private void unexplained(ClaimCase open, ClaimAccount account) {
        Set<String> steps = new HashSet<>();
        for (PaymentFacts payment : open.facts().payments()) {
            boolean asks = payment.derived()
                    && payment.reversalOf() == null
                    && account.paid().signum() > 0
                    && !account.loss().reducesLoss(payment.paidOn());
            if (asks) {
                steps.add(Long.toString(payment.id()));
                events.alert(
                        open.claim(),
                        ProblemCode.REC_017,
                        Severity.WARNING,
                        Long.toString(payment.id()),
                        "invoice " + payment.invoiceNumber() + " fell by "
                                + payment.amount().toPlainString() + " on " + payment.paidOn());
            }
        }
        events.retain(open.claim(), ProblemCode.REC_017, steps);
    }
}
