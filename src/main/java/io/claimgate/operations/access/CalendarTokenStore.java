package io.claimgate.operations.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Addresses of calendars in the database, by the hash of what is secret about them. */
@Repository
class CalendarTokenStore {

    private final JdbcClient jdbc;

    CalendarTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CalendarToken insert(String account, String label, String language, String hash, Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into calendar_token (account, label, language, token_hash, created_at) values (?, ?, ?, ?, ?)")
                .params(account, label, language, hash, now.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        return new CalendarToken(id, account, label, language, now, null, null);
    }

    List<CalendarToken> all() {
        return jdbc.sql("select * from calendar_token order by account, id")
                .query(CalendarTokenStore::row)
                .list();
    }

    List<CalendarToken> of(String account) {
        return jdbc.sql("select * from calendar_token where account = ? order by id")
                .param(account)
                .query(CalendarTokenStore::row)
                .list();
    }

    Optional<CalendarToken> find(long id) {
        return jdbc.sql("select * from calendar_token where id = ?")
                .param(id)
                .query(CalendarTokenStore::row)
                .optional();
    }

    Optional<CalendarToken> byHash(String hash) {
        return jdbc.sql("select * from calendar_token where token_hash = ?")
                .param(hash)
                .query(CalendarTokenStore::row)
                .optional();
    }

    void read(long id, Instant now) {
        jdbc.sql("update calendar_token set last_read_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from calendar_token where id = ?").param(id).update();
    }

    private static CalendarToken row(ResultSet row, int number) throws SQLException {
        OffsetDateTime read = row.getObject("last_read_at", OffsetDateTime.class);
        return new CalendarToken(
                row.getLong("id"),
                row.getString("account"),
                row.getString("label"),
                row.getString("language"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant(),
                null);
    }
}
