package io.claimgate.support;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL database of its own that can be put back to what it was: by a copy that the server itself makes. */
public final class CopiedDatabase {

    private final String url = Databases.POSTGRESQL.freshUrl();
    private final String name =
            URI.create(url.substring("jdbc:".length())).getPath().substring(1);

    /** Of the database, whatever is in it. */
    public String url() {
        return url;
    }

    public String user() {
        return Databases.POSTGRESQL.user();
    }

    /** Copies it; nobody may be connected, for which it waits. */
    public void copy() {
        run("create database " + name + "_copy template " + name);
    }

    /** As it was when it was copied. */
    public void putBack() {
        run("drop database " + name + " with (force)");
        run("create database " + name + " template " + name + "_copy");
    }

    private void run(String statement) {
        // What was killed a moment ago may still be connected.
        run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'", statement);
    }

    private void run(String... statements) {
        String server = url.replace("/" + name, "/postgres");
        try (Connection connection = DriverManager.getConnection(server, user(), "");
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
