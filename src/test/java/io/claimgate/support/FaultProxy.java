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
import java.util.function.IntFunction;

/**
 * Stands between a client and a server on loopback and does to each connection what a plan says: cuts it after exactly so many bytes of one
 * side, swallows the answer, closes half, delays. Deterministic by the connection's number and the byte's.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int BUFFER = 1 << 15;

    private final ServerSocket door;
    private final int target;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Set<Socket> muted = ConcurrentHashMap.newKeySet();
    private volatile IntFunction<LineFault> plan = number -> LineFault.NONE;
    private volatile boolean refusing;

    /** @param target a port on loopback */
    public FaultProxy(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on, counting connections from 1 again, each is treated as the plan says. */
    public void follow(IntFunction<LineFault> newPlan) {
        connections.set(0);
        sent.set(0);
        plan = newPlan;
    }

    /** Cuts the n-th connection from now on (from 1) after so many bytes of the client; 0 cuts none. */
    public void cut(int connection, long afterBytes) {
        follow(number -> number == connection ? LineFault.cutAfterSent(afterBytes) : LineFault.NONE);
    }

    /** As {@link #cut}, but the connection stays open and nothing comes over it any more. */
    public void silence(int connection, long afterBytes) {
        follow(number -> number == connection ? LineFault.silentAfterSent(afterBytes) : LineFault.NONE);
    }

    /** Whether everybody who calls is turned away, as if the server were down. */
    public void refuse(boolean all) {
        refusing = all;
        if (all) {
            drop();
        }
    }

    /** Ends all connections that there are. */
    public void drop() {
        open.forEach(FaultProxy::end);
        open.clear();
    }

    /** What clients have sent since the plan began, in all connections. */
    public long sent() {
        return sent.get();
    }

    /** How many connections there were since the plan began. */
    public int connections() {
        return connections.get();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it has ended already
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            Socket client;
            try {
                client = door.accept();
            } catch (IOException e) {
                return; // closed
            }
            try {
                connect(client);
            } catch (IOException e) {
                // The server is down: so is its line.
                end(client);
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (refusing) {
            client.setSoLinger(true, 0);
            client.close();
            return;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        LineFault fault = plan.apply(connections.incrementAndGet());
        daemon(() -> forward(client, server, fault));
        daemon(() -> back(server, client, fault));
    }

    private void forward(Socket client, Socket server, LineFault fault) {
        byte[] buffer = new byte[BUFFER];
        long left = fault.clientBytes();
        boolean first = true;
        try {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                if (first) {
                    Thread.sleep(fault.delay().toMillis());
                    first = false;
                }
                out.write(buffer, 0, read);
                sent.addAndGet(read);
                left -= read;
            }
            if (left == 0 && fault.end() == LineFault.End.SILENCE) {
                muted.add(client);
                return;
            }
            if (left > 0 || fault.end() == LineFault.End.CUT) {
                // The client first: no answer to the last bytes may reach it. The server sees the end only when it has
                // read them all.
                client.close();
            }
            server.shutdownOutput();
        } catch (IOException e) {
            // One of the two went away. A server that is not told that its client did (a killed one resets its lines)
            // would hold the locks of its transaction for hours, and the other direction wait for it.
            noMore(server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads to the server's end, also when nobody listens any more: closing before would take bytes back that it has not read yet. */
    private void back(Socket server, Socket client, LineFault fault) {
        byte[] buffer = new byte[BUFFER];
        long left = fault.serverBytes();
        boolean silent = false;
        try (server) {
            InputStream in = server.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int now = (int) Math.min(read, left);
                if (now > 0 && !client.isClosed() && !muted.contains(client)) {
                    write(client, buffer, now);
                }
                left -= now;
                if (left == 0 && fault.serverBytes() < Long.MAX_VALUE) {
                    silent = fault.end() == LineFault.End.SILENCE;
                    if (!silent) {
                        client.close();
                        server.shutdownOutput();
                    }
                }
            }
        } catch (IOException e) {
            return; // the server went away
        } finally {
            if (!silent) {
                end(client);
            }
        }
    }

    private static void noMore(Socket server) {
        try {
            server.shutdownOutput();
        } catch (IOException e) {
            return; // it is the server that went away
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
        Thread thread = new Thread(work, "fault-proxy");
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
        drop();
    }
}
