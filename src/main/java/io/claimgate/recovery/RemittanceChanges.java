package io.claimgate.recovery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What we owe the insurer after the books changed. What is owed and not paid is replaced; what was paid stays paid, only the difference is
 * owed.
 *
 * @param voided rows that are owed no more
 * @param owed new
 * @param tooMuch by root, what the insurer was paid beyond what it gets now
 */
public record RemittanceChanges(List<Remittance> voided, List<Owed> owed, Map<String, BigDecimal> tooMuch) {

    /** @param number from 1 within its root */
    public record Owed(Movement movement, BigDecimal amount, int number) {

        /** Unique for ever. */
        public String cause() {
            return "remittance/" + movement.root() + (number == 1 ? "" : "/" + number);
        }
    }

    public boolean none() {
        return voided.isEmpty() && owed.isEmpty();
    }

    /**
     * @param all every row of the claim
     * @param standing what the books show now
     */
    public static RemittanceChanges between(List<Remittance> all, List<Movement> standing) {
        Map<String, Movement> owing = new TreeMap<>();
        standing.stream().filter(each -> each.owed().signum() > 0).forEach(each -> owing.put(each.root(), each));
        Map<String, List<Remittance>> byRoot = new TreeMap<>();
        all.forEach(row ->
                byRoot.computeIfAbsent(row.root(), key -> new ArrayList<>()).add(row));
        List<Remittance> voided = new ArrayList<>();
        List<Owed> owed = new ArrayList<>();
        Map<String, BigDecimal> tooMuch = new HashMap<>();
        Set<String> roots = new TreeSet<>(owing.keySet());
        roots.addAll(byRoot.keySet());
        for (String root : roots) {
            List<Remittance> rows = byRoot.getOrDefault(root, List.of());
            Movement movement = owing.get(root);
            BigDecimal due = (movement == null ? BigDecimal.ZERO : movement.owed())
                    .subtract(sum(rows, Remittance.State.REMITTED));
            if (due.signum() < 0) {
                tooMuch.put(root, due.negate());
            }
            BigDecimal open = due.max(BigDecimal.ZERO);
            if (sum(rows, Remittance.State.OWED).compareTo(open) != 0) {
                rows.stream().filter(Remittance::owed).forEach(voided::add);
                if (movement != null && open.signum() > 0) {
                    owed.add(new Owed(movement, open, rows.size() + 1));
                }
            }
        }
        return new RemittanceChanges(voided, owed, tooMuch);
    }

    private static BigDecimal sum(List<Remittance> rows, Remittance.State state) {
        return rows.stream()
                .filter(row -> row.state() == state)
                .map(Remittance::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
