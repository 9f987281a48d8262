package io.claimgate.store.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** PostgreSQL's COPY in text format. Tab, line breaks and backslash are escaped: a value can never become another column or row. */
final class CopySink implements BulkInserts.Sink {

    private static final int BUFFER = 1 << 16;

    private final DataSource dataSource;
    private final Connection connection;
    private final CopyIn copy;
    private byte[] buffer = new byte[BUFFER];
    private int length;

    CopySink(DataSource dataSource, String table, List<String> columns) {
        this.dataSource = dataSource;
        connection = DataSourceUtils.getConnection(dataSource);
        try {
            copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin");
        } catch (SQLException e) {
            DataSourceUtils.releaseConnection(connection, dataSource);
            throw translated(e);
        }
    }

    @Override
    public void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                put('\t');
            }
            field(values[i]);
        }
        put('\n');
        if (length > BUFFER / 2) {
            send();
        }
    }

    @Override
    public void close() {
        try {
            send();
            copy.endCopy();
        } catch (SQLException e) {
            throw translated(e);
        } finally {
            if (copy.isActive()) {
                cancel();
            }
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void cancel() {
        try {
            copy.cancelCopy();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("the connection is lost in the middle of COPY", e));
        }
    }

    private void field(@Nullable Object value) {
        if (value == null) {
            put('\\');
            put('N');
        } else if (value instanceof BigDecimal amount) {
            plain(amount.toPlainString());
        } else if (value instanceof String text) {
            text(text);
        } else {
            // Dates, numbers, booleans and UUIDs write themselves in ISO form, in plain ASCII.
            plain(value.toString());
        }
    }

    private void plain(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                default -> {
                    if (c < 128) {
                        put(c);
                    } else {
                        utf8(text.substring(i));
                        return;
                    }
                }
            }
        }
    }

    /** The rest of a value from its first character outside ASCII on. */
    private void utf8(String rest) {
        byte[] bytes = rest.getBytes(StandardCharsets.UTF_8);
        room(bytes.length * 2);
        for (byte b : bytes) {
            switch (b) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                default -> buffer[length++] = b;
            }
        }
    }

    private void escaped(char c) {
        put('\\');
        put(c);
    }

    private void put(char ascii) {
        room(1);
        buffer[length++] = (byte) ascii;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    private void send() {
        try {
            copy.writeToCopy(buffer, 0, length);
            length = 0;
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private static RuntimeException translated(SQLException e) {
        RuntimeException translated = new SQLStateSQLExceptionTranslator().translate("copy", null, e);
        return translated == null ? new IllegalStateException("COPY failed", e) : translated;
    }
}
