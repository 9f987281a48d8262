package io.claimgate.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL database, on a durable server of its own, that can be put back to what it was: by a copy that the server makes. */
public final class CopiedDatabase implements AutoCloseable {

    private static final String NAME = "claimgate";
    private static final String COPY = "claimgate_copy";

    private final EmbeddedPostgres server;

    private CopiedDatabase(EmbeddedPostgres server) {
        this.server = server;
        run("create database " + NAME);
    }

    /** New and empty. */
    public static CopiedDatabase started() {
        try {
            return new CopiedDatabase(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return server.getJdbcUrl(user(), NAME);
    }

    public String user() {
        return "postgres";
    }

    /** Copies it; who is still connected is sent away. */
    public void copy() {
        alone();
        run("create database " + COPY + " template " + NAME);
    }

    /** As it was when it was copied. */
    public void putBack() {
        alone();
        run("drop database " + NAME + " with (force)");
        run("create database " + NAME + " template " + COPY);
    }

    private void alone() {
        run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + NAME + "'");
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl(user(), "postgres"), user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
