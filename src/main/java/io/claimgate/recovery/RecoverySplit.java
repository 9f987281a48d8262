package io.claimgate.recovery;

import io.claimgate.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How recoveries are shared (money.md): the insurer gets its net recovery x indemnity / gross outstanding at the date of loss, up to the
 * indemnity less what it has had; the insured gets the rest. The result depends on what was recovered, not on when we learnt of it: the
 * recoveries are taken by their own dates.
 *
 * @param indemnity what the insurer has paid or acknowledged, less what it took back
 * @param outstanding gross, at the date of loss
 * @param from first day whose money is a recovery; null: none is yet
 */
public record RecoverySplit(
        BigDecimal indemnity,
        BigDecimal outstanding,
        @Nullable LocalDate from,
        String currency) {

    private static final Comparator<Recovery> BY_DATE =
            Comparator.comparing(Recovery::on).thenComparing(Recovery::root);

    /**
     * @param insurer what the insurer states, else {@code ours}
     * @param ours the insurer's share by the policy
     */
    public record Shared(Recovery recovery, BigDecimal insurer, BigDecimal ours) {
        public BigDecimal insured() {
            return recovery.net().subtract(insurer);
        }

        /** Whether the insurer shares otherwise than the policy does. */
        public boolean differs() {
            return insurer.compareTo(ours) != 0;
        }
    }

    public List<Shared> of(List<Recovery> recoveries) {
        List<Shared> shared = new ArrayList<>();
        BigDecimal had = BigDecimal.ZERO;
        for (Recovery recovery : recoveries.stream().sorted(BY_DATE).toList()) {
            BigDecimal ours = share(recovery, indemnity.subtract(had).max(BigDecimal.ZERO));
            BigDecimal stated = recovery.insurerShare();
            BigDecimal insurer = stated == null ? ours : stated;
            had = had.add(insurer);
            shared.add(new Shared(recovery, insurer, ours));
        }
        return shared;
    }

    private BigDecimal share(Recovery recovery, BigDecimal left) {
        LocalDate first = from;
        if (first == null || recovery.on().isBefore(first) || outstanding.signum() == 0) {
            return Money.zero(currency).amount();
        }
        BigDecimal share = recovery.net().multiply(indemnity).divide(outstanding, 30, RoundingMode.HALF_UP);
        return Money.rounded(share.setScale(15, RoundingMode.HALF_UP), currency)
                .amount()
                .min(left)
                .min(recovery.net());
    }
}
