package io.claimgate.claim;

/** The business key of a receivable: one instalment of one invoice of a creditor. */
public record ReceivableKey(String creditor, String invoiceNumber, int instalment) {}
