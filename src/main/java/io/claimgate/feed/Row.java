package io.claimgate.feed;

/** A row in canonical form, every rule of its kind kept. */
public sealed interface Row permits InvoiceRow, PaymentRow, BuyerRow, EventRow, PostingReceiptRow, RateRow {

    /** Where it begins in the file, from 1. */
    long line();

    /** Whose it is. */
    String creditor();
}
