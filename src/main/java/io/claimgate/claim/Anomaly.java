package io.claimgate.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * When a day is out of the ordinary for a contract and creditor.
 *
 * @param factor how many times the highest usual day
 * @param atLeast so many claims on one day never are
 */
public record Anomaly(BigDecimal factor, int atLeast) {

    /** Claims and money of a day, in the policy's currency. */
    public record Volume(long claims, BigDecimal amount) {
        public static final Volume NONE = new Volume(0, BigDecimal.ZERO);
    }

    /** Up to so many claims a day are ordinary. */
    public long most(Volume usual) {
        return Math.max(
                atLeast,
                factor.multiply(BigDecimal.valueOf(usual.claims()))
                        .setScale(0, RoundingMode.FLOOR)
                        .longValue());
    }

    /** Whether {@code due} on one day is far above {@code usual}, the highest of each among the days before. */
    public boolean unusual(Volume due, Volume usual) {
        if (due.claims() <= atLeast) {
            return false;
        }
        return due.claims() > most(usual) || due.amount().compareTo(factor.multiply(usual.amount())) > 0;
    }
}
