package io.claimgate.flow.settlement;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimState;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.recovery.ClaimAccount;
import io.claimgate.recovery.Closing;
import io.claimgate.recovery.InsurerResult.Decision;
import io.claimgate.recovery.InsurersWord.Said;
import io.claimgate.recovery.MovementChanges;
import io.claimgate.recovery.MovementKind;
import io.claimgate.recovery.Remittance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where everything that was told leaves a claim: its books, its state, and whether it is over. */
final class ClaimEnd {

    /** Told by an event of their own. */
    private static final Set<ClaimState> DECISIONS =
            Set.of(ClaimState.ACCEPTED, ClaimState.PARTIALLY_ACCEPTED, ClaimState.REFUSED);

    private final SettlementBooks books;
    private final Ideas ideas;
    private final MoneyWork money;
    private final SettlementEvents events;

    ClaimEnd(SettlementBooks books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.money = new MoneyWork(books, ideas);
        this.events = new SettlementEvents(ideas);
    }

    /**
     * Brings it there.
     *
     * @param told whether anything new was told of it
     * @return when it must be looked at again if nothing happens until then
     */
    Optional<Instant> reach(ClaimCase open, boolean told) {
        Claim stored = open.claim();
        boolean closed = stored.state() == ClaimState.CLOSED;
        ClaimAccount account = open.account(closed);
        MovementChanges changes = money.changes(open, account);
        boolean reopened = closed && !changes.none();
        if (reopened) {
            // Late money counts, and what was given up at the end is expected again.
            account = open.account(false);
            changes = money.changes(open, account);
        }
        boolean written = money.write(open, account, changes, told);
        if (!closed || reopened) {
            become(open, state(open, account), reopened);
        }
        Optional<Instant> again = end(open, account);
        keep(open, stored, written);
        return again;
    }

    /** A person says that it is over: what is acknowledged and was not paid is not expected any more. */
    void close(ClaimCase open, String actor, String reason) {
        Claim stored = open.claim();
        open.become(stored.settled(ClaimState.CLOSED));
        ClaimAccount account = open.account(true);
        money.write(open, account, money.changes(open, account), true);
        events.record(open.claim(), "closed", actor, Map.of("reason", reason));
        keep(open, stored, true);
    }

    /** Why a person may not close it; empty: he may. */
    Optional<String> hindrance(ClaimCase open) {
        return Closing.hindranceToPerson(situation(open, open.account(false)));
    }

    /** Whoever changes a fact of an exposure has it computed anew. */
    void recompute(ClaimCase open) {
        Claim claim = open.claim();
        ideas.tasks()
                .arm(
                        TaskKinds.EXPOSURE,
                        Long.toString(claim.subject().exposureId()),
                        claim.subject().creditor(),
                        open.now(),
                        claim.window().closeAt());
    }

    private void keep(ClaimCase open, Claim stored, boolean written) {
        if (open.claim() != stored) {
            books.declaration().claims().update(open.claim());
        }
        if (written || open.claim() != stored) {
            recompute(open);
        }
    }

    private static ClaimState state(ClaimCase open, ClaimAccount account) {
        boolean recovered = account.movements().stream()
                .anyMatch(movement -> movement.kind() == MovementKind.RECOVERY_BY_INSURER
                        || movement.kind() == MovementKind.RECOVERY_BY_INSURED);
        ClaimState next = open.word().state(account.paid().signum() > 0, recovered);
        return next == null ? open.claim().state() : next;
    }

    private void become(ClaimCase open, ClaimState next, boolean reopened) {
        if (next == open.claim().state()) {
            return;
        }
        Claim before = open.claim();
        Claim claim = before.settled(next);
        open.become(claim);
        if (before.state() == ClaimState.REFUSED || reopened) {
            // Nobody looked after its file while it seemed to be over.
            ideas.tasks()
                    .arm(TaskKinds.DOSSIER, claim.key().value(), claim.subject().creditor(), open.now(), Tasks.NEVER);
        }
        if (reopened) {
            events.record(claim, "reopened", EventLog.MACHINE, Map.of());
        } else if (!DECISIONS.contains(next)) {
            events.record(claim, next.name().toLowerCase(Locale.ROOT).replace('_', '-'), EventLog.MACHINE, Map.of());
        }
    }

    private Optional<Instant> end(ClaimCase open, ClaimAccount account) {
        Closing closing = Closing.byItself(
                situation(open, account), books.settings().closeRefusedAfter(), open.zone(), open.now());
        if (closing instanceof Closing.Over over) {
            Claim claim = open.claim().settled(ClaimState.CLOSED);
            open.become(claim);
            events.record(claim, "closed", EventLog.MACHINE, Map.of("reason", over.reason()));
        }
        return closing instanceof Closing.Later later ? Optional.of(later.at()) : Optional.empty();
    }

    private Closing.Situation situation(ClaimCase open, ClaimAccount account) {
        BigDecimal owed = books.remittances().of(open.claim().key()).stream()
                .filter(Remittance::owed)
                .map(Remittance::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Closing.Situation(
                open.claim().state(),
                account,
                owed,
                books.postings().openOf(open.claim().key().value()),
                open.word()
                        .last()
                        .filter(word -> word.status() == Decision.REFUSED)
                        .map(Said::at)
                        .orElse(null));
    }
}
