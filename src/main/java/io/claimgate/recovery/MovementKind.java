package io.claimgate.recovery;

/** What moves money of a claim. */
public enum MovementKind {
    INDEMNITY_ACKNOWLEDGED,
    INDEMNITY_PAID,
    RECOVERY_BY_INSURER,
    RECOVERY_BY_INSURED,
    COSTS_CHARGED,
    CLAWBACK,
    REMITTED
}
