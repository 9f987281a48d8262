package io.claimgate.receivable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The order of debts: original due date, issue date, number, instalment (deadlines.md 8, money.md); a day that nobody knows comes last. The
 * 100,000 receivables of an exposure share a few hundred pairs of days, and those of one pair mostly come in the order of their numbers:
 * what is left to sort is little.
 */
final class OldestFirst {

    private static final Comparator<ReceivableFacts> WITHIN_A_DAY = Comparator.comparing(ReceivableFacts::invoiceNumber)
            .thenComparingInt(ReceivableFacts::instalment)
            .thenComparingLong(ReceivableFacts::id);

    private OldestFirst() {}

    static List<ReceivableFacts> of(List<ReceivableFacts> receivables) {
        SortedMap<Long, List<ReceivableFacts>> byDays = new TreeMap<>();
        for (ReceivableFacts receivable : receivables) {
            byDays.computeIfAbsent(days(receivable), key -> new ArrayList<>()).add(receivable);
        }
        List<ReceivableFacts> sorted = new ArrayList<>(receivables.size());
        byDays.values().forEach(ofDays -> {
            ofDays.sort(WITHIN_A_DAY);
            sorted.addAll(ofDays);
        });
        return sorted;
    }

    /** Both days in one number, the due date first. */
    private static long days(ReceivableFacts receivable) {
        return (day(receivable.originalDueDate()) << Integer.SIZE) + day(receivable.issueDate());
    }

    private static long day(@Nullable LocalDate day) {
        return day == null ? Integer.MAX_VALUE : day.toEpochDay();
    }
}
