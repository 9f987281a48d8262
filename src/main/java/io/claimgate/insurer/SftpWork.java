package io.claimgate.insurer;

import io.claimgate.insurer.sftp.SftpSession;
import io.claimgate.insurer.sftp.SftpSessions;
import io.claimgate.insurer.sftp.SftpTarget;
import io.claimgate.insurer.sftp.SftpTrouble;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One thing to do at an insurer's server, and how far it has come. */
final class SftpWork<T> {

    /** What is done there. */
    @FunctionalInterface
    interface Act<T> {
        T at(SftpSession server) throws SftpTrouble;
    }

    /**
     * What it comes to where it does not go well.
     *
     * @param nothing with the reason, where nothing came about that counts
     * @param unknown with the reason, where it may have
     * @param failed whether the route is to count an outcome as a failure
     */
    record Endings<T>(Function<String, T> nothing, Function<String, T> unknown, Predicate<T> failed) {}

    /** Only tells the route that it went wrong; the outcome stands beside it. */
    static final class Failed extends Exception {
        Failed(String outcome) {
            super(outcome);
        }
    }

    private final SftpSessions sessions;
    private final SftpTarget target;
    private final Endings<T> endings;
    private final Act<T> act;
    private volatile boolean begun;
    private volatile boolean aborted;
    private volatile @Nullable SftpSession session;
    private volatile @Nullable T outcome;

    SftpWork(SftpSessions sessions, SftpTarget target, Endings<T> endings, Act<T> act) {
        this.sessions = sessions;
        this.target = target;
        this.endings = endings;
        this.act = act;
    }

    void run() throws Failed {
        T result = result();
        outcome = result;
        if (endings.failed().test(result)) {
            throw new Failed(String.valueOf(result));
        }
    }

    private T result() {
        SftpSession server = null;
        try {
            server = sessions.take(target);
            session = server;
            if (aborted) {
                return endings.nothing().apply("no connection to " + target.host() + " in time");
            }
            begun = true;
            return act.at(server);
        } catch (SftpTrouble e) {
            return endings.nothing().apply(String.valueOf(e.getMessage()));
        } finally {
            session = null;
            if (server != null) {
                sessions.giveBack(target, server);
            }
        }
    }

    /** Its outcome, if it came to one; else what must be thought of it. */
    T outcomeOr(String reason) {
        T known = outcome;
        if (known != null) {
            return known;
        }
        return begun ? endings.unknown().apply(reason) : endings.nothing().apply(reason);
    }

    /** Ends it from outside, whatever it is waiting for. */
    void abort() {
        aborted = true;
        SftpSession busy = session;
        if (busy != null) {
            busy.abort();
        }
    }
}
