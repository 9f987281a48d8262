package io.claimgate.operations.reading;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of a view, read by column name. The methods that end in {@code OrNull} are for columns that may be null. */
record Row(ResultSet set) {

    String text(String column) throws SQLException {
        return Objects.requireNonNull(set.getString(column), column);
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        return set.getString(column);
    }

    long number(String column) throws SQLException {
        return set.getLong(column);
    }

    int whole(String column) throws SQLException {
        return set.getInt(column);
    }

    @Nullable
    Long numberOrNull(String column) throws SQLException {
        long value = set.getLong(column);
        return set.wasNull() ? null : value;
    }

    @Nullable
    Integer wholeOrNull(String column) throws SQLException {
        int value = set.getInt(column);
        return set.wasNull() ? null : value;
    }

    boolean flag(String column) throws SQLException {
        return set.getBoolean(column);
    }

    @Nullable
    LocalDate dateOrNull(String column) throws SQLException {
        return set.getObject(column, LocalDate.class);
    }

    LocalDate date(String column) throws SQLException {
        return Objects.requireNonNull(set.getObject(column, LocalDate.class), column);
    }

    @Nullable
    Instant instantOrNull(String column) throws SQLException {
        OffsetDateTime value = set.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    Instant instant(String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(column), column);
    }

    /** The amount with the decimals of the row's column {@code currency}. */
    BigDecimal amount(String column) throws SQLException {
        return Amounts.of(Objects.requireNonNull(set.getBigDecimal(column), column), text("currency"));
    }

    @Nullable
    BigDecimal amountOrNull(String column) throws SQLException {
        BigDecimal value = set.getBigDecimal(column);
        return value == null ? null : Amounts.of(value, text("currency"));
    }
}
