package io.claimgate.receivable;

/** Facts that are neither invoice nor payment (contracts.md 2 and 6). */
public enum EventKind {
    DISPUTE_OPENED,
    DISPUTE_RESOLVED,
    EXTENSION,
    REMINDER,
    FORMAL_NOTICE,
    PAYMENT_PLAN,
    INSOLVENCY,
    ADVERSE_INFO,
    LIMIT_NOTICE,
    CONSENT,
    ACKNOWLEDGED,
    FILE_COMPLETE,
    DATE_OF_LOSS,
    INDEMNITY_PAID
}
