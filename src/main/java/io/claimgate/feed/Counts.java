package io.claimgate.feed;

/**
 * Rows of a file by what became of them: {@code read = created + updated + unchanged + rejected}.
 *
 * @param settled receivables that the file brought to zero, by amount or by absence
 * @param warned rows taken with at least one warning
 */
public record Counts(long read, long created, long updated, long unchanged, long settled, long rejected, long warned) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(
                read + other.read,
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                settled + other.settled,
                rejected + other.rejected,
                warned + other.warned);
    }

    /** Rows that were read from the file. */
    public static Counts ofRead(long read, long rejected) {
        return new Counts(read, 0, 0, 0, 0, rejected, 0);
    }

    /** Rows that were brought into the books. */
    public static Counts ofApplied(long created, long updated, long unchanged, long settled) {
        return new Counts(0, created, updated, unchanged, settled, 0, 0);
    }
}
