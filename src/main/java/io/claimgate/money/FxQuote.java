package io.claimgate.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one unit of a currency is worth in another, as a fraction: an inverse or a cross rate is never rounded by itself.
 *
 * @param times and {@code by}: an amount times the one, divided by the other
 */
public record FxQuote(BigDecimal times, BigDecimal by) {

    public static final FxQuote PAR = new FxQuote(BigDecimal.ONE, BigDecimal.ONE);

    /** Far beyond any minor unit: what the division leaves out shows in no total. */
    private static final int SCALE = 30;

    /** The amount in the other currency, not rounded yet. */
    public BigDecimal exact(BigDecimal amount) {
        if (this == PAR) {
            return amount;
        }
        BigDecimal multiplied = amount.multiply(times);
        return by.compareTo(BigDecimal.ONE) == 0 ? multiplied : multiplied.divide(by, SCALE, RoundingMode.HALF_UP);
    }

    /** The amount in minor units of the other currency, rounded once. */
    public BigDecimal rounded(BigDecimal amount, String currency) {
        return Money.rounded(settled(exact(amount)), currency).amount();
    }

    /** Rounds away what an endless division left far behind the last digit, so that a half stays a half. */
    public static BigDecimal settled(BigDecimal exact) {
        return exact.scale() > 15 ? exact.setScale(15, RoundingMode.HALF_UP) : exact;
    }

    /** The way back. */
    public FxQuote inverse() {
        return new FxQuote(by, times);
    }

    FxQuote then(FxQuote next) {
        return new FxQuote(times.multiply(next.times), by.multiply(next.by));
    }
}
