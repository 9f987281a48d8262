package io.claimgate.receivable;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration takes of one receivable: its gross residual, in its own currency.
 *
 * @param worth its share of the declaration's amount, in the policy's currency; null without a rate: it is declared all the same
 */
public record DeclarationLine(
        long receivableId,
        BigDecimal amount,
        String currency,
        @Nullable BigDecimal worth) {

    DeclarationLine worth(BigDecimal share) {
        return share.equals(worth) ? this : new DeclarationLine(receivableId, amount, currency, share);
    }
}
