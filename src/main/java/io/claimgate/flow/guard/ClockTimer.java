package io.claimgate.flow.guard;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/** Looks at business time twice a minute of system time, the first time before any task runs. */
public final class ClockTimer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClockTimer.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final ClockWatch watch;
    private final TransactionOperations transactions;
    private volatile CountDownLatch off = new CountDownLatch(0);

    public ClockTimer(ClockWatch watch, TransactionOperations transactions) {
        this.watch = watch;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        off = new CountDownLatch(1);
        look();
        Thread thread = new Thread(this::lookWhileOn, "clock-watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        off.countDown();
    }

    @Override
    public boolean isRunning() {
        return off.getCount() > 0;
    }

    /** Before the runner of tasks. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 60;
    }

    private void lookWhileOn() {
        try {
            while (!off.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            transactions.executeWithoutResult(status -> watch.tick());
        } catch (RuntimeException e) {
            // Every claim looks for itself before it goes; the next round takes it up again.
            LOG.info("business time was not looked at now, later again: {}", e.toString());
        }
    }
}
