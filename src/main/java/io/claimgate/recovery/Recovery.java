package io.claimgate.recovery;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that came from the buyer after the loss.
 *
 * @param root names it for ever: {@code settlement/<insurer>/<settlementId>}, {@code payment/<id>}
 * @param costs borne by both before the split
 * @param insurerShare as the insurer states it; null where it leaves that to us
 */
public record Recovery(
        String root,
        LocalDate on,
        BigDecimal gross,
        BigDecimal costs,
        @Nullable BigDecimal insurerShare) {

    /** What there is to share. */
    public BigDecimal net() {
        return gross.subtract(costs);
    }
}
