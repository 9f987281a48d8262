package io.claimgate.receivable;

import java.util.BitSet;

/** The ranks of the debts that are open, the oldest first: a bit each, as of 100,000 most are open for most of a ledger's run. */
final class OpenDebts {

    /** None is open. */
    static final int NONE = -1;

    private final BitSet ranks = new BitSet();
    /** No rank below is open. */
    private int from;

    void add(int rank) {
        ranks.set(rank);
        from = Math.min(from, rank);
    }

    void remove(int rank) {
        ranks.clear(rank);
    }

    /** The lowest rank; NONE where nothing is open. */
    int oldest() {
        int oldest = ranks.nextSetBit(from);
        from = oldest == NONE ? from : oldest;
        return oldest;
    }

    boolean isEmpty() {
        return ranks.isEmpty();
    }
}
