package io.claimgate.store.intake;

import io.claimgate.store.Dialect;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Inserts many rows in the caller's transaction, by what each database does fastest: COPY, or batches. */
final class BulkInserts {

    private final DataSource dataSource;
    private final Dialect dialect;

    BulkInserts(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /** Takes rows. The connection belongs to it until it is closed. */
    interface Sink extends AutoCloseable {
        /** String, Integer, Long, Boolean, BigDecimal, LocalDate, UUID or null, in the order of the columns. */
        void add(@Nullable Object... values);

        @Override
        void close();
    }

    Sink open(String table, List<String> columns) {
        return switch (dialect) {
            case POSTGRESQL -> new CopySink(dataSource, table, columns);
            case H2 -> new BatchSink(dataSource, table, columns);
        };
    }
}
