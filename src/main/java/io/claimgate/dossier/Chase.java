package io.claimgate.dossier;

import io.claimgate.deadline.Warnings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How loudly missing evidence is asked for.
 *
 * @param step tells one asking from the next
 * @param critical whether the safe date has come
 */
public record Chase(String step, boolean critical) {

    /**
     * Once per warning step before the safe date; at once where no date is set. Empty before the first step.
     *
     * @param safeOn by when the evidence should be at the insurer; null where nothing says so
     * @param warnings days before it
     */
    public static Optional<Chase> on(@Nullable LocalDate safeOn, List<Integer> warnings, LocalDate today) {
        if (safeOn == null) {
            return Optional.of(new Chase("undated", false));
        }
        boolean critical = !today.isBefore(safeOn);
        OptionalInt step = Warnings.reached(warnings, safeOn, today);
        if (step.isPresent()) {
            return Optional.of(new Chase(safeOn + "/" + step.getAsInt(), critical));
        }
        // A policy that warns of nothing: the safe date itself still wakes somebody.
        return critical ? Optional.of(new Chase(safeOn + "/0", true)) : Optional.empty();
    }

    /** The next day on which that changes; empty if none comes any more. */
    public static Optional<LocalDate> next(@Nullable LocalDate safeOn, List<Integer> warnings, LocalDate today) {
        return safeOn == null
                ? Optional.empty()
                : Stream.concat(warnings.stream().map(safeOn::minusDays), Stream.of(safeOn))
                        .filter(day -> day.isAfter(today))
                        .min(LocalDate::compareTo);
    }
}
