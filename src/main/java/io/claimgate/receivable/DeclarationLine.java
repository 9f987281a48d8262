package io.claimgate.receivable;

import java.math.BigDecimal;

/** What a declaration takes of one receivable: its gross residual, in its own currency. */
public record DeclarationLine(long receivableId, BigDecimal amount, String currency) {}
