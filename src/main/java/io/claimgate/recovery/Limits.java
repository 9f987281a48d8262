package io.claimgate.recovery;

import io.claimgate.policy.Cover;
import io.claimgate.receivable.LimitFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The limit that a delivery found. Of several in force the one that began last holds; one that ended leaves none.
 *
 * @param all in the currency of the policy
 * @param without what holds before any limit is known
 */
public record Limits(List<LimitFacts> all, Cover.WithoutLimit without) {

    public Limits {
        all = List.copyOf(all);
    }

    /** Those of one currency: another needs a rate. */
    public static Limits of(List<LimitFacts> all, String currency, Cover.WithoutLimit without) {
        return new Limits(
                all.stream()
                        .filter(limit ->
                                limit.amount() == null || limit.currency().equals(currency))
                        .toList(),
                without);
    }

    /** How much a delivery on that day may owe; empty: any amount. */
    public Optional<BigDecimal> on(LocalDate day) {
        List<LimitFacts> begun =
                all.stream().filter(limit -> !limit.from().isAfter(day)).toList();
        if (begun.isEmpty()) {
            return without == Cover.WithoutLimit.COVERED ? Optional.empty() : Optional.of(BigDecimal.ZERO);
        }
        Optional<LimitFacts> last = begun.stream()
                .filter(limit -> limit.to() == null || !limit.to().isBefore(day))
                .max(Comparator.comparing(LimitFacts::from));
        if (last.isEmpty() || last.get().type() == LimitFacts.Type.NONE) {
            return Optional.of(BigDecimal.ZERO);
        }
        return Optional.ofNullable(last.get().amount());
    }
}
