package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Allocates credits to the oldest debt, as insurers do before the loss (money.md): facts by value date, debts before payments on one day, a
 * payment reaches only debts issued by its date and the rest waits for the next one. Each debt enters and leaves the queue once: n log n.
 */
final class Ledger {

    private final List<Debt> debts;
    private final BigDecimal[] residual;
    private final @Nullable LocalDate[] clearedOn;
    private final Map<String, PriorityQueue<Integer>> open = new HashMap<>();
    private final Map<String, BigDecimal> waiting = new HashMap<>();

    private Ledger(List<Debt> debts, BigDecimal[] principal) {
        this.debts = debts;
        this.residual = principal.clone();
        this.clearedOn = new LocalDate[debts.size()];
    }

    /**
     * Runs a ledger.
     *
     * @param debts by rank
     * @param issued ranks in order of issue date, then rank
     * @param principal by rank
     * @param credits in time
     */
    static Ledger run(List<Debt> debts, int[] issued, BigDecimal[] principal, List<Credit> credits) {
        Ledger ledger = new Ledger(debts, principal);
        ArrayDeque<Credit> coming = new ArrayDeque<>(credits);
        for (int rank : issued) {
            LocalDate day = debts.get(rank).facts.issueDate();
            while (!coming.isEmpty() && coming.peek().on().isBefore(day)) {
                ledger.take(coming.remove());
            }
            ledger.issue(rank, day);
        }
        coming.forEach(ledger::take);
        return ledger;
    }

    /** Ranks in order of issue. */
    static int[] issueOrder(List<Debt> debts) {
        return debts.stream()
                .sorted(Comparator.comparing((Debt debt) -> debt.facts.issueDate())
                        .thenComparingInt(debt -> debt.rank))
                .mapToInt(debt -> debt.rank)
                .toArray();
    }

    BigDecimal residual(int rank) {
        return residual[rank];
    }

    /** The first day on which it was down to its tolerance; null while it is above. */
    @Nullable
    LocalDate clearedOn(int rank) {
        return clearedOn[rank];
    }

    /** Whether it was down to its tolerance before {@code day}. */
    boolean clearedBefore(int rank, LocalDate day) {
        LocalDate cleared = clearedOn[rank];
        return cleared != null && cleared.isBefore(day);
    }

    BigDecimal[] residuals() {
        return Arrays.copyOf(residual, residual.length);
    }

    private void issue(int rank, LocalDate day) {
        String currency = debts.get(rank).facts.currency();
        reduce(rank, BigDecimal.ZERO, day);
        if (residual[rank].signum() > 0) {
            open.computeIfAbsent(currency, key -> new PriorityQueue<>()).add(rank);
            BigDecimal rest = waiting.remove(currency);
            if (rest != null) {
                allocate(currency, rest, day);
            }
        }
    }

    private void take(Credit credit) {
        allocate(credit.currency(), credit.amount(), credit.on());
    }

    private void allocate(String currency, BigDecimal amount, LocalDate day) {
        PriorityQueue<Integer> queue = open.computeIfAbsent(currency, key -> new PriorityQueue<>());
        BigDecimal left = amount;
        while (left.signum() > 0 && !queue.isEmpty()) {
            int oldest = queue.element();
            BigDecimal part = left.min(residual[oldest]);
            reduce(oldest, part, day);
            left = left.subtract(part);
            if (residual[oldest].signum() == 0) {
                queue.remove();
            }
        }
        if (left.signum() > 0) {
            waiting.merge(currency, left, BigDecimal::add);
        }
    }

    private void reduce(int rank, BigDecimal part, LocalDate day) {
        residual[rank] = residual[rank].subtract(part);
        if (clearedOn[rank] == null && residual[rank].compareTo(debts.get(rank).tolerance()) <= 0) {
            clearedOn[rank] = day;
        }
    }
}
