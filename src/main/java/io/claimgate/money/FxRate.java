package io.claimgate.money;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A published rate: what one unit of a currency was worth on a day.
 *
 * @param rate so many units of {@code to} for one of {@code from}; above zero
 */
public record FxRate(LocalDate on, String from, String to, BigDecimal rate) {

    /** @throws IllegalArgumentException if both currencies are one, or the rate is not above zero */
    public FxRate {
        if (from.equals(to) || rate.signum() <= 0) {
            throw new IllegalArgumentException("rate of " + on + " from " + from + " to " + to + ": "
                    + rate.toPlainString() + " is none; give two currencies and a rate above zero");
        }
    }
}
