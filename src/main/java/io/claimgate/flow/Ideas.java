package io.claimgate.flow;

import io.claimgate.claim.Sent;
import java.time.Clock;
import java.time.Duration;
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

    /** System time between two looks whether a journal has been read. */
    private static final Duration JOURNAL_LOOK = Duration.ofSeconds(1);

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

    /**
     * Puts a task off for a moment while, after a restore, it is not known yet what left in the time that was lost. In a transaction of its
     * own.
     *
     * @return whether it did: the run is over then
     */
    public boolean waitsForJournal(Task task) {
        boolean waits = restores.last().filter(Restore::journalWaits).isPresent();
        if (waits) {
            transactions.executeWithoutResult(status -> tasks.rescheduleHeld(
                    task, now(), task.closeAt(), systemNow().plus(JOURNAL_LOOK)));
        }
        return waits;
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
