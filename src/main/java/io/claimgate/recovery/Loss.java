package io.claimgate.recovery;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy pays for a loss. Amounts in minor units.
 *
 * @param outstanding gross principal
 * @param base what is undisputed and covered, in the cover's basis
 * @param notClaimable null where something is
 * @param lines oldest first; what of them is covered adds up to {@code base}, their indemnities to {@code indemnity}
 */
public record Loss(
        BigDecimal outstanding,
        BigDecimal base,
        BigDecimal indemnity,
        @Nullable NotClaimable notClaimable,
        List<Line> lines) {

    public Loss {
        lines = List.copyOf(lines);
    }

    /** Why nothing is paid. It concerns the indemnity and never holds a declaration back. */
    public enum NotClaimable {
        BELOW_THRESHOLD,
        NOT_COVERED,
        DISPUTED
    }

    /** @param covered in the cover's basis */
    public record Line(long receivable, BigDecimal covered, BigDecimal indemnity) {}
}
