package io.claimgate.claim;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the insurer does not know yet.
 *
 * @param after the whole claim's amount, once it knows
 * @param reason in words
 */
public record Difference(ChangeKind kind, List<ChangeLine> lines, BigDecimal after, String reason) {

    public Difference {
        lines = List.copyOf(lines);
    }
}
