package io.claimgate.recovery;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What our own books say of a claim's loss.
 *
 * @param outstanding gross, of the claim's receivables, when the first recovery could come; now where none can yet
 * @param indemnity what the policy pays for it
 * @param from first day whose money is a recovery; null: none is yet
 * @param creditedBack by how much credit notes that came after the indemnity lower it; on {@code creditedOn}
 * @param creditUnknown whether such notes lower a loss of which our own books know no cover: only the insurer can say what it wants back
 */
public record LossFigures(
        BigDecimal outstanding,
        BigDecimal indemnity,
        @Nullable LocalDate from,
        BigDecimal creditedBack,
        @Nullable LocalDate creditedOn,
        boolean creditUnknown) {

    /** Whether money of that day reduces the loss instead of being shared. */
    public boolean reducesLoss(LocalDate day) {
        return from == null || day.isBefore(from);
    }
}
