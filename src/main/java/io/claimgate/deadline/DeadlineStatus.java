package io.claimgate.deadline;

/** Where a clock stands. */
public enum DeadlineStatus {
    /** A fact is missing that the row should carry: nobody knows the date. */
    UNKNOWN,
    /** Not open yet. */
    UPCOMING,
    OPEN,
    /** The first warning before the safe date is reached. */
    WARNING,
    MET,
    MISSED,
    /** No longer needed: what it protected is settled. */
    VOID
}
