package io.claimgate.flow.gateway;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Gives this gateway's signs of life, and tells a person when gateways on one database judge by different configurations. */
public final class GatewayWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final String SUBJECT = "gateways";

    private final Gateways gateways;
    private final Gateway self;
    private final Ideas ideas;
    private volatile CountDownLatch off = new CountDownLatch(0);

    public GatewayWatch(Gateways gateways, Gateway self, Ideas ideas) {
        this.gateways = gateways;
        this.self = self;
        this.ideas = ideas;
    }

    /** One sign of life, and one look at the others. */
    public void look() {
        ideas.transactions().executeWithoutResult(status -> gateways.seen(self));
        ideas.transactions().executeWithoutResult(status -> compare(gateways.alive()));
    }

    private void compare(List<Gateway> alive) {
        if (alive.stream().map(Gateway::configuration).distinct().count() <= 1) {
            ideas.alerts().clear(ProblemCode.OPS_041, SUBJECT, EventLog.MACHINE);
            return;
        }
        String who = alive.stream()
                .map(gateway ->
                        gateway.name() + " has " + gateway.configuration().substring(0, 12))
                .collect(Collectors.joining(", "));
        ideas.alerts()
                .raise(
                        ProblemCode.OPS_041,
                        Alerts.Severity.WARNING,
                        SUBJECT,
                        "",
                        "*",
                        ProblemCode.OPS_041.code() + " the gateways judge by different configurations: " + who);
    }

    @Override
    public void start() {
        off = new CountDownLatch(1);
        Thread thread = new Thread(this::lookWhileOn, "gateway-watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        off.countDown();
        try {
            ideas.transactions().executeWithoutResult(status -> gateways.left(self.name()));
        } catch (RuntimeException e) {
            LOG.info("this gateway's leaving could not be recorded: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return off.getCount() > 0;
    }

    /** It is there as long as anything of it works. */
    @Override
    public int getPhase() {
        return 500;
    }

    private void lookWhileOn() {
        try {
            do {
                try {
                    look();
                } catch (RuntimeException e) {
                    LOG.info("no sign of life could be given now, later again: {}", e.toString());
                }
            } while (!off.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
