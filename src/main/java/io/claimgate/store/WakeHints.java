package io.claimgate.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the other gateways on a PostgreSQL that work was committed, and hears it from them. Only hints: they are given after the commit, many
 * as one, and a lost one costs the interval at which the others look anyway. An embedded database has no others.
 */
public final class WakeHints implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WakeHints.class);
    private static final String CHANNEL = "claimgate_work";
    private static final Duration LISTEN = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofMillis(25);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final Dialect dialect;
    private final String self;
    private final Runnable heard;
    private final Semaphore given = new Semaphore(0);
    private volatile boolean on;

    /**
     * @param self this process, whose own hints are none
     * @param heard called when another gateway has given one
     */
    public WakeHints(DataSource dataSource, Dialect dialect, String self, Runnable heard) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.self = self;
        this.heard = heard;
    }

    /** Something was committed that others may do. */
    public void give() {
        if (on && given.availablePermits() == 0) {
            given.release();
        }
    }

    @Override
    public void start() {
        on = dialect == Dialect.POSTGRESQL;
        if (on) {
            daemon("wake-hints-out", this::tell);
            daemon("wake-hints-in", this::listen);
        }
    }

    @Override
    public void stop() {
        // What was put back last is to be known at once.
        if (on && given.tryAcquire()) {
            try {
                tellOthers();
            } catch (SQLException e) {
                LOG.debug("the last hint was not given", e);
            }
        }
        on = false;
        given.release();
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    /** Around everything that gives hints. */
    @Override
    public int getPhase() {
        return 400;
    }

    private void tell() {
        while (on) {
            try {
                given.acquire();
                if (on) {
                    tellOthers();
                    TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException e) {
                LOG.debug("a hint was not given; the others look by themselves", e);
            }
        }
    }

    private void tellOthers() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, self);
            notify.execute();
        }
    }

    private void listen() {
        while (on) {
            try (Connection connection = dataSource.getConnection()) {
                hear(connection);
            } catch (SQLException e) {
                if (on) {
                    LOG.info("hints of other gateways are not heard now: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            PGConnection listening = connection.unwrap(PGConnection.class);
            while (on) {
                PGNotification[] hints = listening.getNotifications((int) LISTEN.toMillis());
                if (hints != null && fromOthers(hints)) {
                    heard.run();
                }
            }
            statement.execute("unlisten *");
        }
    }

    private boolean fromOthers(PGNotification[] hints) {
        for (PGNotification hint : hints) {
            if (!self.equals(hint.getParameter())) {
                return true;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AFTER_TROUBLE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
