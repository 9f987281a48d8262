package io.claimgate.receivable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Principals after credit notes: a note with a preceding invoice reduces that invoice, as if the debt had never existed; an untied one, and
 * any excess, goes oldest first (money.md). Of several instalments the last one falls first, so that a note never makes a clock later.
 */
final class CreditNotes {

    private final List<Debt> debts;
    private final Map<String, List<Debt>> byInvoice = new HashMap<>();
    final BigDecimal[] principal;
    final List<Credit> untied = new ArrayList<>();

    CreditNotes(List<Debt> debts, List<ReceivableFacts> notes) {
        this.debts = debts;
        this.principal = debts.stream().map(debt -> debt.facts.gross()).toArray(BigDecimal[]::new);
        if (!notes.isEmpty()) {
            index();
        }
        notes.stream()
                .sorted(Comparator.comparing(ReceivableFacts::issueDate).thenComparingLong(ReceivableFacts::id))
                .forEach(this::apply);
    }

    /**
     * What is left of an amount after it reduced the invoice that it names.
     *
     * @param principals reduced in place
     * @param instalment null: all of the invoice's, the last first
     */
    BigDecimal reduceNamed(
            BigDecimal[] principals,
            @Nullable String invoice,
            @Nullable Integer instalment,
            String currency,
            BigDecimal amount) {
        if (byInvoice.isEmpty()) {
            index();
        }
        BigDecimal left = amount;
        for (Debt debt : invoice == null ? List.<Debt>of() : byInvoice.getOrDefault(invoice, List.of())) {
            if (debt.facts.currency().equals(currency)
                    && (instalment == null || instalment == debt.facts.instalment())) {
                BigDecimal part = left.min(principals[debt.rank]);
                principals[debt.rank] = principals[debt.rank].subtract(part);
                left = left.subtract(part);
            }
        }
        return left;
    }

    private void apply(ReceivableFacts note) {
        BigDecimal left = reduceNamed(
                principal,
                note.precedingInvoice(),
                null,
                note.currency(),
                note.gross().abs());
        if (left.signum() > 0) {
            untied.add(new Credit(note.issueDate(), false, note.id(), note.currency(), left));
        }
    }

    private void index() {
        for (int rank = debts.size() - 1; rank >= 0; rank--) {
            Debt debt = debts.get(rank);
            byInvoice
                    .computeIfAbsent(debt.facts.invoiceNumber(), key -> new ArrayList<>())
                    .add(debt);
        }
        byInvoice
                .values()
                .forEach(list -> list.sort(Comparator.comparingInt((Debt debt) -> debt.facts.instalment())
                        .reversed()));
    }
}
