package io.claimgate.laboratory.rounds;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long rounds go on. */
final class Budget {

    private Budget() {}

    static BooleanSupplier rounds(int number) {
        int[] left = {number};
        return () -> left[0]-- > 0;
    }

    static BooleanSupplier time(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        return () -> System.nanoTime() < end;
    }
}
