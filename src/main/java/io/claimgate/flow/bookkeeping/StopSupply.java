package io.claimgate.flow.bookkeeping;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Tasks;
import java.time.LocalDate;
import java.time.ZoneId;

/** Has ERPs stop deliveries on credit while cover is stopped. All calls join the caller's transaction. */
public final class StopSupply {

    private final Holds holds;
    private final Tasks tasks;
    private final BusinessClock clock;

    public StopSupply(Holds holds, Tasks tasks, BusinessClock clock) {
        this.holds = holds;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Cover has stopped; {@code since} is the first uncovered day. */
    public void stopped(Holds.Subject subject, LocalDate since, String policy) {
        holds.open(subject, since, "cover stopped under " + policy + ": deliveries are not insured", clock.now());
        tell(subject);
    }

    /** Cover is back since today, a day in the policy's zone. */
    public void restored(Holds.Subject subject, ZoneId zone) {
        holds.lift(subject, clock.today(zone), clock.now());
        tell(subject);
    }

    private void tell(Holds.Subject subject) {
        holds.sources(subject)
                .forEach(source ->
                        tasks.arm(HoldBatchHandler.KIND, source, subject.creditor(), clock.now(), Tasks.NEVER));
    }
}
