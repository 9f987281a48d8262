package io.claimgate.receivable;

/** Where one receivable stands: the furthest reached. What comes after DECLARED is told by its claim. */
public enum ReceivableState {
    NOT_DUE,
    OVERDUE,
    WINDOW_OPEN,
    /** A warning is reached. */
    CLOSING,
    DECLARED,
    /** Its close passed without an accepted submission. */
    FORECLOSED,
    SETTLED
}
