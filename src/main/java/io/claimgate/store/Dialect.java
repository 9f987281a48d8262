package io.claimgate.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What differs between the two databases. Everything else is SQL that both run. */
public enum Dialect {
    H2,
    POSTGRESQL;

    /** Asks the database what it is. */
    public static Dialect of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "H2" -> H2;
                case "PostgreSQL" -> POSTGRESQL;
                default ->
                    throw new IllegalStateException("OPS-008 spring.datasource.url: " + product
                            + " is not supported; use H2 or PostgreSQL 15 or newer");
            };
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer; check spring.datasource.url", e);
        }
    }

    /** Whether no other process can have the database open: an embedded file is locked by the one that opened it. */
    public boolean exclusive() {
        return this == H2;
    }

    /** Appended to an insert that loses to a rival's row: it waits for it, and changes nothing. H2 refuses the statement instead. */
    public String unlessThere() {
        return this == POSTGRESQL ? " on conflict do nothing" : "";
    }

    /** Appended to the query for due tasks, so that several gateways do not wait for each other. */
    public String skipLocked() {
        // H2 would lock every matching row of an ordered query.
        return this == POSTGRESQL ? " for update skip locked" : "";
    }

    /** Orders events that are in no block by id, such that the first page costs a page. */
    public String unsealedFirst(String event) {
        // H2 walks its index of (block, id) only where the order names both; PostgreSQL's index holds the open ones
        // alone, by id.
        return this == H2 ? event + ".block_id, " + event + ".id" : event + ".id";
    }
}
