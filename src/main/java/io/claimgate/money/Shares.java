package io.claimgate.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Shares a rounded total over lines so that the shares add up to it again. */
public final class Shares {

    private Shares() {}

    /**
     * Shares {@code total} in proportion to {@code weights}: each share is rounded half up, the remainder goes to the line with the largest
     * weight, at a tie to the first. Give the lines oldest first (money.md: remainder to the largest line, tie: the oldest).
     *
     * @param weights not negative, at least one above zero
     * @return as many shares as weights, in their order, adding up to {@code total}
     * @throws IllegalArgumentException if there is nothing to share by
     */
    public static List<Money> split(Money total, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("cannot share " + total + " by the weights " + weights
                    + ": give weights that are not negative, one above zero");
        }
        List<Money> shares = new ArrayList<>(weights.size());
        Money given = Money.zero(total.currency());
        int largest = 0;
        for (int i = 0; i < weights.size(); i++) {
            Money share = share(total, weights.get(i), sum);
            shares.add(share);
            given = given.plus(share);
            largest = weights.get(i).compareTo(weights.get(largest)) > 0 ? i : largest;
        }
        shares.set(largest, shares.get(largest).plus(total.minus(given)));
        return List.copyOf(shares);
    }

    /** Rounded once, from the exact quotient. */
    private static Money share(Money total, BigDecimal weight, BigDecimal sum) {
        int units = Currencies.minorUnits(total.currency());
        return Money.rounded(
                total.amount().multiply(weight).divide(sum, units, RoundingMode.HALF_UP), total.currency());
    }
}
