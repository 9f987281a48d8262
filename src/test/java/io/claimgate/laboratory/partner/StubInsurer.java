package io.claimgate.laboratory.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An insurer of the reference WSDL over bare sockets. {@code --folder=} holds its ledger ({@code ledger.jsonl}) and, once it listens, the file
 * {@code port}; {@code --port=} (0: any), {@code --idempotent=}, {@code --decides=} (whether it decides what it took at once).
 * {@code POST /lab/behaviour} with {@code {"operation","mode","percent","first","seed","delay"}} sets how it treats an operation,
 * {@code POST /lab/results} puts a result on its list.
 */
public final class StubInsurer {

    /** File name of the ledger. */
    public static final String LEDGER = "ledger.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RESULTS_AT_ONCE = 100;

    private final ServerSocket server;
    private final InsurerBook book;
    private final Map<String, StubBehaviour> behaviours = new ConcurrentHashMap<>();

    private StubInsurer(ServerSocket server, InsurerBook book) {
        this.server = server;
        this.book = book;
    }

    public static void main(String[] arguments) throws IOException {
        Parent.ends();
        Map<String, String> settings = Arrays.stream(arguments)
                .map(argument -> argument.substring(2).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Path folder = Files.createDirectories(Path.of(settings.get("folder")));
        int port = Integer.parseInt(settings.getOrDefault("port", "0"));
        InsurerBook.Habits habits = new InsurerBook.Habits(
                Boolean.parseBoolean(settings.getOrDefault("idempotent", "true")),
                Boolean.parseBoolean(settings.getOrDefault("decides", "false")));
        ServerSocket server = new ServerSocket(port, 500, InetAddress.getLoopbackAddress());
        StubInsurer insurer =
                new StubInsurer(server, new InsurerBook(folder.resolve(LEDGER), Clock.systemUTC(), habits));
        Path told = folder.resolve("port.part");
        Files.writeString(told, Integer.toString(server.getLocalPort()));
        Files.move(told, folder.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
        insurer.serve();
    }

    private void serve() throws IOException {
        while (true) {
            Socket socket = server.accept();
            Thread thread = new Thread(() -> serve(socket), "insurer");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            Request request = Request.read(socket.getInputStream());
            while (request != null && answered(request, socket.getOutputStream())) {
                request = Request.read(socket.getInputStream());
            }
        } catch (IOException e) {
            return; // who called went away
        }
    }

    /** Whether the connection stays. */
    private boolean answered(Request request, OutputStream out) throws IOException {
        return switch (request.path()) {
            case "/lab/behaviour" -> {
                JsonNode words = JSON.readTree(request.body());
                behaviours.put(words.path("operation").asText("DeclareClaim"), StubBehaviour.of(words));
                yield write(out, 204, "text/plain", "");
            }
            case "/lab/results" -> {
                book.decide((ObjectNode) JSON.readTree(request.body()));
                yield write(out, 204, "text/plain", "");
            }
            default -> soap(Told.of(request), out);
        };
    }

    private boolean soap(Told told, OutputStream out) throws IOException {
        String key = told.text("claimKey");
        StubBehaviour behaviour = behaviours.getOrDefault(told.operation(), StubBehaviour.NORMAL);
        StubMode mode = behaviour.at(key, book.called(told.operation(), key));
        if (told.operation().equals("DeclareClaim")) {
            book.heard(told);
        }
        if (mode == StubMode.ACCEPT_LATE) {
            later(told, behaviour.delay());
            return false;
        }
        String answer = mode.takes() ? taken(told) : "";
        return switch (mode) {
            case NORMAL -> write(out, answer);
            case DELAY -> {
                pause(behaviour.delay());
                yield write(out, answer);
            }
            case ACCEPT_THEN_TIMEOUT, SILENT -> {
                pause(behaviour.delay());
                yield false;
            }
            case ACCEPT_THEN_CUT, ACCEPT_LATE, CUT -> false;
            case ERROR_500 -> write(out, 500, "text/html", "");
            case ERROR_503 -> write(out, 503, "text/html", "<html>later</html>");
            case HTML -> write(out, 200, "text/html", "<html><body>Please log in</body></html>");
            case SOAP_FAULT -> write(out, 500, "text/xml", InsurerWords.fault("", "it broke"));
            case TRUNCATED_XML -> write(out, 200, "text/xml", answer.substring(0, answer.length() * 2 / 3));
            case FOREIGN_XML -> write(out, 200, "text/xml", InsurerWords.foreign());
            case DUPLICATE -> write(out, 500, "text/xml", InsurerWords.fault("DUPLICATE", "it is here already"));
        };
    }

    private void later(Told told, Duration delay) {
        Thread thread = new Thread(
                () -> {
                    pause(delay);
                    taken(told);
                },
                "late");
        thread.setDaemon(true);
        thread.start();
    }

    private String taken(Told told) {
        String key = told.text("claimKey");
        switch (told.operation()) {
            case "DeclareClaim":
                return InsurerWords.receipt(book.accept(told));
            case "GetClaim":
                return book.claim(key)
                        .map(claim -> InsurerWords.held(claim, book.changes(key), book.documents(key)))
                        .orElseGet(() -> InsurerWords.notHeld(key));
            case "ListResults":
                int from = told.text("since").isEmpty()
                        ? 0
                        : Integer.parseInt(told.text("since").substring(1));
                var page = book.results(from, RESULTS_AT_ONCE);
                return InsurerWords.results(page, from + page.size());
            default:
                return ofClaim(told, key);
        }
    }

    private String ofClaim(Told told, String key) {
        boolean document = told.operation().equals("TransferDocument");
        if (book.claim(key).isEmpty()) {
            return InsurerWords.fault(document ? "CLAIM_UNKNOWN" : "CHANGE_WITHOUT_CLAIM", "there is no " + key);
        }
        if (!document) {
            return InsurerWords.changeReceipt(book.change(told));
        }
        if (!InsurerBook.sha256(told.attachment()).equals(told.text("sha256"))) {
            return InsurerWords.fault("DOCUMENT_DAMAGED", told.text("name") + " is not what was announced");
        }
        return InsurerWords.documentReceipt(book.document(told));
    }

    private static boolean write(OutputStream out, String answer) throws IOException {
        return write(out, answer.contains("<soap:Fault>") ? 500 : 200, "text/xml", answer);
    }

    private static boolean write(OutputStream out, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + ";charset=UTF-8\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        byte[] whole = Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + bytes.length);
        System.arraycopy(bytes, 0, whole, head.length(), bytes.length);
        out.write(whole);
        out.flush();
        return true;
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
