package io.claimgate.flow.intake;

import io.claimgate.feed.ErpSource;
import java.math.BigDecimal;

/** What a snapshot no longer lists. All calls join the caller's transaction. */
public interface Snapshots {

    /**
     * What it would clear, of what is open in the feed.
     *
     * @param clearedShare highest percentage over the currencies of the open amount
     * @param insideWarning receivables among them whose deadline is near
     */
    record Clearing(long open, long cleared, BigDecimal clearedShare, long insideWarning) {}

    Clearing measure(ErpFile file);

    /** Clears them by absence: with a derived payment in an implied source, without one in an explicit source. */
    Books.Applied clear(ErpFile file, ErpSource source);
}
