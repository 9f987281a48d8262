package io.claimgate.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a client and a server on loopback and cuts a connection after exactly so many bytes of what the client sends: the server
 * has got these bytes, and the client gets no answer to them any more. Deterministic by connection and offset.
 */
public final class CuttingProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Set<Socket> muted = ConcurrentHashMap.newKeySet();
    private volatile int connectionToCut;
    private volatile long cutAfter;
    private volatile boolean silent;

    /** @param target a port on loopback */
    public CuttingProxy(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Cuts the n-th connection from now on (from 1) after so many bytes of the client; 0 cuts none. */
    public void cut(int connection, long afterBytes) {
        connections.set(0);
        sent.set(0);
        connectionToCut = connection;
        cutAfter = afterBytes;
        silent = false;
    }

    /** As {@link #cut}, but the connection stays open and nothing comes over it any more. */
    public void silence(int connection, long afterBytes) {
        cut(connection, afterBytes);
        silent = true;
    }

    /** Ends all connections that there are. */
    public void drop() {
        open.forEach(CuttingProxy::end);
        open.clear();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it has ended already
        }
    }

    /** What clients have sent since the last {@link #cut}, in all connections. */
    public long sent() {
        return sent.get();
    }

    /** How many connections there were since the last {@link #cut}. */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                long limit = connections.incrementAndGet() == connectionToCut ? cutAfter : Long.MAX_VALUE;
                daemon(() -> forward(client, server, limit));
                daemon(() -> back(server, client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void forward(Socket client, Socket server, long limit) {
        byte[] buffer = new byte[1 << 15];
        long left = limit;
        try {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                out.write(buffer, 0, read);
                sent.addAndGet(read);
                left -= read;
            }
            if (left == 0 && silent) {
                muted.add(client);
                return;
            }
            // The client first: no answer to the last bytes may reach it. The server sees the end only when it has read
            // them all.
            client.close();
            server.shutdownOutput();
        } catch (IOException e) {
            return; // one of the two went away, and the other direction ends it
        }
    }

    /** Reads to the server's end, also when nobody listens any more: closing before would take bytes back that it has not read yet. */
    private void back(Socket server, Socket client) {
        byte[] buffer = new byte[1 << 15];
        try (client;
                server) {
            InputStream in = server.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!client.isClosed() && !muted.contains(client)) {
                    write(client, buffer, read);
                }
            }
        } catch (IOException e) {
            return; // the server went away
        }
    }

    private static void write(Socket client, byte[] buffer, int length) {
        try {
            client.getOutputStream().write(buffer, 0, length);
        } catch (IOException e) {
            return; // cut meanwhile
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
