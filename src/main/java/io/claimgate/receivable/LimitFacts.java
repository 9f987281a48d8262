package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cover that the insurer grants on the buyer. Deadlines never depend on it.
 *
 * @param amount null: unlimited
 * @param to last day; null: until further notice
 */
public record LimitFacts(
        Type type,
        @Nullable BigDecimal amount,
        String currency,
        LocalDate from,
        @Nullable LocalDate to) {

    public enum Type {
        NAMED,
        DISCRETIONARY,
        BLIND,
        NONE
    }
}
