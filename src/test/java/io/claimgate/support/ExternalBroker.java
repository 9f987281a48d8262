package io.claimgate.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Artemis in a JVM of its own, as {@code deploy/artemis/broker.xml} has it: TLS, a user with a password, a journal that survives. It is
 * stopped, killed and started again on the same port and journal.
 */
public final class ExternalBroker implements AutoCloseable {

    public static final String USER = "claimgate";
    public static final String PASSWORD = "a-password-of-the-broker";
    /** What production runs. */
    public static final Path SHIPPED = Path.of("deploy/artemis/broker.xml");

    private final TestCertificates certificate = TestCertificates.of("broker");
    private final Path folder;
    private final Path configuration;
    private final Path keys;
    private final Path trust;
    private final int port;
    private @Nullable Process process;
    private int starts;

    private ExternalBroker(Path folder, Path configuration) {
        this.folder = folder;
        this.configuration = configuration;
        this.keys = certificate.keyStore(folder.resolve("broker.p12"));
        this.trust = TestCertificates.trustStore(folder.resolve("broker-trust.p12"), certificate);
        this.port = freePort();
    }

    /** Not started yet; journal and keys lie in the folder. */
    public static ExternalBroker in(Path folder) {
        return in(folder, SHIPPED);
    }

    /** As {@link #in(Path)}, of another broker.xml. */
    public static ExternalBroker in(Path folder, Path configuration) {
        try {
            return new ExternalBroker(Files.createDirectories(folder).toAbsolutePath(), configuration.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it takes connections. */
    public ExternalBroker start() {
        if (running()) {
            throw new IllegalStateException("it still runs");
        }
        Path log = log(starts++);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dclaimgate.broker.host=127.0.0.1",
                "-Dclaimgate.broker.port=" + port,
                "-Dclaimgate.broker.data=" + folder.resolve("data"),
                "-Dclaimgate.broker.key-store=" + keys,
                "-Dclaimgate.broker.key-store-password=" + TestCertificates.PASSWORD,
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                configuration.toString(),
                USER,
                PASSWORD));
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process = started;
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(50))
                    .failFast("the broker ended at its start, see " + log, () -> !started.isAlive())
                    .until(() -> Files.readString(log).contains(BrokerProcess.READY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What the n-th start printed. */
    public Path log(int start) {
        return folder.resolve("broker.log." + start);
    }

    /** kill -9. */
    public void kill() {
        end(true);
    }

    /** As an operator stops it. */
    public void stop() {
        end(false);
    }

    private void end(boolean forcibly) {
        Process running = process;
        if (running == null) {
            return;
        }
        if (forcibly) {
            running.destroyForcibly();
        } else {
            running.destroy();
        }
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean running() {
        return process != null && process.isAlive();
    }

    /** Its process; for signals that Java does not send. */
    public long pid() {
        if (process == null) {
            throw new IllegalStateException("it was never started");
        }
        return process.pid();
    }

    public int port() {
        return port;
    }

    /** What a gateway in profile production needs to reach it. */
    public Map<String, String> settings() {
        return Map.of(
                "claimgate.broker.address",
                "127.0.0.1:" + port,
                "claimgate.broker.trust-store",
                trust.toString(),
                "claimgate.broker.trust-store-password",
                TestCertificates.PASSWORD,
                "spring.artemis.user",
                USER,
                "spring.artemis.password",
                PASSWORD);
    }

    /** For who listens beside the gateway, over TLS too. */
    public ActiveMQConnectionFactory connections() {
        return new ActiveMQConnectionFactory(
                "tcp://127.0.0.1:" + port + "?sslEnabled=true&verifyHost=true&trustStoreType=PKCS12&trustStorePath="
                        + trust + "&trustStorePassword=" + TestCertificates.PASSWORD
                        + "&initialConnectAttempts=1&reconnectAttempts=0&callTimeout=10000",
                USER,
                PASSWORD);
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end(false);
    }
}
