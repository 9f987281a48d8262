package io.claimgate.recovery;

import io.claimgate.policy.Cover;
import io.claimgate.receivable.LimitFacts;
import io.claimgate.receivable.PolicyMoney;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The limit that a delivery found. Of several in force the one that began last holds; one that ended leaves none.
 *
 * @param without what holds before any limit is known
 * @param money turns a limit in another currency into the policy's, at the day of the invoice that it is asked for
 */
public record Limits(List<LimitFacts> all, Cover.WithoutLimit without, PolicyMoney money) {

    public Limits {
        all = List.copyOf(all);
    }

    /**
     * How much may be owed for a delivery; empty: any amount. A limit of which nobody knows the rate covers nothing.
     *
     * @param issuedOn day of its invoice
     */
    public Optional<BigDecimal> on(LocalDate delivered, LocalDate issuedOn) {
        List<LimitFacts> begun =
                all.stream().filter(limit -> !limit.from().isAfter(delivered)).toList();
        if (begun.isEmpty()) {
            return without == Cover.WithoutLimit.COVERED ? Optional.empty() : Optional.of(BigDecimal.ZERO);
        }
        Optional<LimitFacts> last = begun.stream()
                .filter(limit -> limit.to() == null || !limit.to().isBefore(delivered))
                .max(Comparator.comparing(LimitFacts::from));
        if (last.isEmpty() || last.get().type() == LimitFacts.Type.NONE) {
            return Optional.of(BigDecimal.ZERO);
        }
        BigDecimal amount = last.get().amount();
        return amount == null
                ? Optional.empty()
                : Optional.of(
                        money.worth(amount, last.get().currency(), issuedOn).orElse(BigDecimal.ZERO));
    }
}
