package io.claimgate.operations.reading;

import io.claimgate.operations.access.Creditors;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a query with their values. It starts with whose data may be seen, so that none can forget it. */
final class Where {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private Where() {}

    /** Only rows of creditors that the account sees. */
    static Where seenBy(Creditors creditors) {
        Where where = new Where();
        if (creditors.all()) {
            where.sql.append("1 = 1");
        } else {
            where.sql
                    .append("creditor in (")
                    .append(marks(creditors.names().size()))
                    .append(")");
            where.values.addAll(creditors.names());
        }
        return where;
    }

    /** Adds a condition with its values. */
    Where and(String condition, Object... more) {
        sql.append(" and ").append(condition);
        Arrays.stream(more).map(Where::bound).forEach(values::add);
        return this;
    }

    /** Adds {@code column = value} where a value is asked for. */
    Where is(String column, @Nullable Object value) {
        return value == null || value.toString().isEmpty() ? this : and(column + " = ?", value);
    }

    /** Adds {@code column in (...)} where values are asked for. */
    Where in(String column, @Nullable Collection<String> any) {
        return any == null || any.isEmpty() ? this : and(column + " in (" + marks(any.size()) + ")", any.toArray());
    }

    /** Adds a search in the columns: anywhere, in any case. */
    Where contains(@Nullable String text, String... columns) {
        if (text == null || text.isBlank()) {
            return this;
        }
        String pattern = "%" + escaped(text.strip()) + "%";
        String any = String.join(
                " or ",
                Arrays.stream(columns)
                        .map(c -> "upper(" + c + ") like upper(?) escape '!'")
                        .toList());
        return and("(" + any + ")", Collections.nCopies(columns.length, pattern).toArray());
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return List.copyOf(values);
    }

    private static Object bound(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static String marks(int count) {
        return count == 0 ? "null" : String.join(", ", Collections.nCopies(count, "?"));
    }
}
