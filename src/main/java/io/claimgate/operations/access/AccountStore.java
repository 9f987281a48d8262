package io.claimgate.operations.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts in the database. Only this room knows them. */
@Repository
class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(String name) {
        return jdbc.sql("select * from account where name = ?")
                .param(name)
                .query(AccountStore::row)
                .optional();
    }

    /** The same under its row lock: whoever writes the account's events holds it. */
    Optional<Account> lock(String name) {
        return jdbc.sql("select * from account where name = ? for update")
                .param(name)
                .query(AccountStore::row)
                .optional();
    }

    List<Account> all() {
        return jdbc.sql("select * from account order by name")
                .query(AccountStore::row)
                .list();
    }

    boolean none() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    /** Throws {@link org.springframework.dao.DuplicateKeyException} if the name is taken. */
    void insert(Account account) {
        jdbc.sql("insert into account (name, password_hash, rights, creditors, must_change, enabled, created_by,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        account.name(),
                        account.passwordHash(),
                        Right.join(account.rights()),
                        String.join(",", account.creditors().words()),
                        account.mustChange(),
                        account.enabled(),
                        account.createdBy(),
                        account.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(Account account) {
        jdbc.sql("update account set password_hash = ?, rights = ?, creditors = ?, must_change = ?, enabled = ?"
                        + " where name = ?")
                .params(
                        account.passwordHash(),
                        Right.join(account.rights()),
                        String.join(",", account.creditors().words()),
                        account.mustChange(),
                        account.enabled(),
                        account.name())
                .update();
    }

    private static Account row(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("password_hash"),
                Right.parse(row.getString("rights")),
                Creditors.parse(row.getString("creditors")),
                row.getBoolean("must_change"),
                row.getBoolean("enabled"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
