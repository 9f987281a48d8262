package io.claimgate.operations.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Refreshes the figures every so often by system time: scraping never queries the database. A refresh that is slow makes the pauses longer,
 * so that it never takes more than a tenth of the time.
 */
@Component
class Rollup implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rollup.class);
    private static final int LARGEST_SHARE = 10;

    private final Figures figures;
    private final Clock clock;
    private final Duration every;
    private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Rollup::thread);
    private volatile boolean running;

    Rollup(Figures figures, Clock clock, MetricsSettings settings) {
        this.figures = figures;
        this.clock = clock;
        this.every = settings.refresh();
    }

    @Override
    public void start() {
        if (timer.isShutdown()) {
            timer = Executors.newSingleThreadScheduledExecutor(Rollup::thread);
        }
        running = true;
        next(Duration.ZERO);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void next(Duration delay) {
        if (running) {
            var unused = timer.schedule(this::refresh, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void refresh() {
        Instant begun = clock.instant();
        try {
            figures.refresh();
        } catch (RuntimeException failure) {
            LOG.warn("OPS-009 metrics could not be refreshed; the last figures stand: {}", failure.getMessage());
        }
        Duration pause = Duration.between(begun, clock.instant()).multipliedBy(LARGEST_SHARE);
        next(pause.compareTo(every) > 0 ? pause : every);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "metrics-rollup");
        thread.setDaemon(true);
        return thread;
    }
}
