package io.claimgate.insurer;

import io.claimgate.exchange.InsurerProfile.SftpDocuments;
import io.claimgate.insurer.sftp.SftpSessions;
import io.claimgate.insurer.sftp.SftpTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;

/**
 * Does things at insurers' SFTP servers over their routes, so that who stops a route stops it and it is counted there, and at most as long
 * as the outer limit says.
 */
final class SftpCalls implements AutoCloseable {

    /** How long a call that was ended from outside may take to say how far it came. */
    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    private static final Duration IDLE = Duration.ofSeconds(20);

    private final CamelContext camel;
    private final ProducerTemplate producer;
    private final ExecutorService calls;
    private final Addresses addresses;
    private final SftpSessions sessions = new SftpSessions(IDLE);

    SftpCalls(CamelContext camel, ExecutorService calls, Addresses addresses) {
        this.camel = camel;
        this.producer = camel.createProducerTemplate();
        this.calls = calls;
        this.addresses = addresses;
    }

    void addRoutes(String insurer) {
        SftpRoutes.add(camel, insurer);
    }

    /** @param entry of the route */
    <T> T call(String entry, SftpDocuments server, SftpWork.Endings<T> endings, SftpWork.Act<T> act) {
        SftpTarget target;
        try {
            target = target(server);
        } catch (NothingSent e) {
            return endings.nothing().apply(String.valueOf(e.getMessage()));
        }
        SftpWork<T> work = new SftpWork<>(sessions, target, endings, act);
        Future<T> running = calls.submit(() -> overRoute(entry, work));
        try {
            return waited(running, work, server.timeouts().outer());
        } catch (InterruptedException e) {
            work.abort();
            Thread.currentThread().interrupt();
            // The process is ending: its successor finds the submission as SENDING and asks.
            throw new IllegalStateException("stopped while waiting for " + entry, e);
        }
    }

    private <T> T overRoute(String entry, SftpWork<T> work) {
        Exchange exchange = new DefaultExchange(camel, ExchangePattern.InOnly);
        exchange.getIn().setBody(work);
        // A stopped route says so at once, instead of waiting to be started.
        Exchange done = producer.send(entry + "?block=false", exchange);
        return work.outcomeOr("the route of " + entry + " did not run: " + done.getException());
    }

    private static <T> T waited(Future<T> running, SftpWork<T> work, Duration limit) throws InterruptedException {
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            work.abort();
            return lastWord(running, work, limit);
        } catch (ExecutionException e) {
            return work.outcomeOr(String.valueOf(e.getCause()));
        }
    }

    private static <T> T lastWord(Future<T> running, SftpWork<T> work, Duration limit) throws InterruptedException {
        try {
            return running.get(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return work.outcomeOr("no end of the call within " + limit);
        }
    }

    private SftpTarget target(SftpDocuments server) throws NothingSent {
        String port = addresses.text(server.port());
        try {
            return new SftpTarget(
                    addresses.host(server.host()),
                    Integer.parseInt(port),
                    addresses.text(server.user()),
                    Path.of(addresses.text(server.key())),
                    Path.of(addresses.text(server.knownHosts())),
                    server.timeouts().connect(),
                    server.timeouts().receive());
        } catch (IllegalArgumentException e) {
            throw new NothingSent("the address of the insurer's SFTP server is none: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        sessions.close();
    }
}
