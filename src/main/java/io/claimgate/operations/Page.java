package io.claimgate.operations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what {@code after} must be for the next page; null on the last
 * @param total how many there are in all; null beyond 10,000
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "cursor for the next page: pass it as `after`; null on the last page", nullable = true)
        @Nullable
        String next,

        @Schema(description = "exact up to 10,000, then null", nullable = true) @Nullable
        Long total) {

    /** A list that is never long. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null, (long) items.size());
    }

    public <S> Page<S> map(Function<List<T>, List<S>> change) {
        return new Page<>(change.apply(items), next, total);
    }
}
