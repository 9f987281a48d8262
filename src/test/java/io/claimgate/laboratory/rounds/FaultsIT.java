package io.claimgate.laboratory.rounds;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar, its partners and its database as processes, and seeded faults between and in them; then the checker judges I1 to I9.
 * {@code mvn -Pfaults verify -Dfaults.minutes=60 -Dfaults.seed=7} runs it as long as one likes and writes {@code target/faults/report.md};
 * every failure names the seed that replays it.
 */
class FaultsIT {

    /** Left where it is after a failure: the ledgers and the gateway's logs tell what happened. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    /** In every build; what kills alone do shows {@link KillIT}. */
    @Test
    void each_fault_once_loses_and_doubles_nothing() throws InterruptedException {
        List<Fault> each = Stream.of(Fault.values())
                .filter(fault -> fault != Fault.KILL_AT_START)
                .toList();
        new Laboratory(folder, Long.getLong("faults.seed", 20260601L), true, Laboratory.FEW)
                .run("short.md", each, Budget.rounds(each.size()));
    }

    /** Behind {@code -Pfaults}: a new seed each time, printed for the replay. */
    @Test
    @Tag("faults")
    void as_long_as_the_budget_lasts_nothing_is_lost_and_nothing_doubled() throws InterruptedException {
        Duration budget = Duration.ofMinutes(Long.getLong("faults.minutes", 60));
        new Laboratory(folder, Long.getLong("faults.seed", new Random().nextLong()), true, Laboratory.MANY)
                .run("report.md", List.of(Fault.values()), Budget.time(budget));
    }
}
