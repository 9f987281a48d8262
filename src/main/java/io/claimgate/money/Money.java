package io.claimgate.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in the minor units of its currency: 120000.00 EUR, 5000 JPY, 1.250 KWD. Never a {@code double}.
 *
 * @param amount always with exactly the currency's decimals
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    /**
     * @throws IllegalArgumentException if the currency is unknown or the amount has more decimals than it allows: rounding is a decision
     *     that {@link #rounded} names
     */
    public Money {
        int scale = Currencies.minorUnits(currency);
        if (amount.stripTrailingZeros().scale() > scale) {
            throw new IllegalArgumentException("amount " + amount.toPlainString() + " has more decimals than "
                    + currency + " allows (" + scale + ")");
        }
        amount = amount.setScale(scale, RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** The amount rounded half up to the currency's minor units. */
    public static Money rounded(BigDecimal amount, String currency) {
        return new Money(amount.setScale(Currencies.minorUnits(currency), RoundingMode.HALF_UP), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    /** This much of a hundred, rounded half up: 90 percent of 99.99 EUR is 89.99 EUR. */
    public Money percent(BigDecimal percentage) {
        return rounded(amount.multiply(percentage).movePointLeft(2), currency);
    }

    /** The smaller of the two. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** This, or zero if it is negative. */
    public Money orZero() {
        return amount.signum() < 0 ? zero(currency) : this;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** @throws IllegalArgumentException if the currencies differ */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "cannot combine " + this + " with " + other + ": convert at a recorded rate first");
        }
        return other;
    }
}
