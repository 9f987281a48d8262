package io.claimgate.feed;

/** How far the gateway is with a file. Only {@link #ANSWERED} is final; {@link #HELD} waits for a person. */
public enum FilePhase {
    /** Recorded; its bytes are not yet durable in the vault. */
    TAKING,
    /** In the vault, its task armed. */
    TAKEN,
    /** Every row stands in staging or in the faults. */
    STAGED,
    /** A guard stopped it. */
    HELD,
    /** Decided; its rows are being brought into the books, range by range. */
    APPLYING,
    /** Its status and counts are final; the answer is owed. */
    APPLIED,
    /** The ERP has its acknowledgement. */
    ANSWERED
}
