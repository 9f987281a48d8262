package io.claimgate.laboratory.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packaged jar, its partners and its database as processes, and seeded faults between and in them; then the checker judges I1 to I9.
 * {@code mvn -Pfaults verify -Dfaults.minutes=60 -Dfaults.seed=7} runs it as long as one likes; every failure names the seed that replays it.
 */
class FaultsIT {

    private static final Logger LOG = LoggerFactory.getLogger(FaultsIT.class);
    private static final Path REPORT = Path.of("target/faults/report.md");
    private static final long GATE_SEED = 20260601L;
    private static final int KILLS = 10;

    @TempDir
    Path folder;

    /** F1: on the embedded database nothing can fail but the process, its disk and its insurer. */
    @Test
    void ten_kills_on_the_embedded_database_lose_and_double_nothing() throws InterruptedException {
        List<Fault> kills = List.of(Fault.KILL, Fault.KILL, Fault.KILL_AT_START);
        rounds(Long.getLong("faults.seed", GATE_SEED), false, kills, counted(KILLS));
    }

    /** Each kind of fault once. */
    @Test
    void each_fault_once_on_postgresql_loses_and_doubles_nothing() throws InterruptedException {
        List<Fault> all = List.of(Fault.values());
        rounds(Long.getLong("faults.seed", GATE_SEED), true, all, counted(all.size()));
    }

    /** Behind {@code -Pfaults}: a new seed each time, printed for the replay. */
    @Test
    @Tag("faults")
    void as_long_as_the_budget_lasts_nothing_is_lost_and_nothing_doubled() throws InterruptedException {
        long seed = Long.getLong("faults.seed", new Random().nextLong());
        Duration budget = Duration.ofMinutes(Long.getLong("faults.minutes", 60));
        long end = System.nanoTime() + budget.toNanos();
        rounds(seed, true, Arrays.asList(Fault.values()), () -> System.nanoTime() < end);
    }

    private void rounds(long seed, boolean ownDatabase, List<Fault> faults, BooleanSupplier more)
            throws InterruptedException {
        LOG.info("faults.seed={}", seed);
        Figures figures = new Figures(seed, ownDatabase ? "PostgreSQL" : "H2");
        try (FaultWorld world = new FaultWorld(folder, ownDatabase)) {
            // When
            new Rounds(world, seed, faults, figures).run(more);

            // Then
            assertThat(figures.violations()).isEmpty();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("replay with -Dfaults.seed=" + seed + "\n" + figures.report(), failure);
        } finally {
            figures.write(REPORT);
            LOG.info("{}", figures.report());
        }
    }

    private static BooleanSupplier counted(int rounds) {
        int[] left = {rounds};
        return () -> left[0]-- > 0;
    }
}
