package io.claimgate.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Debian's chromium with one page, driven over its DevTools protocol: no driver to download. */
public final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<String> loads = new LinkedBlockingQueue<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** @param folder a fresh folder for its user data */
    public Chromium(Path folder) {
        Path program = DebianPackages.program("/usr/bin/chromium", "chromium");
        try {
            process = new ProcessBuilder(
                            program.toString(),
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--disable-dev-shm-usage",
                            "--hide-scrollbars",
                            "--force-device-scale-factor=1",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + folder,
                            "about:blank")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Path announced = folder.resolve("DevToolsActivePort");
            Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(announced) && Files.size(announced) > 0);
            String port = Files.readAllLines(announced).get(0);
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(page(port)), new Listener())
                    .join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List.of("Page.enable", "Runtime.enable", "Log.enable").forEach(method -> call(method, Map.of()));
    }

    private static String page(String port) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                    .build();
            String body = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            for (JsonNode target : JSON.readTree(body)) {
                if (target.get("type").asText().equals("page")) {
                    return target.get("webSocketDebuggerUrl").asText();
                }
            }
            throw new IllegalStateException("no page in " + body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Opens the address and waits until it is loaded. */
    public void open(String address) {
        loading(() -> call("Page.navigate", Map.of("url", address)));
    }

    /** Does something that leads to another page, and waits until that is loaded. */
    public void loading(Runnable act) {
        loads.clear();
        act.run();
        try {
            if (loads.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS) == null) {
                throw new IllegalStateException(
                        "no page came within " + PATIENCE + "; still at " + evaluate("location.href"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes into a field as a person does. */
    public void fill(String selector, String text) {
        evaluate(
                "(() => { const field = document.querySelector(" + quoted(selector) + "); field.focus(); field.value = "
                        + quoted(text) + "; field.dispatchEvent(new Event('input', {bubbles: true})); })()");
    }

    /** Clicks what leads to another page. */
    public void click(String selector) {
        loading(() -> evaluate("document.querySelector(" + quoted(selector) + ").click()"));
    }

    /** The value of an expression, awaited if it is a promise. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression.substring(0, Math.min(200, expression.length())) + ": "
                    + answer.get("exceptionDetails"));
        }
        return answer.get("result").path("value");
    }

    /** The text that a person reads on the page. */
    public String text() {
        return evaluate("document.body.innerText").asText();
    }

    /** How wide the window is, and whether the person likes it dark. */
    public void look(int width, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Switches the page's scripts on or off. */
    public void scripts(boolean on) {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    /** The whole page as a picture. */
    public void screenshot(Path file) {
        JsonNode size = call("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        Map<String, Object> clip = Map.of(
                "x",
                0,
                "y",
                0,
                "width",
                size.get("width").asDouble(),
                "height",
                size.get("height").asDouble(),
                "scale",
                1);
        String picture = call(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip))
                .get("data")
                .asText();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(picture));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What axe-core finds against WCAG 2.1 AA on the page: rule and first place of each. */
    public List<String> accessibilityFaults() {
        try (var source = Chromium.class.getResourceAsStream("/axe.min.js")) {
            evaluate(new String(
                            java.util.Objects.requireNonNull(source, "axe.min.js")
                                    .readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    + "; true");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        JsonNode found = evaluate(
                "axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})"
                        + ".then(r => r.violations.map(v => v.id + ': ' + v.help + ' at ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')))");
        return JSON.convertValue(found, JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    /** What the browser complained of since the last time: scripts that failed, things refused by the content security policy. */
    public List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        socket.sendText(message.toString(), true).join();
        JsonNode whole =
                answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (whole.has("error")) {
            throw new IllegalStateException(method + ": " + whole.get("error"));
        }
        return whole.get("result");
    }

    private static String quoted(String text) {
        return JSON.valueToTree(text).toString();
    }

    private void received(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            if (message.has("id")) {
                waiting.remove(message.get("id").asInt()).complete(message);
            } else if (message.get("method").asText().equals("Page.loadEventFired")) {
                loads.add("loaded");
            } else if (message.get("method").asText().equals("Runtime.exceptionThrown")) {
                complaints.add(message.get("params").toString());
            } else if (message.get("method").asText().equals("Log.entryAdded")
                    && message.at("/params/entry/level").asText().equals("error")) {
                complaints.add(message.at("/params/entry/text").asText() + " "
                        + message.at("/params/entry/url").asText());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                received(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
