package io.claimgate.laboratory.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run of rounds on a world of its own, its report, and the seed that replays it. */
record Laboratory(Path folder, long seed, boolean ownDatabase, int buyers) {

    /** Buyers of a round in every build: enough for each fault to meet work. */
    static final int FEW = 8;
    /** Where time is no matter. */
    static final int MANY = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Laboratory.class);
    private static final Path REPORTS = Path.of("target/faults");

    /** @param report name of its file in {@code target/faults} */
    void run(String report, List<Fault> faults, BooleanSupplier more) throws InterruptedException {
        LOG.info("faults.seed={}", seed);
        Figures figures = new Figures(seed, ownDatabase ? "PostgreSQL" : "H2");
        try (FaultWorld world = new FaultWorld(folder, ownDatabase)) {
            new Rounds(world, seed, buyers, faults, figures).run(more);
            assertThat(figures.violations()).isEmpty();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("replay with -Dfaults.seed=" + seed + "\n" + figures.report(), failure);
        } finally {
            figures.write(REPORTS.resolve(report));
            LOG.info("{}", figures.report());
        }
    }
}
