package io.claimgate.flow.audit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Wakes the sealer by system time, and once more when everything else has stopped. */
public final class SealTimer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealTimer.class);
    private static final Duration LAST_SEAL = Duration.ofSeconds(10);

    private final Sealer sealer;
    private final Duration every;
    private volatile CountDownLatch off = new CountDownLatch(0);
    private volatile Thread thread = new Thread(() -> {});
    private boolean troubled;

    public SealTimer(Sealer sealer, AuditSettings settings) {
        this.sealer = sealer;
        this.every = settings.sealEvery();
    }

    @Override
    public void start() {
        off = new CountDownLatch(1);
        thread = new Thread(this::sealWhileOn, "audit-sealer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        off.countDown();
        try {
            thread.join(LAST_SEAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return off.getCount() > 0;
    }

    /** Early in the start, late in the stop: what the others record while they stop is sealed too. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void sealWhileOn() {
        boolean on = true;
        while (on) {
            try {
                on = !off.await(every.toMillis(), TimeUnit.MILLISECONDS);
                sealer.seal();
                troubled = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException e) {
                // Another transaction on the same rows, another sealer, or no database: the next round takes it up
                // again.
                LOG.info("events are not sealed now, later again: {}", e.toString());
            } catch (RuntimeException e) {
                if (!troubled) {
                    LOG.warn("events cannot be sealed", e);
                }
                troubled = true;
            }
        }
    }
}
