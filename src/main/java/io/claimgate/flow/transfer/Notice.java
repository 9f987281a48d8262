package io.claimgate.flow.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reminder or formal notice that the books know of as a fact.
 *
 * @param invoiceNumber null where it was about the whole account
 * @param recordedBy the ERP's name or an account
 */
public record Notice(
        LocalDate on,
        @Nullable Integer level,
        @Nullable String channel,
        @Nullable String invoiceNumber,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String note,
        String recordedBy) {}
