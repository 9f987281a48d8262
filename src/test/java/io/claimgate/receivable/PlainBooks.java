package io.claimgate.receivable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The oracle's ledger: every cent walks on its own to the oldest invoice that is out by then, day after day. What came back by
 * {@code today} was never paid.
 */
final class PlainBooks {

    private final List<ReceivableFacts> debts;
    private final long[] open;
    private final Map<PlainDay, List<Cents>> coming = new HashMap<>();
    private final Map<PlainDay, long[]> atStart = new HashMap<>();

    private record Cents(boolean payment, long id, String currency, long many) {}

    /**
     * @param debts oldest first
     * @param today null: with everything that ever came back
     * @param told whether a fall of an open amount is taken for money on that very invoice
     */
    PlainBooks(
            List<ReceivableFacts> debts, ExposureFacts facts, PlainDay today, boolean told, PlainDay from, int days) {
        this.debts = debts;
        this.open = debts.stream().mapToLong(debt -> cents(debt.gross())).toArray();
        facts.receivables().stream()
                .filter(note -> !debts.contains(note))
                .sorted(Comparator.comparing(ReceivableFacts::issueDate).thenComparing(ReceivableFacts::id))
                .forEach(note -> come(
                        PlainDay.of(note.issueDate()),
                        new Cents(
                                false,
                                note.id(),
                                note.currency(),
                                off(note.precedingInvoice(), note.currency(), cents(note.gross())))));
        facts.payments().stream()
                .filter(payment -> payment.reversalOf() == null)
                .sorted(Comparator.comparing(PaymentFacts::paidOn).thenComparing(PaymentFacts::id))
                .forEach(payment -> {
                    long left = Math.max(0, cents(payment.amount()) - cameBack(payment, facts, today));
                    String invoice = told && payment.derived() ? payment.invoiceNumber() : null;
                    come(
                            PlainDay.of(payment.paidOn()),
                            new Cents(true, payment.id(), payment.currency(), off(invoice, payment.currency(), left)));
                });
        walk(from, days);
    }

    /** Whether more than the tolerance is open when the day begins. */
    boolean openAt(PlainDay day, int debt, BigDecimal tolerance) {
        return out(debt, day)
                && Objects.requireNonNull(atStart.get(day), () -> "not walked: " + day)[debt] > cents(tolerance);
    }

    /** Whether more than the tolerance is, or will come to be, open on that day or a later one. */
    boolean openFrom(PlainDay day, int debt, BigDecimal tolerance) {
        return !PlainDay.of(debts.get(debt).issueDate()).before(day) || openAt(day, debt, tolerance);
    }

    long left(int debt) {
        return open[debt];
    }

    private void walk(PlainDay from, int days) {
        Map<String, Long> purse = new HashMap<>();
        PlainDay today = from;
        for (int i = 0; i < days; i++) {
            atStart.put(today, open.clone());
            spend(purse, today);
            List<Cents> now = new ArrayList<>(coming.getOrDefault(today, List.of()));
            now.sort(Comparator.comparing(Cents::payment).thenComparing(Cents::id));
            for (Cents cents : now) {
                purse.merge(cents.currency, cents.many, Long::sum);
                spend(purse, today);
            }
            today = today.next();
        }
    }

    private void spend(Map<String, Long> purse, PlainDay today) {
        for (int oldest = 0; oldest < open.length; oldest++) {
            String currency = debts.get(oldest).currency();
            while (out(oldest, today) && open[oldest] > 0 && purse.getOrDefault(currency, 0L) > 0) {
                open[oldest]--;
                purse.merge(currency, -1L, Long::sum);
            }
        }
    }

    private boolean out(int debt, PlainDay day) {
        return !day.before(PlainDay.of(debts.get(debt).issueDate()));
    }

    /** Takes cents off the named invoice, its last instalment first; what it cannot take is left. */
    private long off(String invoice, String currency, long cents) {
        long left = cents;
        while (left > 0) {
            int last = -1;
            for (int i = 0; i < open.length; i++) {
                ReceivableFacts debt = debts.get(i);
                if (debt.invoiceNumber().equals(invoice)
                        && debt.currency().equals(currency)
                        && open[i] > 0
                        && (last < 0 || debt.instalment() > debts.get(last).instalment())) {
                    last = i;
                }
            }
            if (last < 0) {
                return left;
            }
            open[last]--;
            left--;
        }
        return left;
    }

    private void come(PlainDay day, Cents cents) {
        coming.computeIfAbsent(day, key -> new ArrayList<>()).add(cents);
    }

    static long cameBack(PaymentFacts payment, ExposureFacts facts, PlainDay today) {
        return facts.payments().stream()
                .filter(back -> payment.paymentId().equals(back.reversalOf()))
                .filter(back -> today == null || !today.before(PlainDay.of(back.paidOn())))
                .mapToLong(back -> cents(back.amount()))
                .sum();
    }

    static long cents(BigDecimal amount) {
        return amount.abs().movePointRight(2).longValueExact();
    }
}
