package io.claimgate.flow.intake;

import io.claimgate.feed.FeedKind;
import io.claimgate.feed.Row;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The rows of a file between reading and the books. All calls join the caller's transaction. */
public interface Staging {

    /** Takes rows; {@link #close} makes them part of the transaction. */
    interface Batch extends AutoCloseable {
        /** @param policy who covers an invoice; null where nobody does and for other kinds */
        void add(Row row, PolicyLookup.@Nullable Found policy);

        @Override
        void close();
    }

    Batch open(long fileId, FeedKind kind);

    /** Remembers invoices that stand in a reject, by line. */
    void rejectedInvoices(long fileId, Map<Long, String> invoiceNumbers);

    /** Called once after the last row: lets the database look at what came. */
    void complete(FeedKind kind);

    /** The last line of the next {@code rows} rows after {@code line}; empty at the end. */
    OptionalLong endOfRange(long fileId, FeedKind kind, long line, int rows);

    /** Forgets all of a file. */
    void clear(long fileId, FeedKind kind);
}
