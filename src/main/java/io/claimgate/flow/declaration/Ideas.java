package io.claimgate.flow.declaration;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.transaction.support.TransactionOperations;

/** The durable ideas, both clocks and the transactions. */
public record Ideas(
        Tasks tasks,
        EventLog events,
        Alerts alerts,
        Vault vault,
        BusinessClock clock,
        Clock systemClock,
        TransactionOperations transactions) {

    Instant now() {
        return clock.now();
    }

    /** To the microsecond, what both databases keep. */
    Instant systemNow() {
        return systemClock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
