package io.claimgate.flow.settlement;

import io.claimgate.accounting.Booking;
import io.claimgate.accounting.Booking.Amount;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import io.claimgate.recovery.Movement;
import io.claimgate.recovery.MovementChanges.Entry;
import io.claimgate.recovery.MovementKind;
import io.claimgate.recovery.Remittance;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What persons do with a claim's money. Rights and creditors are checked before; every act is a transaction and an event. */
public final class SettlementActs {

    /** What an entry has room for. */
    private static final int LONGEST_REFERENCE = 80;

    private final SettlementBooks books;
    private final Ideas ideas;
    private final SettlementEvents events;
    private final ClaimEnd end;

    public SettlementActs(SettlementBooks books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.events = new SettlementEvents(ideas);
        this.end = new ClaimEnd(books, ideas);
    }

    /**
     * We paid the insurer what we owed.
     *
     * @param on value date
     * @param reference of the transfer
     * @throws ActRefused OPS-004 if there is none, OPS-006 if it is not owed, OPS-005 if day or reference cannot be
     */
    public void remitted(ClaimKey key, long remittance, LocalDate on, String reference, String actor) {
        ideas.transactions().executeWithoutResult(status -> {
            ClaimCase open = open(key);
            Remittance row = books.remittances().of(key).stream()
                    .filter(each -> each.id() == remittance)
                    .findFirst()
                    .orElseThrow(() ->
                            new ActRefused(ProblemCode.OPS_004, "claim " + key + " has no remittance " + remittance));
            check(open, row, on, reference);
            books.remittances().remitted(row, on, reference, actor, open.now());
            book(open, row, on, reference);
            told(open, row, on, reference, actor);
        });
    }

    /**
     * Nothing more is to be done about it.
     *
     * @throws ActRefused OPS-004 if there is none, OPS-006 if it cannot be closed now
     */
    public void close(ClaimKey key, String reason, String actor) {
        ideas.transactions().executeWithoutResult(status -> {
            ClaimCase open = open(key);
            Optional<String> hindrance = end.hindrance(open);
            if (hindrance.isPresent()) {
                throw new ActRefused(ProblemCode.OPS_006, "claim " + key + " cannot be closed: " + hindrance.get());
            }
            end.close(open, actor, reason);
        });
    }

    private ClaimCase open(ClaimKey key) {
        return ClaimCase.open(books, ideas, key)
                .orElseThrow(() -> new ActRefused(ProblemCode.OPS_004, "there is no claim " + key));
    }

    private static void check(ClaimCase open, Remittance row, LocalDate on, String reference) {
        String which = "claim " + open.claim().key() + ", remittance " + row.id() + ": ";
        if (!row.owed()) {
            throw new ActRefused(ProblemCode.OPS_006, which + "it is " + row.state() + ", nothing is owed of it");
        }
        if (on.isAfter(open.today()) || on.isBefore(row.receivedOn())) {
            throw new ActRefused(
                    ProblemCode.OPS_005,
                    which + "date " + on + " does not lie between " + row.receivedOn() + ", when it was owed, and "
                            + open.today() + ", today");
        }
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            throw new ActRefused(
                    ProblemCode.OPS_005,
                    which + "reference: give that of the transfer, at most " + LONGEST_REFERENCE + " characters");
        }
    }

    private void book(ClaimCase open, Remittance row, LocalDate on, String reference) {
        Claim claim = open.claim();
        String cause = "remittance/" + row.id();
        Movement movement = Movement.whole(MovementKind.REMITTED, cause, on, row.amount(), null);
        books.money().book(claim, new Entry(movement, 1), on, open.now());
        books.bookkeeping()
                .book(MoneyWork.booking(
                        claim,
                        cause,
                        Booking.Event.REMITTED,
                        on,
                        Map.of(Amount.GROSS, row.amount()),
                        reference,
                        books.money().receivables(claim.key())));
    }

    private void told(ClaimCase open, Remittance row, LocalDate on, String reference, String actor) {
        Claim claim = open.claim();
        events.record(
                claim,
                "remitted",
                actor,
                Map.of(
                        "remittance",
                        row.id(),
                        "amount",
                        row.amount(),
                        "currency",
                        claim.currency(),
                        "date",
                        on,
                        "reference",
                        reference));
        Set<String> owed = books.remittances().of(claim.key()).stream()
                .filter(Remittance::owed)
                .map(each -> Long.toString(each.id()))
                .collect(Collectors.toSet());
        events.retain(claim, ProblemCode.REC_018, owed);
        end.recompute(open);
        // Whether that ended the claim is decided where everything else is.
        ideas.tasks()
                .arm(ResultsHandler.KIND, claim.key().value(), claim.subject().creditor(), open.now(), Tasks.NEVER);
    }
}
