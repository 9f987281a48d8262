package io.claimgate.claim;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A receivable in a change.
 *
 * @param now as the insurer is to know it
 * @param before the amount that it was told last; null: nothing yet
 */
public record ChangeLine(ClaimLine now, @Nullable BigDecimal before) {}
