package io.claimgate.flow.settlement;

import io.claimgate.accounting.Booking;
import io.claimgate.accounting.Booking.Amount;
import io.claimgate.claim.Claim;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.settlement.ClaimMoney.Books;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.Term;
import io.claimgate.recovery.ClaimAccount;
import io.claimgate.recovery.Counted;
import io.claimgate.recovery.Movement;
import io.claimgate.recovery.MovementChanges;
import io.claimgate.recovery.MovementChanges.Entry;
import io.claimgate.recovery.MovementKind;
import io.claimgate.recovery.RemittanceChanges;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the books of a claim show what its account says: writes the differences, has them booked, keeps what we owe the insurer. */
final class MoneyWork {

    private final SettlementBooks books;
    private final MoneyAlerts alerts;

    MoneyWork(SettlementBooks books, Ideas ideas) {
        this.books = books;
        this.alerts = new MoneyAlerts(books, ideas);
    }

    /** What had to be written. */
    MovementChanges changes(ClaimCase open, ClaimAccount account) {
        Books stands = books.money().of(open.claim().key());
        return MovementChanges.between(stands.standing(), stands.versions(), account.movements());
    }

    /** Writes it; whether anything changed. */
    boolean write(ClaimCase open, ClaimAccount account, MovementChanges changes, boolean told) {
        Claim claim = open.claim();
        changes.reversed().forEach(entry -> {
            books.money().reverse(claim, entry, open.today(), open.now());
            book(open, entry, entry.reversalCause(), true, open.today());
        });
        changes.booked().forEach(entry -> {
            LocalDate on = entry.version() == 1 ? entry.movement().on() : open.today();
            books.money().book(claim, entry, on, open.now());
            book(open, entry, entry.cause(), false, on);
        });
        boolean owedOtherwise = owe(open, account);
        books.money().loss(claim.key(), account.loss(), account.remaining(), open.now());
        boolean changed = told || !changes.none() || owedOtherwise;
        if (changed) {
            alerts.raise(open, account);
        }
        return changed;
    }

    private boolean owe(ClaimCase open, ClaimAccount account) {
        RemittanceChanges changes =
                RemittanceChanges.between(books.remittances().of(open.claim().key()), account.movements());
        changes.voided().forEach(row -> books.remittances().cancel(row, open.now()));
        changes.owed()
                .forEach(owed -> books.remittances()
                        .owe(open.claim(), owed, closesOn(open, owed.movement().on()), open.now()));
        alerts.tooMuch(open, changes.tooMuch());
        return !changes.none();
    }

    /** By the policy's term for what we owe the insurer; null where it sets none. */
    private static @Nullable LocalDate closesOn(ClaimCase open, LocalDate receivedOn) {
        DeadlineRule rule = open.policy().rule(DeadlineKind.REMITTANCE);
        return rule != null && rule.closes() instanceof Term.At at && at.anchor() == FactAnchor.PAYMENT_RECEIVED
                ? receivedOn.plus(at.period())
                : null;
    }

    private void book(ClaimCase open, Entry entry, String cause, boolean reversal, LocalDate on) {
        Movement movement = entry.movement();
        books.bookkeeping()
                .book(booking(
                        open.claim(),
                        cause,
                        event(movement.kind(), reversal),
                        on,
                        amounts(movement),
                        reference(open, movement),
                        books.money().receivables(open.claim().key())));
    }

    static Booking booking(
            Claim claim,
            String cause,
            Booking.Event event,
            LocalDate on,
            Map<Amount, BigDecimal> amounts,
            String reference,
            List<Booking.Receivable> receivables) {
        return new Booking(
                cause,
                event,
                claim.key().value(),
                claim.subject().creditor(),
                claim.subject().buyerId(),
                claim.subject().insurer(),
                reference,
                on,
                claim.currency(),
                amounts,
                receivables);
    }

    private static Booking.Event event(MovementKind kind, boolean reversal) {
        if (!reversal) {
            return Booking.Event.valueOf(kind.name());
        }
        Booking.Event booked = Booking.Event.valueOf(kind.name());
        for (Booking.Event event : Booking.Event.values()) {
            if (event.reverses() == booked) {
                return event;
            }
        }
        throw new IllegalStateException(kind + " is never taken back: the insurer tells another movement instead");
    }

    private static Map<Amount, BigDecimal> amounts(Movement movement) {
        Map<Amount, BigDecimal> amounts = new EnumMap<>(Amount.class);
        amounts.put(Amount.GROSS, movement.amount());
        if (movement.kind() == MovementKind.RECOVERY_BY_INSURER
                || movement.kind() == MovementKind.RECOVERY_BY_INSURED) {
            amounts.put(Amount.COSTS, movement.costs());
            amounts.put(Amount.NET, movement.amount().subtract(movement.costs()));
            amounts.put(Amount.INSURER_SHARE, movement.insurerShare());
            amounts.put(Amount.INSURED_SHARE, movement.insuredShare());
        }
        return amounts;
    }

    /** The insurer's words for this movement, else its number for the claim. */
    private static String reference(ClaimCase open, Movement movement) {
        Map<Long, String> references = new HashMap<>();
        for (Counted told : new ArrayList<>(open.told())) {
            references.put(told.row(), told.settlement().reference());
        }
        Long row = movement.result();
        String number = open.claim().insurerClaimNumber();
        String told = row == null ? "" : references.getOrDefault(row, "");
        return !told.isEmpty() ? told : number == null ? "" : number;
    }
}
