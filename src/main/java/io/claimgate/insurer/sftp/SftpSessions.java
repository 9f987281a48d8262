package io.claimgate.insurer.sftp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sessions that are used again: a handshake costs more than a small file. One that has idled is ended. */
public final class SftpSessions implements AutoCloseable {

    private final Map<SftpTarget, Deque<Idle>> idle = new HashMap<>();
    private final ScheduledExecutorService ending;
    private final Duration longest;

    private record Idle(SftpSession session, long sinceNanos) {}

    /** @param longest how long a session may wait for its next use */
    public SftpSessions(Duration longest) {
        this.longest = longest;
        ending = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sftp-idle");
            thread.setDaemon(true);
            return thread;
        });
        ending.scheduleWithFixedDelay(this::endIdle, longest.toMillis(), longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One that answers, new or used before. */
    public SftpSession take(SftpTarget target) throws SftpTrouble {
        for (SftpSession known = poll(target); known != null; known = poll(target)) {
            if (known.alive()) {
                return known;
            }
            known.abort();
        }
        return SftpConnecting.open(target);
    }

    /** Gives it back for others, or ends it if it is of no more use. */
    public void giveBack(SftpTarget target, SftpSession session) {
        if (!session.usable() || ending.isShutdown()) {
            session.abort();
            return;
        }
        synchronized (idle) {
            idle.computeIfAbsent(target, key -> new ArrayDeque<>()).push(new Idle(session, System.nanoTime()));
        }
    }

    private @Nullable SftpSession poll(SftpTarget target) {
        synchronized (idle) {
            Deque<Idle> known = idle.get(target);
            Idle last = known == null ? null : known.poll();
            return last == null ? null : last.session();
        }
    }

    private void endIdle() {
        long now = System.nanoTime();
        remove(one -> now - one.sinceNanos() >= longest.toNanos()).forEach(SftpSession::abort);
    }

    private List<SftpSession> remove(java.util.function.Predicate<Idle> which) {
        List<SftpSession> removed = new ArrayList<>();
        synchronized (idle) {
            idle.values().forEach(sessions -> sessions.removeIf(one -> which.test(one) && removed.add(one.session())));
            idle.values().removeIf(Deque::isEmpty);
        }
        return removed;
    }

    @Override
    public void close() {
        ending.shutdownNow();
        remove(one -> true).forEach(SftpSession::abort);
    }
}
