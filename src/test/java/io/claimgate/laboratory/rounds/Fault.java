package io.claimgate.laboratory.rounds;

/** What may befall the gateway in a round. */
enum Fault {
    /** kill -9 under work, and a new start. */
    KILL,
    /** kill -9 while it starts. */
    KILL_AT_START,
    /** SIGSTOP for a while. */
    FREEZE,
    /** Every line to the insurer is cut at some byte, of either direction, or swallows the answer. */
    INSURER_LINE,
    /** Nobody answers at the insurer. */
    INSURER_DOWN,
    /** The insurer's process dies and comes back. */
    INSURER_KILL,
    /** The insurer answers in all its ways. */
    INSURER_MODES,
    /** All lines to the database are cut at once: replies of commits are lost. */
    DATABASE_LINES,
    /** The database cannot be reached for a while. */
    DATABASE_DOWN,
    /** The database is stopped at once and started again. */
    DATABASE_RESTART,
    /** The disk of the vault is full for a while. */
    DISK_FULL;

    /** Whether it needs a database of its own, beside the process. */
    boolean ofDatabase() {
        return name().startsWith("DATABASE");
    }
}
