package io.claimgate.operations.routes;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does to this gateway's routes what a person did to them on another one, or before this one started. */
@Component
class RouteFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RouteFollower.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final RouteControl control;
    private volatile CountDownLatch off = new CountDownLatch(0);

    RouteFollower(RouteControl control) {
        this.control = control;
    }

    @Override
    public void start() {
        off = new CountDownLatch(1);
        Thread thread = new Thread(this::followWhileOn, "route-follower");
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

    /** When the routes are up, and not while they go down. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 40;
    }

    private void followWhileOn() {
        try {
            while (!off.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    control.follow();
                } catch (RuntimeException e) {
                    LOG.info("what is wanted of the routes cannot be looked up now: {}", e.toString());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
