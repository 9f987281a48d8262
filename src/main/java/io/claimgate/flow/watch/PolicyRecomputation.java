package io.claimgate.flow.watch;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;

/** A person's recorded act: exposures of a policy are computed with its newest version from now on; the old dates stay in their history. */
public final class PolicyRecomputation {

    private final Exposures exposures;
    private final Contracts contracts;
    private final Tasks tasks;
    private final EventLog events;
    private final TransactionOperations transactions;
    private final BusinessClock clock;

    public PolicyRecomputation(
            Exposures exposures,
            Contracts contracts,
            Tasks tasks,
            EventLog events,
            TransactionOperations transactions,
            BusinessClock clock) {
        this.exposures = exposures;
        this.contracts = contracts;
        this.tasks = tasks;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes the pins off and arms every exposure of the policy's contract.
     *
     * @return how many exposures will be computed anew
     * @throws java.util.NoSuchElementException if there is no policy of that name
     */
    public int recompute(String policy, String reason, String actor) {
        String contract = contracts.contractOf(policy).orElseThrow();
        Integer count = transactions.execute(status -> {
            Map<String, List<Long>> unpinned = exposures.unpin(contract);
            unpinned.forEach((creditor, ids) -> tasks.armAll(
                    WatchHandler.KIND,
                    Set.copyOf(ids.stream().map(String::valueOf).toList()),
                    creditor,
                    clock.now(),
                    Tasks.NEVER));
            int exposureCount = unpinned.values().stream().mapToInt(List::size).sum();
            events.record(
                    "policy/" + policy,
                    "policy.recomputed",
                    actor,
                    "*",
                    Map.of("reason", reason, "exposures", exposureCount));
            return exposureCount;
        });
        return count == null ? 0 : count;
    }
}
