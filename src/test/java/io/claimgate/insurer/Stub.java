package io.claimgate.insurer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A server on a bare socket: reads whole requests, counts them, and answers whatever bytes a test wants. */
final class Stub implements AutoCloseable {

    private final ServerSocket server;
    private final AtomicInteger requests = new AtomicInteger();
    private final Consumer<Connection> answer;

    Stub(Consumer<Connection> answer) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answer = answer;
        Thread accepting = new Thread(this::accept, "stub");
        accepting.setDaemon(true);
        accepting.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    /** Whole requests that came, on whatever connection. */
    int requests() {
        return requests.get();
    }

    static byte[] response(int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread serving = new Thread(() -> serve(socket), "stub-connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Connection connection = new Connection(socket);
            do {
                connection.kept = false;
                if (!readRequest(socket.getInputStream())) {
                    return;
                }
                requests.incrementAndGet();
                answer.accept(connection);
            } while (connection.kept);
        } catch (IOException | UncheckedIOException e) {
            // The caller went away; what he got is judged on his side.
            return;
        }
    }

    private static boolean readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                return false;
            }
            head.append((char) c);
        }
        String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
        int at = lower.indexOf("content-length:");
        if (at >= 0) {
            in.readNBytes(Integer.parseInt(
                    lower.substring(at + 15, lower.indexOf('\r', at)).strip()));
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    final class Connection {
        private final Socket socket;
        private boolean kept;

        Connection(Socket socket) {
            this.socket = socket;
        }

        String url() {
            return Stub.this.url();
        }

        void write(byte[] bytes) {
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Answers, and waits for the next request on the same connection. */
        void keep(byte[] bytes) {
            write(bytes);
            kept = true;
        }

        /** A byte every 200 ms, for ever. */
        void trickle() {
            write("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<".getBytes(StandardCharsets.US_ASCII));
            java.util.concurrent.CountDownLatch never = new java.util.concurrent.CountDownLatch(1);
            try {
                while (!never.await(200, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    write(new byte[] {' '});
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
