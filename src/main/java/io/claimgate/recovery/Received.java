package io.claimgate.recovery;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A payment of the buyer to us.
 *
 * @param payment its row
 * @param amount what of it did not come back
 */
public record Received(long payment, LocalDate on, BigDecimal amount) {

    /** What it is called in the books. */
    public String root() {
        return "payment/" + payment;
    }
}
