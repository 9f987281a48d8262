package io.claimgate.flow.settlement;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimState;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.settlement.ClaimResults.Fact;
import io.claimgate.flow.settlement.ClaimResults.Outcome;
import io.claimgate.flow.settlement.ClaimResults.Row;
import io.claimgate.problem.ProblemCode;
import io.claimgate.receivable.EventKind;
import io.claimgate.recovery.InsurerResult;
import io.claimgate.recovery.InsurersWord;
import io.claimgate.recovery.InsurersWord.Change;
import io.claimgate.recovery.InsurersWord.Said;
import java.util.List;

/** Takes in what the insurer says of where a claim stands, and what it asks for. */
final class Words {

    private final SettlementBooks books;
    private final Ideas ideas;
    private final SettlementEvents events;

    Words(SettlementBooks books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.events = new SettlementEvents(ideas);
    }

    void hear(ClaimCase open, Row row, Said said) {
        InsurersWord before = open.word();
        if (row.result() instanceof InsurerResult.DocumentsRequest request) {
            books.results().wanted(open.claim().key(), request);
            ideas.tasks()
                    .arm(
                            TaskKinds.DOSSIER,
                            open.claim().key().value(),
                            open.claim().subject().creditor(),
                            open.now(),
                            Tasks.NEVER);
        } else if (before.said().stream().anyMatch(other -> sameWord(other, said))) {
            books.results().outcome(row.id(), Outcome.REPEATED, "the insurer had said so before", open.now());
            return;
        }
        if (said.status() == InsurerResult.Decision.ACKNOWLEDGED) {
            acknowledged(open, row, said);
        }
        InsurersWord after = before.and(said);
        boolean last = after.last().filter(said::equals).isPresent();
        if (last && said.status() == InsurerResult.Decision.REFUSED && open.paid()) {
            refusedWhatItPaid(open, row);
            return;
        }
        open.heard(after);
        alertChanges(open.claim(), before.changes(), after.changes());
        if (!last || open.claim().state() == ClaimState.CLOSED) {
            String why = last ? "the claim is closed" : "what the insurer said later holds";
            books.results().outcome(row.id(), Outcome.SUPERSEDED, why, open.now());
            return;
        }
        books.results().outcome(row.id(), Outcome.APPLIED, null, open.now());
        if (row.result() instanceof InsurerResult.Status status && InsurersWord.decides(status.status())) {
            events.decided(open.claim(), status);
        }
    }

    private static boolean sameWord(Said one, Said other) {
        return one.status() == other.status() && one.at().equals(other.at());
    }

    private void acknowledged(ClaimCase open, Row row, Said said) {
        Claim claim = open.claim();
        books.results()
                .fact(new Fact(
                        claim.subject().creditor(),
                        EventKind.ACKNOWLEDGED.name(),
                        said.at().atZone(open.zone()).toLocalDate(),
                        claim.subject().buyerId(),
                        claim.key(),
                        "result/" + row.insurer() + "/" + row.result().messageId(),
                        open.now()));
    }

    private void refusedWhatItPaid(ClaimCase open, Row row) {
        String what =
                "the insurer refuses what it has paid (message " + row.result().messageId() + ")";
        books.results().outcome(row.id(), Outcome.CONTRADICTS, what, open.now());
        events.alert(open.claim(), ProblemCode.REC_010, Severity.CRITICAL, Long.toString(row.id()), what);
    }

    private void alertChanges(Claim claim, List<Change> known, List<Change> all) {
        all.stream()
                .filter(change -> !known.contains(change))
                .forEach(change -> events.alert(
                        claim,
                        ProblemCode.REC_010,
                        change.after().status() == InsurerResult.Decision.REFUSED
                                ? Severity.CRITICAL
                                : Severity.WARNING,
                        Long.toString(change.after().id()),
                        "the insurer said " + change.before().status() + " at "
                                + change.before().at() + " and "
                                + change.after().status() + " at "
                                + change.after().at()));
    }
}
