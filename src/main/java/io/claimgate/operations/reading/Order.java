package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * In what order a list is paged: by one column, then by a unique one. The cursor holds both, so that rows which come or go in between
 * neither repeat nor hide others.
 *
 * @param key the first column, which may be null (those come last); null: only the unique one
 * @param keyKind what the first column holds
 * @param id the unique column
 * @param idKind what the unique column holds
 * @param descending newest first; for both columns
 */
record Order(@Nullable String key, Kind keyKind, String id, Kind idKind, boolean descending) {

    enum Kind {
        NUMBER,
        TEXT,
        DATE,
        INSTANT
    }

    static Order oldestFirst() {
        return new Order(null, Kind.NUMBER, "id", Kind.NUMBER, false);
    }

    static Order newestFirst() {
        return new Order(null, Kind.NUMBER, "id", Kind.NUMBER, true);
    }

    static Order by(String key, Kind kind) {
        return new Order(key, kind, "id", Kind.NUMBER, false);
    }

    Order backwards() {
        return new Order(key, keyKind, id, idKind, true);
    }

    Order thenBy(String column, Kind kind) {
        return new Order(key, keyKind, column, kind, descending);
    }

    String orderBy() {
        String way = descending ? " desc" : " asc";
        return (key == null ? "" : key + way + " nulls last, ") + id + way;
    }

    /** Where the list goes on after the cursor; throws {@link ApiProblem} for one that is none of ours. */
    void after(String cursor, Where where) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            Object last = value(idKind, text.substring(bar + 1));
            String first = text.substring(0, bar);
            String beyond = descending ? " < ?" : " > ?";
            if (key == null) {
                where.and(id + beyond, last);
            } else if (first.isEmpty()) {
                where.and("(" + key + " is null and " + id + beyond + ")", last);
            } else {
                Object from = value(keyKind, first);
                String tie = "(" + key + " = ? and " + id + beyond + ")";
                where.and("(" + key + beyond + " or " + tie + " or " + key + " is null)", from, from, last);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException foreign) {
            throw ApiProblem.badRequest("after \"" + cursor + "\": pass what `next` of the page before said");
        }
    }

    String cursor(Row row) throws SQLException {
        String first = key == null ? "" : text(keyKind, key, row);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((first + "|" + text(idKind, id, row)).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Kind kind, String column, Row row) throws SQLException {
        Object value = kind == Kind.INSTANT ? row.instantOrNull(column) : row.textOrNull(column);
        return value == null ? "" : value.toString();
    }

    private static Object value(Kind kind, String text) {
        return switch (kind) {
            case NUMBER -> Long.parseLong(text);
            case TEXT -> text;
            case DATE -> LocalDate.parse(text);
            case INSTANT -> Instant.parse(text);
        };
    }
}
