package io.claimgate.laboratory.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stub insurer as a process, and how a test speaks with it. */
public final class InsurerProcess implements AutoCloseable {

    private static final String ACCEPT = "{\"type\":\"accept\",";

    private final PartnerProcess process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private InsurerProcess(PartnerProcess process) {
        this.process = process;
        this.port = port(process.folder());
    }

    /** @param settings of {@link StubInsurer} beside its folder and its port, which stays its own after a restart */
    public static InsurerProcess start(Path folder, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("port", Integer.toString(freePort()));
        return new InsurerProcess(PartnerProcess.start(StubInsurer.class, folder, all));
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/claims";
    }

    public PartnerProcess process() {
        return process;
    }

    /**
     * How it treats an operation from now on.
     *
     * @param percent of the calls that get one of the modes
     * @param first of how many calls of a key
     * @param seed from which follows which ones
     */
    public void behave(
            String operation, Collection<StubMode> modes, int percent, int first, long seed, Duration delay) {
        tell(
                "/lab/behaviour",
                "{\"operation\":\"%s\",\"mode\":\"%s\",\"percent\":%d,\"first\":%d,\"seed\":%d,\"delay\":\"%s\"}"
                        .formatted(
                                operation,
                                modes.stream().map(StubMode::word).collect(Collectors.joining(",")),
                                percent,
                                first,
                                seed,
                                delay));
    }

    /** It treats every call of the operation so. */
    public void behave(String operation, StubMode mode) {
        behave(operation, List.of(mode), 100, Integer.MAX_VALUE, 0, Duration.ofSeconds(3));
    }

    /** Puts a result on its list, in the words of its ledger. */
    public void decide(String words) {
        tell("/lab/results", words);
    }

    /** What it has written down so far, in its order. */
    public List<JsonNode> ledger() {
        return Journal.read(process.folder().resolve(StubInsurer.LEDGER));
    }

    /** Lines of a type. */
    public List<JsonNode> ledger(String type) {
        return ledger().stream()
                .filter(line -> line.path("type").asText().equals(type))
                .toList();
    }

    /** How many claims it has accepted so far, without reading its whole ledger as JSON. */
    public int accepted() {
        Path ledger = process.folder().resolve(StubInsurer.LEDGER);
        try (Stream<String> lines = Files.exists(ledger) ? Files.lines(ledger) : Stream.empty()) {
            return (int) lines.filter(line -> line.startsWith(ACCEPT)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                throw new IllegalStateException("the stub insurer answered " + status + " to " + body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(Path folder) {
        try {
            return Integer.parseInt(Files.readString(folder.resolve("port")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
