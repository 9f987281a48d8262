package io.claimgate.store.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/** Batched inserts. */
final class BatchSink implements BulkInserts.Sink {

    private static final int BATCH = 1000;

    private final DataSource dataSource;
    private final Connection connection;
    private final PreparedStatement statement;
    private int waiting;

    BatchSink(DataSource dataSource, String table, List<String> columns) {
        this.dataSource = dataSource;
        connection = DataSourceUtils.getConnection(dataSource);
        String values = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try {
            statement = connection.prepareStatement(
                    "insert into " + table + " (" + String.join(", ", columns) + ") values (" + values + ")");
        } catch (SQLException e) {
            DataSourceUtils.releaseConnection(connection, dataSource);
            throw translated(e);
        }
    }

    @Override
    public void add(@Nullable Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++waiting == BATCH) {
                send();
            }
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public void close() {
        try (statement) {
            if (waiting > 0) {
                send();
            }
        } catch (SQLException e) {
            throw translated(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void send() throws SQLException {
        statement.executeBatch();
        waiting = 0;
    }

    private RuntimeException translated(SQLException e) {
        RuntimeException translated =
                new SQLErrorCodeSQLExceptionTranslator(dataSource).translate("bulk insert", null, e);
        return translated == null ? new IllegalStateException("bulk insert failed", e) : translated;
    }
}
