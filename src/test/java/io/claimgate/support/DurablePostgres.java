package io.claimgate.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PostgreSQL of its own that keeps what it has acknowledged: the other tests' server may forget it, and the gateway refuses that one. It
 * lets everybody on this machine in, whatever the password.
 */
public final class DurablePostgres implements AutoCloseable {

    public static final String PASSWORD = "a-password-of-the-database";

    private final EmbeddedPostgres server;

    private DurablePostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static DurablePostgres start() {
        return start(Map.of());
    }

    /** @param settings of the server, such as {@code fsync -> off} */
    public static DurablePostgres start(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of("fsync", "on", "synchronous_commit", "on"));
        all.putAll(settings);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        all.forEach(builder::setServerConfig);
        try {
            return new DurablePostgres(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of its database. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    public String user() {
        return "postgres";
    }

    /** What a gateway needs to reach it. */
    public Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url", url(),
                "spring.datasource.username", user(),
                "spring.datasource.password", PASSWORD);
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
