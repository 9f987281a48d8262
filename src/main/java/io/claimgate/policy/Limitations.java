package io.claimgate.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The laws of limitation that are known, as data with their sources. Where a country has several periods, the earlier one warns.
 *
 * @param warnBefore how long before the last day people are told
 */
public record Limitations(Period warnBefore, List<Limitation> laws) {

    public static final Limitations NONE = new Limitations(Period.ZERO, List.of());

    public Limitations {
        laws = List.copyOf(laws);
    }

    /** The law that bars a debt first; empty where the country's is not known. */
    public Optional<Limitation> of(@Nullable String country, LocalDate dueDate) {
        return laws.stream()
                .filter(law -> law.country().equals(country))
                .min(Comparator.comparing(law -> law.lastDay(dueDate)));
    }
}
