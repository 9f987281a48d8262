package io.claimgate.support;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Both databases for tests, migrated and empty: {@code @ParameterizedTest @EnumSource(Databases.class)} and {@link #fresh()}. The
 * PostgreSQL is a real server, started once per test JVM. What a test opens is closed when it ends ({@link OpenDatabases}).
 */
public enum Databases {
    H2 {
        @Override
        public String freshUrl() {
            String url = "jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=100;DB_CLOSE_DELAY=-1";
            OpenDatabases.opened(() -> shutDown(url));
            return url;
        }

        @Override
        public DataSource fresh() {
            JdbcConnectionPool pool = JdbcConnectionPool.create(freshUrl(), "sa", "");
            OpenDatabases.opened(pool::dispose);
            try (Connection connection = pool.getConnection()) {
                H2Schema.tell(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return pool;
        }

        private void shutDown(String url) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url, "sa", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown immediately");
            }
        }
    },
    POSTGRESQL {
        @Override
        public String freshUrl() {
            return copyOf("template1");
        }

        @Override
        public DataSource fresh() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(copyOf(Migrated.TEMPLATE));
            pool.setUsername(user());
            pool.setMaximumPoolSize(12);
            pool.setMinimumIdle(0);
            OpenDatabases.opened(pool);
            return pool;
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

    void migrate(String url) {
        Flyway.configure()
                .dataSource(url, user(), "")
                .locations("classpath:db/migration/common", "classpath:db/migration/" + name().toLowerCase(Locale.ROOT))
                .load()
                .migrate();
    }

    /** The address of a copy that goes with the test: the server's files lie in memory where they can. */
    private static String copyOf(String template) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        OpenDatabases.opened(() -> Server.tell("drop database if exists " + name + " with (force)"));
        return created(name, template);
    }

    private static String created(String name, String template) {
        // Copied as files: the way over the log writes each page twice, which is felt with many databases.
        Server.tell("create database " + name + " template " + template + " strategy file_copy");
        return Server.STARTED.getJdbcUrl("postgres", name);
    }

    /** Migrated once per test JVM; every other PostgreSQL database is a copy, which takes a tenth of the time. */
    private static final class Migrated {

        static final String TEMPLATE = template();

        private static String template() {
            String name = "migrated";
            POSTGRESQL.migrate(created(name, "template1"));
            return name;
        }
    }

    private static final class Server {

        static final EmbeddedPostgres STARTED = start();

        static void tell(String statement) {
            try (Connection connection = STARTED.getPostgresDatabase().getConnection();
                    Statement told = connection.createStatement()) {
                told.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(statement, e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
                Scratch.folder().ifPresent(builder::setDataDirectory);
                EmbeddedPostgres server = builder.setServerConfig("max_connections", "800")
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
