package io.claimgate.laboratory;

import io.claimgate.support.FaultProxy;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** A PostgreSQL of the run, behind a line that can fail: it can be stopped at once and started again on its data. */
public final class OwnDatabase implements AutoCloseable {

    private final Path data;
    private final int port;
    private final FaultProxy line;
    private EmbeddedPostgres server;

    public OwnDatabase(Path data) {
        this.data = data;
        this.server = start(0);
        this.port = server.getPort();
        this.line = new FaultProxy(port);
    }

    public FaultProxy line() {
        return line;
    }

    /** Settings of a gateway on it. */
    public Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:" + line.port() + "/postgres?connectTimeout=5&socketTimeout=20",
                "spring.datasource.username",
                "postgres",
                "spring.datasource.hikari.connection-timeout",
                "5000");
    }

    /** Stopped in the middle of its work, as a crash would; it recovers from its log. */
    public void restart() {
        try {
            String postmaster =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            Signals.send("QUIT", Long.parseLong(postmaster));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !Files.exists(data.resolve("postmaster.pid")));
        stop();
        server = start(port);
    }

    private EmbeddedPostgres start(int wanted) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(wanted)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        line.close();
        stop();
    }
}
