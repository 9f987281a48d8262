package io.claimgate.recovery;

import io.claimgate.recovery.InsurerResult.Settlement;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A settlement that counts.
 *
 * @param row of the message that told it
 * @param insurer who told it
 */
public record Counted(long row, String insurer, Settlement settlement) {

    /** By its own dates, so that the order in which we heard of them changes nothing. */
    public static final Comparator<Counted> BY_DATE = Comparator.comparing(
                    (Counted told) -> told.settlement().valueDate())
            .thenComparing(told -> told.settlement().settlementId());

    /** What it is called in the books. */
    public String root() {
        return root(insurer, settlement.settlementId());
    }

    public static String root(String insurer, String settlementId) {
        return "settlement/" + insurer + "/" + settlementId;
    }

    public BigDecimal costs() {
        BigDecimal costs = settlement.costs();
        return costs == null ? BigDecimal.ZERO : costs;
    }

    /** The insurer's share as it states it, or as our share leaves it; null where it states neither. */
    public @Nullable BigDecimal statedShare() {
        BigDecimal insurers = settlement.insurerShare();
        BigDecimal ours = settlement.insuredShare();
        if (insurers != null) {
            return insurers;
        }
        return ours == null ? null : settlement.amount().subtract(costs()).subtract(ours);
    }
}
