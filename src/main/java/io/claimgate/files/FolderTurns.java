package io.claimgate.files;

import io.claimgate.flow.Leases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Whose turn it is at a drop folder: one gateway's, for as long as it lives. Another one gets it when that one ends, or gives no sign of life
 * for the length of the lease, and first goes on with what lies half done in {@code work/}. A gateway that stood still and does not know that
 * its turn is over can lose nothing: its late steps are refused by the record or fail on a file that is gone.
 */
public final class FolderTurns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FolderTurns.class);
    /** How often a folder that is another's is asked for again. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final Leases leases;
    private final Leftovers leftovers;
    private final String owner;
    private final Duration lease;
    private final Map<String, Long> heldUntil = new ConcurrentHashMap<>();
    private final Map<String, Long> askAgainAt = new ConcurrentHashMap<>();
    private volatile boolean on;
    private ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

    /** @param owner this process */
    public FolderTurns(Leases leases, Leftovers leftovers, String owner, Duration lease) {
        this.leases = leases;
        this.leftovers = leftovers;
        this.owner = owner;
        this.lease = lease;
    }

    /** Whether this gateway may look into the drop folder of the source now. */
    public boolean mine(String source) {
        Long until = heldUntil.get(source);
        if (until != null && until - System.nanoTime() > 0) {
            return true;
        }
        Long again = askAgainAt.get(source);
        return on && (again == null || again - System.nanoTime() <= 0) && taken(source);
    }

    private boolean taken(String source) {
        boolean ours = hold(source);
        if (!ours) {
            askAgainAt.put(source, System.nanoTime() + ASK_AGAIN.toNanos());
            return false;
        }
        LOG.info("the drop folder of {} is looked into by this gateway", source);
        try {
            recover(source);
        } catch (RuntimeException e) {
            heldUntil.remove(source);
            throw e;
        }
        return true;
    }

    private void recover(String source) {
        try {
            leftovers.recover(source);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "what was left of " + source + " could not be taken on; it is tried again", e);
        }
    }

    /** Counted from before the database was asked. */
    private boolean hold(String source) {
        long until = System.nanoTime() + lease.toNanos();
        boolean ours = leases.hold(name(source), owner, lease);
        if (ours) {
            heldUntil.put(source, until);
        } else {
            heldUntil.remove(source);
        }
        return ours;
    }

    private void renew() {
        for (String source : heldUntil.keySet()) {
            try {
                hold(source);
            } catch (RuntimeException e) {
                LOG.info("the turn at {} cannot be prolonged now: {}", source, e.toString());
            }
        }
    }

    @Override
    public void start() {
        on = true;
        heart = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "folder-turns");
            thread.setDaemon(true);
            return thread;
        });
        long third = lease.toMillis() / 3;
        heart.scheduleWithFixedDelay(this::renew, third, third, TimeUnit.MILLISECONDS);
    }

    /** Whoever waits need not wait for the end of the lease. */
    @Override
    public void stop() {
        on = false;
        heart.shutdownNow();
        for (String source : heldUntil.keySet()) {
            heldUntil.remove(source);
            try {
                leases.release(name(source), owner);
            } catch (RuntimeException e) {
                // The database is away: asking once more for each folder would only make the end long.
                LOG.info("turns at drop folders could not be given up, they will end by themselves: {}", e.toString());
                heldUntil.clear();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    /** Before the routes, and after them: nothing is taken any more when a turn is given up. */
    @Override
    public int getPhase() {
        return 1000;
    }

    private static String name(String source) {
        return "drop:" + source;
    }
}
