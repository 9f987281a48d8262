package io.claimgate.receivable;

import io.claimgate.policy.Cover;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a receivable owes by the insurer's ledger.
 *
 * @param deliveredOn day on which its cover is judged: of delivery, else of issue
 * @param residual gross principal after allocation
 * @param disputed gross
 * @param gross of the whole invoice
 * @param net of the whole invoice; null where the source does not tell it: then it counts as gross
 */
public record OwedLine(
        long receivable,
        LocalDate deliveredOn,
        String currency,
        BigDecimal residual,
        BigDecimal disputed,
        BigDecimal gross,
        @Nullable BigDecimal net) {

    /** Far beyond any minor unit: what a division leaves out shows in no total. */
    private static final int SCALE = 30;

    /** What the buyer does not contest. */
    public BigDecimal undisputed() {
        return residual.subtract(disputed).max(BigDecimal.ZERO);
    }

    /** A gross amount of this invoice in another basis: partial payments are shared over net and tax in proportion (money.md). */
    public BigDecimal of(BigDecimal amount, Cover.Basis from, Cover.Basis to) {
        if (from == to || net == null || net.signum() == 0 || gross.signum() == 0) {
            return amount;
        }
        return from == Cover.Basis.GROSS
                ? amount.multiply(net).divide(gross, SCALE, RoundingMode.HALF_UP)
                : amount.multiply(gross).divide(net, SCALE, RoundingMode.HALF_UP);
    }
}
