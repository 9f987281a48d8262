package io.claimgate.receivable;

import io.claimgate.money.FxQuote;
import io.claimgate.money.FxRates;
import io.claimgate.money.MissingRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Allocates credits to the oldest debt, as insurers do before the loss (money.md): facts by value date, debts before payments on one day, a
 * payment reaches only debts issued by its date and the rest waits for the next one. What is left over in its own currency goes on to the
 * oldest debt of another, at the rate of its own day. Each debt enters and leaves what is open once.
 */
final class Ledger {

    private final List<Debt> debts;
    private final BigDecimal[] residual;
    private final @Nullable LocalDate[] clearedOn;
    private final Map<String, OpenDebts> open = new HashMap<>();
    private final Map<String, ArrayDeque<Credit>> waiting = new TreeMap<>();
    private final FxRates rates;
    private final SortedSet<MissingRate> missing = new TreeSet<>();
    private final List<Reduction> reductions = new ArrayList<>();

    /** What a debt fell by on a day. */
    record Reduction(int rank, LocalDate on, BigDecimal part) {}

    private Ledger(List<Debt> debts, BigDecimal[] principal, FxRates rates) {
        this.debts = debts;
        this.rates = rates;
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
    static Ledger run(List<Debt> debts, int[] issued, BigDecimal[] principal, List<Credit> credits, FxRates rates) {
        Ledger ledger = new Ledger(debts, principal, rates);
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
        // Day and rank in one number each: numbers are sorted many times faster than objects.
        long[] order = new long[debts.size()];
        for (Debt debt : debts) {
            order[debt.rank] = (debt.facts.issueDate().toEpochDay() << Integer.SIZE) + debt.rank;
        }
        Arrays.sort(order);
        return Arrays.stream(order).mapToInt(dayAndRank -> (int) dayAndRank).toArray();
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

    /** Every fall of a debt, in time. */
    List<Reduction> reductions() {
        return reductions;
    }

    /** Rates that money waits for, which could pay a debt of another currency. */
    SortedSet<MissingRate> missingRates() {
        return missing;
    }

    private void issue(int rank, LocalDate day) {
        String currency = debts.get(rank).facts.currency();
        reduce(rank, BigDecimal.ZERO, day);
        if (residual[rank].signum() > 0) {
            open(currency).add(rank);
            if (!waiting.isEmpty()) {
                useWaiting(currency, day);
                for (String other : List.copyOf(waiting.keySet())) {
                    if (!other.equals(currency)) {
                        useWaitingAbroad(other, currency, day);
                    }
                }
            }
        }
    }

    private OpenDebts open(String currency) {
        return open.computeIfAbsent(currency, key -> new OpenDebts());
    }

    /** Money that came before there was anything to pay, in the order in which it came. */
    private void useWaiting(String currency, LocalDate day) {
        ArrayDeque<Credit> credits = waiting.getOrDefault(currency, new ArrayDeque<>());
        while (!credits.isEmpty() && !open(currency).isEmpty()) {
            Credit first = credits.removeFirst();
            BigDecimal left = within(currency, first.amount(), day);
            if (left.signum() > 0) {
                credits.addFirst(first.left(left));
            }
        }
    }

    private void useWaitingAbroad(String currency, String owed, LocalDate day) {
        ArrayDeque<Credit> kept = new ArrayDeque<>();
        for (Credit credit : waiting.getOrDefault(currency, new ArrayDeque<>())) {
            BigDecimal left = open(owed).isEmpty() ? credit.amount() : abroad(credit, credit.amount(), day);
            if (left.signum() > 0) {
                kept.add(credit.left(left));
            }
        }
        waiting.put(currency, kept);
    }

    private void take(Credit credit) {
        BigDecimal left = within(credit.currency(), credit.amount(), credit.on());
        left = left.signum() > 0 ? abroad(credit, left, credit.on()) : left;
        if (left.signum() > 0) {
            waiting.computeIfAbsent(credit.currency(), key -> new ArrayDeque<>())
                    .addLast(credit.left(left));
        }
    }

    /** Pays the oldest of its own currency; what is left. */
    private BigDecimal within(String currency, BigDecimal amount, LocalDate day) {
        OpenDebts debts = open(currency);
        BigDecimal left = amount;
        while (left.signum() > 0 && !debts.isEmpty()) {
            int oldest = debts.oldest();
            BigDecimal part = left.min(residual[oldest]);
            reduce(oldest, part, day);
            left = left.subtract(part);
            if (residual[oldest].signum() == 0) {
                debts.remove(oldest);
            }
        }
        return left;
    }

    /** Pays the oldest of other currencies, at the rate of the day on which the money came; what is left, in its own currency. */
    private BigDecimal abroad(Credit credit, BigDecimal amount, LocalDate day) {
        BigDecimal left = amount;
        int oldest = oldestAbroad(credit);
        while (left.signum() > 0 && oldest != OpenDebts.NONE) {
            left = payAbroad(oldest, credit, left, day);
            oldest = oldestAbroad(credit);
        }
        return left;
    }

    private int oldestAbroad(Credit credit) {
        int oldest = OpenDebts.NONE;
        for (Map.Entry<String, OpenDebts> each : open.entrySet()) {
            int first = each.getKey().equals(credit.currency())
                    ? OpenDebts.NONE
                    : each.getValue().oldest();
            if (first == OpenDebts.NONE) {
                continue;
            }
            if (rates.quote(credit.currency(), each.getKey(), credit.on()).isEmpty()) {
                missing.add(new MissingRate(credit.currency(), each.getKey(), credit.on()));
            } else if (oldest == OpenDebts.NONE || first < oldest) {
                oldest = first;
            }
        }
        return oldest;
    }

    private BigDecimal payAbroad(int oldest, Credit credit, BigDecimal left, LocalDate day) {
        String owed = debts.get(oldest).facts.currency();
        FxQuote quote = rates.quote(credit.currency(), owed, credit.on()).orElseThrow();
        BigDecimal residue = residual[oldest];
        BigDecimal worth = quote.rounded(left, owed);
        reduce(oldest, worth.min(residue), day);
        if (residual[oldest].signum() == 0) {
            open(owed).remove(oldest);
        }
        return worth.compareTo(residue) <= 0
                ? BigDecimal.ZERO
                : left.subtract(quote.inverse().rounded(residue, credit.currency()))
                        .max(BigDecimal.ZERO);
    }

    private void reduce(int rank, BigDecimal part, LocalDate day) {
        if (part.signum() > 0) {
            residual[rank] = residual[rank].subtract(part);
            reductions.add(new Reduction(rank, day, part));
        }
        if (clearedOn[rank] == null && residual[rank].compareTo(debts.get(rank).tolerance) <= 0) {
            clearedOn[rank] = day;
        }
    }
}
