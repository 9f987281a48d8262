package io.claimgate.flow;

import io.claimgate.claim.Sent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.transaction.support.TransactionOperations;

/** The durable ideas, both clocks, the transactions, and what holds when the database was restored. */
public record Ideas(
        Tasks tasks,
        EventLog events,
        Alerts alerts,
        Vault vault,
        BusinessClock clock,
        Clock systemClock,
        TransactionOperations transactions,
        Departures departures,
        Restores restores) {

    /** Where nothing is ever restored. */
    public Ideas(
            Tasks tasks,
            EventLog events,
            Alerts alerts,
            Vault vault,
            BusinessClock clock,
            Clock systemClock,
            TransactionOperations transactions) {
        this(tasks, events, alerts, vault, clock, systemClock, transactions, Departures.NONE, Restores.NEVER);
    }

    /** Business time. */
    public Instant now() {
        return clock.now();
    }

    /** Now, by both clocks. */
    public Sent moment() {
        return new Sent(now(), systemNow());
    }

    /** To the microsecond, what both databases keep. */
    public Instant systemNow() {
        return systemClock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
