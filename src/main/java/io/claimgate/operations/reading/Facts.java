package io.claimgate.operations.reading;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every column of a row by its name in camel case, for records that must leave nothing out: instants as {@link Moment}s, amounts with the
 * decimals of the row's currency.
 */
final class Facts {

    private final ZoneId zone;

    Facts(ZoneId zone) {
        this.zone = zone;
    }

    Map<String, @Nullable Object> of(Row row) throws SQLException {
        ResultSet set = row.set();
        ResultSetMetaData columns = set.getMetaData();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            facts.put(camelCase(columns.getColumnLabel(i)), value(set.getObject(i)));
        }
        if (facts.get("currency") instanceof String currency) {
            facts.replaceAll(
                    (name, value) -> value instanceof BigDecimal amount ? Amounts.of(amount, currency) : value);
        }
        return facts;
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value instanceof OffsetDateTime time) {
            return moment(time.toInstant());
        }
        if (value instanceof Timestamp time) {
            return moment(time.toInstant());
        }
        return value instanceof Date day ? day.toLocalDate() : value;
    }

    private Moment moment(Instant instant) {
        return Moment.of(instant, zone);
    }

    private static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.toLowerCase(java.util.Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
