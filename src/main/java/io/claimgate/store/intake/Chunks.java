package io.claimgate.store.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A long list of values in portions that one statement can carry. */
final class Chunks {

    private static final int MOST = 500;

    private Chunks() {}

    static <T> List<List<T>> of(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            chunks.add(all.subList(from, Math.min(from + MOST, all.size())));
        }
        return chunks;
    }
}
