package io.claimgate.feed;

/** What became of a file, as its acknowledgement says it. */
public enum FileStatus {
    ACCEPTED,
    PARTIALLY_ACCEPTED,
    REJECTED,
    DUPLICATE,
    STALE,
    HELD;

    /** Whether something of the file stands in the books: later files are compared with the last such one. */
    public boolean effective() {
        return this == ACCEPTED || this == PARTIALLY_ACCEPTED;
    }

    /** The status of a file whose rows have been brought in. */
    public static FileStatus of(Counts counts) {
        if (counts.rejected() == 0) {
            return ACCEPTED;
        }
        return counts.rejected() < counts.read() ? PARTIALLY_ACCEPTED : REJECTED;
    }
}
