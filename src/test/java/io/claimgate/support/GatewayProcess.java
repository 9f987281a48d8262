package io.claimgate.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * The packaged jar as a process of its own, seen from outside: started, asked over HTTP, killed with SIGKILL, started again on the same home.
 */
public final class GatewayProcess implements AutoCloseable {

    public static final String PASSWORD = "a-long-test-password";

    private static final Duration START = Duration.ofSeconds(Long.getLong("gateway.start.seconds", 120));
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final List<String> java;
    private final Path home;
    private final int port;
    private final List<String> arguments;
    private final String name;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private Process process;
    private int starts;

    private GatewayProcess(List<String> java, Path home, String name, int port, List<String> arguments) {
        this.java = java;
        this.name = name;
        this.home = home;
        this.port = port;
        this.arguments = arguments;
        this.process = launch();
    }

    /** Starts the sandbox on this home, with settings as {@code key -> value}, and waits until it is ready. */
    public static GatewayProcess sandbox(Path home, Map<String, String> settings) {
        GatewayProcess gateway = launchSandbox(home, settings);
        gateway.awaitReady();
        return gateway;
    }

    /** As {@link #sandbox}, without waiting. */
    public static GatewayProcess launchSandbox(Path home, Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=sandbox"));
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return new GatewayProcess(asImage("512m"), home, "", freePort(), arguments);
    }

    /** Starts the gateway itself, without the sandbox, on this home; does not wait. */
    public static GatewayProcess launchPlain(Path home, Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return new GatewayProcess(asImage("512m"), home, "", freePort(), arguments);
    }

    /** The jar itself as the README starts it, with a heap of this size, such as {@code 256m}. */
    public static GatewayProcess sandboxWithHeap(Path home, Map<String, String> settings, String heap) {
        List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=sandbox"));
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        GatewayProcess gateway = new GatewayProcess(PackagedJar.whole(flags(heap)), home, "", freePort(), arguments);
        gateway.awaitReady();
        return gateway;
    }

    /**
     * One of several gateways on a home and database, outside of the sandbox, without waiting.
     *
     * @param name tells its logs from the others'
     */
    public static GatewayProcess oneOfSeveral(Path home, String name, Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return new GatewayProcess(asImage("384m"), home, name, freePort(), arguments);
    }

    private static List<String> asImage(String heap) {
        return PackagedJar.asImage(flags(heap));
    }

    private static String[] flags(String heap) {
        return new String[] {"-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"};
    }

    private Process launch() {
        List<String> command = new ArrayList<>(java);
        command.addAll(arguments);
        command.add("--server.port=" + port);
        command.add("--claimgate.home=" + home.toAbsolutePath());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(starts++).toFile());
        builder.environment().put("CLAIMGATE_ADMIN_PASSWORD", PASSWORD);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the n-th start printed. */
    public Path log(int start) {
        return home.resolveSibling(home.getFileName() + (name.isEmpty() ? "" : "." + name) + ".log." + start);
    }

    /** Waits until routes and tasks are up. */
    public void awaitReady() {
        Awaitility.await()
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .failFast("the gateway ended at its start", () -> !process.isAlive())
                .until(this::ready);
    }

    private boolean ready() {
        try {
            return send(request("/actuator/health/readiness").GET().build()).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGSTOP: it stands still, and knows nothing of it. */
    public void freeze() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void thaw() {
        signal("CONT");
    }

    /** SIGTERM, without waiting. */
    public void terminate() {
        process.destroy();
    }

    private void signal(String signal) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Everything that it has printed since its last start. */
    public String output() {
        return read(log(starts - 1));
    }

    /** Waits for its end after {@link #terminate}. */
    public void awaitEnd() {
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again on the same home and port. */
    public void restart() {
        relaunch();
        awaitReady();
    }

    /** A setting for the next start, instead of what it was. */
    public void set(String key, String value) {
        arguments.removeIf(argument -> argument.startsWith("--" + key + "="));
        arguments.add("--" + key + "=" + value);
    }

    /** As {@link #restart}, without waiting. */
    public void relaunch() {
        if (process.isAlive()) {
            throw new IllegalStateException("it still runs");
        }
        process = launch();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** What all starts printed. */
    public List<Path> logs() {
        return IntStream.range(0, starts).mapToObj(this::log).toList();
    }

    public Path home() {
        return home;
    }

    public JsonNode get(String path) {
        HttpResponse<String> response = send(request(path).GET().build());
        assertThat(response.statusCode())
                .as("GET " + path + " " + response.body())
                .isEqualTo(200);
        return json(response.body());
    }

    /** Status code of a GET. */
    public int status(String path) {
        return send(request(path).GET().build()).statusCode();
    }

    /** All items of a list, over all its pages. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        JsonNode page = get(path + separator + "size=500");
        page.get("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = get(path + separator + "size=500&after="
                    + URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8));
            page.get("items").forEach(items::add);
        }
        return items;
    }

    public JsonNode post(String path, String body) {
        HttpResponse<String> response = postFor(path, body);
        assertThat(response.statusCode())
                .as("POST " + path + " " + response.body())
                .isBetween(200, 299);
        return response.body().isEmpty() ? JSON.nullNode() : json(response.body());
    }

    /** The whole answer of a POST, whatever its status; {@link UncheckedIOException} when the process dies under it. */
    public HttpResponse<String> postFor(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Moves business time to an instant and waits until all is quiet there. */
    public void moveTo(String instant) {
        post("/api/v1/sandbox/clock", "{\"to\":\"" + instant + "\"}");
    }

    /** Drops a file the way an ERP does: another name first, then renamed. */
    public void drop(String source, String name, byte[] content) {
        try {
            Path in =
                    Files.createDirectories(home.resolve("erp").resolve(source).resolve("in"));
            Path part = in.resolve(name + ".part");
            Files.write(part, content);
            Files.move(part, in.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the n-th answer to a file name and returns it. */
    public JsonNode awaitAck(String source, String name, int ordinal, Duration within) {
        Path ack = ack(source, name, ordinal);
        Awaitility.await().atMost(within).pollInterval(Duration.ofMillis(100)).until(() -> Files.exists(ack));
        return json(read(ack));
    }

    public Path ack(String source, String name, int ordinal) {
        String suffix = ordinal == 1 ? ".ack.json" : ".ack." + ordinal + ".json";
        return home.resolve("erp").resolve(source).resolve("ack").resolve(name + suffix);
    }

    /** Ends it as an operator would; SIGKILL if that takes too long. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** The last lines of its output, for a message. */
    public String tail() {
        List<String> lines = read(log(starts - 1)).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private HttpRequest.Builder request(String path) {
        String credentials = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(15))
                .header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
