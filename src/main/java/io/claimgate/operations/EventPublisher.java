package io.claimgate.operations;

import io.claimgate.flow.Leases;
import io.claimgate.flow.Outbox;
import io.claimgate.problem.Problem;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jms.core.JmsTemplate;

/**
 * Sends recorded events on: CloudEvents 1.0 JSON on the topic {@value #TOPIC}, in order per subject. One process at a time (lease). The
 * broker is asked first and the rows are marked after it took them, so an event can come twice and never not at all; a broker that is
 * down delays events and nothing else.
 */
public final class EventPublisher implements SmartLifecycle {

    /** The address of the topic. */
    public static final String TOPIC = "claimgate.events";

    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);
    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String LEASE_NAME = "publisher";
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final JmsTemplate jms;
    private final BrokerPromises promises;
    private final Leases leases;
    private final String owner;
    private final Semaphore wake = new Semaphore(0);
    private volatile Thread thread = new Thread(() -> {});
    private volatile boolean on;
    /** What is wrong, as it was told last; empty while all is well. */
    private String trouble = "";

    private boolean trusted;
    private boolean held;
    private long heldSince;

    /**
     * @param jms on sessions that are transacted: a batch is one transaction of the broker
     * @param promises asked before the first event, and again after every trouble: it may be another broker then
     */
    public EventPublisher(Outbox outbox, JmsTemplate jms, BrokerPromises promises, Leases leases, String owner) {
        this.outbox = outbox;
        this.jms = jms;
        this.promises = promises;
        this.leases = leases;
        this.owner = owner;
    }

    /** Something was recorded: look now. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public void start() {
        on = true;
        thread = new Thread(this::publishWhileOn, "event-publisher");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        on = false;
        wake();
        try {
            thread.join(LAST_BATCH.toMillis());
            leases.release(LEASE_NAME, owner);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.info("the lease of the publisher could not be given up, it will end by itself: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    private void publishWhileOn() {
        while (on) {
            try {
                if (!publishBatch()) {
                    boolean woken = wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    LOG.trace("looking again, woken: {}", woken);
                }
                trouble = "";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!trouble.equals(e.toString())) {
                    trouble = e.toString();
                    LOG.warn("events wait, the broker or database does not take them: {}", trouble);
                }
                held = false;
                trusted = false;
                pause();
            }
        }
    }

    private boolean publishBatch() {
        List<Outbox.Recorded> batch = outbox.unpublished(BATCH);
        if (batch.isEmpty() || !holdsLease()) {
            return false;
        }
        trust();
        jms.execute(TOPIC, (session, producer) -> {
            send(batch, session, producer);
            return null;
        });
        outbox.published(batch.stream().map(Outbox.Recorded::id).toList());
        return batch.size() == BATCH;
    }

    private void trust() {
        if (!trusted) {
            List<Problem> faults = promises.faults();
            if (!faults.isEmpty()) {
                throw new IllegalStateException(
                        faults.stream().map(Problem::sentence).collect(Collectors.joining("; ")));
            }
            trusted = true;
        }
    }

    /** Prolonged when a third of it is used up, not at every batch. */
    private boolean holdsLease() {
        long now = System.nanoTime();
        if (!held || now - heldSince > LEASE.dividedBy(3).toNanos()) {
            held = leases.hold(LEASE_NAME, owner, LEASE);
            heldSince = now;
        }
        return held;
    }

    private void send(List<Outbox.Recorded> batch, Session session, MessageProducer producer)
            throws jakarta.jms.JMSException {
        for (Outbox.Recorded event : batch) {
            TextMessage message = session.createTextMessage(cloudEvent(event));
            message.setStringProperty("ce_type", event.type());
            message.setStringProperty("ce_subject", event.stream());
            producer.send(message);
        }
        if (session.getTransacted()) {
            session.commit();
        }
    }

    private String cloudEvent(Outbox.Recorded event) {
        var cloudEvent = CloudEventBuilder.v1()
                .withId(Long.toString(event.id()))
                .withSource(URI.create("/claimgate/" + (event.creditor().equals("*") ? "gateway" : event.creditor())))
                .withType(event.type())
                .withSubject(event.stream())
                .withTime(event.at().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withExtension("sequence", Long.toString(event.sequence()))
                .withExtension("dataversion", Integer.toString(event.version()))
                .withData(event.payload().getBytes(StandardCharsets.UTF_8))
                .build();
        var format = Objects.requireNonNull(
                EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE), "no CloudEvents JSON format");
        return new String(format.serialize(cloudEvent), StandardCharsets.UTF_8);
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(POLL.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
