package io.claimgate.receivable;

/** How a source tells of money (money.md). */
public enum PaymentsMode {
    /** A payments feed tells; what a snapshot no longer lists is cleared without a payment. */
    EXPLICIT,
    /** The fall of the open amount tells: derived payments. */
    IMPLIED
}
