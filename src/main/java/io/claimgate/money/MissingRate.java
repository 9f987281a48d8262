package io.claimgate.money;

import java.time.LocalDate;
import java.util.Comparator;

/** A rate that a computation asked for in vain: until it comes, the amounts stand in their own currency and in no sum. */
public record MissingRate(String from, String to, LocalDate on) implements Comparable<MissingRate> {

    private static final Comparator<MissingRate> ORDER = Comparator.comparing(MissingRate::on)
            .thenComparing(MissingRate::from)
            .thenComparing(MissingRate::to);

    @Override
    public int compareTo(MissingRate other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return from + "/" + to + " of " + on;
    }
}
