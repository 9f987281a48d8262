package io.claimgate.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A buyer with the cover that the ERP knows of.
 *
 * @param limitType NAMED, DISCRETIONARY, BLIND, NONE; null where the row tells no limit
 * @param limitAmount null for NONE, or unlimited
 */
public record BuyerRow(
        long line,
        String creditor,
        Party buyer,
        @Nullable String insurerBuyerId,
        @Nullable String limitType,
        @Nullable BigDecimal limitAmount,
        @Nullable String limitCurrency,
        @Nullable LocalDate limitFrom,
        @Nullable LocalDate limitTo,
        @Nullable String limitDecisionId,
        UUID hash)
        implements Row {}
