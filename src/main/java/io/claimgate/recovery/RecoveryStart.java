package io.claimgate.recovery;

import io.claimgate.policy.LossTerms.RecoveryFrom;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From which day on the buyer's money is a recovery and shared; before it, it reduces the loss (money.md, {@code recoverySplit.from}). */
public final class RecoveryStart {

    private RecoveryStart() {}

    /**
     * Where the date of loss decides and the insurer pays before it, its payment is the loss.
     *
     * @param dateOfLoss null: not known
     * @param paidOn the insurer's first payment; null: it paid nothing
     * @return null: nothing is a recovery yet
     */
    public static @Nullable LocalDate of(
            RecoveryFrom from, @Nullable LocalDate dateOfLoss, @Nullable LocalDate paidOn) {
        return from == RecoveryFrom.INDEMNITY_PAID
                ? paidOn
                : Stream.of(dateOfLoss, paidOn)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null);
    }
}
