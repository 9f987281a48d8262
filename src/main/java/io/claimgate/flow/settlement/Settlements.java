package io.claimgate.flow.settlement;

import io.claimgate.claim.Claim;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.settlement.ClaimResults.Fact;
import io.claimgate.flow.settlement.ClaimResults.Outcome;
import io.claimgate.flow.settlement.ClaimResults.Row;
import io.claimgate.problem.ProblemCode;
import io.claimgate.receivable.EventKind;
import io.claimgate.recovery.Counted;
import io.claimgate.recovery.InsurerResult.Settlement;
import io.claimgate.recovery.InsurerResult.SettlementKind;
import io.claimgate.recovery.RecoverySplit;
import io.claimgate.recovery.SettlementCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides which movements of money count: each once, and none that cannot be right. */
final class Settlements {

    private final SettlementBooks books;
    private final SettlementEvents events;

    Settlements(SettlementBooks books, Ideas ideas) {
        this.books = books;
        this.events = new SettlementEvents(ideas);
    }

    void take(ClaimCase open, Row row, Settlement told) {
        Optional<Row> counted = books.results().counted(row.insurer(), told.settlementId());
        if (counted.isPresent()) {
            again(open, row, told, counted.get());
            return;
        }
        Optional<String> fault = SettlementCheck.fault(told, open.claim().currency());
        if (fault.isPresent()) {
            String what = "settlement " + told.settlementId() + ": " + fault.get() + ours(open, row, told);
            contradicts(open, row, ProblemCode.REC_014, what);
            return;
        }
        open.count(row, told);
        books.results().outcome(row.id(), Outcome.APPLIED, null, open.now());
        clearFault(open, told.settlementId());
        events.received(open.claim(), told);
        if (told.kind() == SettlementKind.INDEMNITY) {
            paid(open, row, told);
        }
    }

    /** A movement that counts already: the same once more, or something else under its name. */
    private void again(ClaimCase open, Row row, Settlement told, Row first) {
        boolean here = open.told().stream().anyMatch(each -> each.row() == first.id());
        if (here && first.result() instanceof Settlement other && SettlementCheck.same(told, other)) {
            books.results()
                    .outcome(
                            row.id(),
                            Outcome.REPEATED,
                            "message " + first.result().messageId() + " had told it",
                            open.now());
            return;
        }
        contradicts(
                open,
                row,
                ProblemCode.REC_011,
                "settlement " + told.settlementId() + " is told as " + words(told) + " by message " + told.messageId()
                        + " and otherwise by message " + first.result().messageId() + ", which counts");
    }

    private void contradicts(ClaimCase open, Row row, ProblemCode code, String what) {
        books.results().outcome(row.id(), Outcome.CONTRADICTS, what, open.now());
        events.alert(open.claim(), code, Severity.CRITICAL, Long.toString(row.id()), what);
    }

    /** What the policy makes of a recovery whose shares cannot be right. */
    private String ours(ClaimCase open, Row row, Settlement told) {
        boolean split = told.kind() == SettlementKind.RECOVERY
                && told.currency().equals(open.claim().currency())
                && told.amount().signum() > 0
                && SettlementCheck.fault(unshared(told), told.currency()).isEmpty();
        if (!split) {
            return "";
        }
        List<Counted> counted = new ArrayList<>(open.told());
        Counted wanted = new Counted(row.id(), row.insurer(), unshared(told));
        counted.add(wanted);
        return open.account(counted, false).shared().stream()
                .filter(share -> share.recovery().root().equals(wanted.root()))
                .findFirst()
                .map(Settlements::words)
                .orElse("");
    }

    private static String words(RecoverySplit.Shared share) {
        return "; by the policy the insurer gets " + share.ours().toPlainString() + " and we keep "
                + share.recovery().net().subtract(share.ours()).toPlainString();
    }

    private static Settlement unshared(Settlement told) {
        return new Settlement(
                told.messageId(),
                told.settlementId(),
                told.kind(),
                told.amount(),
                told.currency(),
                told.costs(),
                told.valueDate(),
                null,
                null,
                told.reference());
    }

    private static String words(Settlement told) {
        BigDecimal costs = told.costs();
        return told.kind() + " " + told.amount().toPlainString() + " " + told.currency() + " of " + told.valueDate()
                + (costs == null ? "" : ", costs " + costs.toPlainString());
    }

    /** It was told again as it should be. */
    private void clearFault(ClaimCase open, String settlementId) {
        events.retain(open.claim(), ProblemCode.REC_014, open.settlementsBut(settlementId));
    }

    private void paid(ClaimCase open, Row row, Settlement told) {
        Claim claim = open.claim();
        books.results()
                .fact(new Fact(
                        claim.subject().creditor(),
                        EventKind.INDEMNITY_PAID.name(),
                        told.valueDate(),
                        claim.subject().buyerId(),
                        claim.key(),
                        Counted.root(row.insurer(), told.settlementId()),
                        open.now()));
    }
}
