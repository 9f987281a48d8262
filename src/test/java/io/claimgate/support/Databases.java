package io.claimgate.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Both databases for tests, migrated and empty: {@code @ParameterizedTest @EnumSource(Databases.class)} and {@link #fresh()}. The
 * PostgreSQL is a real server, started once per test JVM.
 */
public enum Databases {
    H2 {
        @Override
        public String freshUrl() {
            return "jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
        }

        @Override
        public DataSource fresh() {
            return migrated(JdbcConnectionPool.create(freshUrl(), "sa", ""));
        }
    },
    POSTGRESQL {
        @Override
        public String freshUrl() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = Server.STARTED.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.STARTED.getJdbcUrl("postgres", name);
        }

        @Override
        public DataSource fresh() {
            com.zaxxer.hikari.HikariDataSource pool = new com.zaxxer.hikari.HikariDataSource();
            pool.setJdbcUrl(freshUrl());
            pool.setUsername("postgres");
            pool.setMaximumPoolSize(12);
            // A whole suite runs in one JVM, and nobody closes its pools: what is idle goes back soon.
            pool.setMinimumIdle(0);
            pool.setIdleTimeout(10_000);
            return migrated(pool);
        }
    };

    /** The address of a new, empty database; user {@code sa} on H2, {@code postgres} on PostgreSQL, no password. */
    public abstract String freshUrl();

    /** A pool on a new, migrated database. */
    public abstract DataSource fresh();

    /** The user of {@link #freshUrl()}. */
    public String user() {
        return this == H2 ? "sa" : "postgres";
    }

    DataSource migrated(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + name().toLowerCase(Locale.ROOT))
                .load()
                .migrate();
        return dataSource;
    }

    private static final class Server {
        static {
            System.setProperty("com.zaxxer.hikari.housekeeping.periodMs", "2000");
        }

        static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "800")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
