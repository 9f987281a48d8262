package io.claimgate.receivable;

import io.claimgate.policy.Cover;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a receivable owes by the insurer's ledger.
 *
 * @param issuedOn day of the invoice
 * @param deliveredOn day on which its cover is judged: of delivery, else of issue
 * @param residual gross principal after allocation
 * @param disputed gross
 * @param gross of the whole invoice
 * @param net of the whole invoice; null where the source does not tell it: then it counts as gross
 * @param insurable whether its due date is within the policy's maximum credit term
 */
public record OwedLine(
        long receivable,
        LocalDate issuedOn,
        LocalDate deliveredOn,
        String currency,
        BigDecimal residual,
        BigDecimal disputed,
        BigDecimal gross,
        @Nullable BigDecimal net,
        boolean insurable) {

    /** Far beyond any minor unit: what a division leaves out shows in no total. */
    private static final int SCALE = 30;

    /** The same in another currency, exact: nothing is rounded before the end. Empty without a rate. */
    public Optional<OwedLine> in(PolicyMoney money) {
        return money.worth(residual, currency, issuedOn)
                .flatMap(worth -> money.worth(disputed, currency, issuedOn)
                        .flatMap(contested -> money.worth(gross, currency, issuedOn)
                                .map(whole -> new OwedLine(
                                        receivable,
                                        issuedOn,
                                        deliveredOn,
                                        money.currency(),
                                        worth,
                                        contested,
                                        whole,
                                        net == null
                                                ? null
                                                : money.worth(net, currency, issuedOn)
                                                        .orElse(null),
                                        insurable))));
    }

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
