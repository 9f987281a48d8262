package io.claimgate.receivable;

/** Where one receivable stands: the furthest reached. */
public enum ReceivableState {
    NOT_DUE,
    OVERDUE,
    WINDOW_OPEN,
    /** A warning is reached. */
    CLOSING,
    DECLARED,
    /** The insurer has the whole dossier of its claim. */
    DOSSIER_SENT,
    /** The insurer paid. */
    INDEMNIFIED,
    /** Nothing is left of it to be collected, after the insurer had paid. */
    RECOVERED,
    /** Its close passed without an accepted submission. */
    FORECLOSED,
    SETTLED;

    /** Whether it stands in a claim that the insurer has, and is not paid. */
    public boolean atInsurer() {
        return this == DECLARED || this == DOSSIER_SENT || this == INDEMNIFIED || this == RECOVERED;
    }
}
