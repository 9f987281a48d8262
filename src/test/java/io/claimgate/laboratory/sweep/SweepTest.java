package io.claimgate.laboratory.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.claimgate.laboratory.Drops;
import io.claimgate.laboratory.checker.Dropped.Invoice;
import io.claimgate.laboratory.checker.Terms;
import io.claimgate.laboratory.sweep.Operations.Kind;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * F1: from a dropped file over claim, dossier and results to answered postings, and in between every single operation on the outside goes
 * wrong once: before it or after it with its reply lost, with the process or without it. However it goes, I1 to I9 hold.
 * {@code -Dsweep.every=1} leaves none out.
 */
class SweepTest {

    private static final Logger LOG = LoggerFactory.getLogger(SweepTest.class);
    private static final Set<Kind> POINTS = EnumSet.complementOf(EnumSet.of(Kind.STATEMENT));
    private static final boolean COMPLETE = Integer.getInteger("sweep.every", 0) == 1;
    /** In the short form every so many statements, and on the second database and for mere failures every so many points. */
    private static final int STATEMENTS = 61;

    private static final int SPARSE = 7;
    /** One database alone, by its name. */
    private static final String ONLY = System.getProperty("sweep.only", "");

    private static final int MOST_LIVES = 40;

    @TempDir
    Path folder;

    private final LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource
    void whatever_goes_wrong_once_nothing_is_lost_and_nothing_doubled(Databases database) {
        assumeTrue(ONLY.isEmpty() || ONLY.equals(database.name()));
        try (LabGateway gateway = new LabGateway(database, folder, Map.of("decides", "true"))) {
            // When a process dies: before an operation is the same as after the one before
            int dense = COMPLETE || database == Databases.H2 ? 1 : SPARSE;
            int points = sweep(gateway, Style.HALT_AFTER, POINTS, dense);
            assertThat(points).as("commits and calls on the way").isGreaterThan(40);
            sweep(gateway, Style.FAIL_AFTER, POINTS, COMPLETE ? 1 : SPARSE);
            sweep(gateway, Style.FAIL_BEFORE, POINTS, COMPLETE ? 1 : SPARSE);
            sweep(gateway, Style.HALT_BEFORE, EnumSet.of(Kind.STATEMENT), COMPLETE ? 1 : STATEMENTS);

            // Then
            assertThat(gateway.judge(Terms.STRICT)).isEmpty();
        }
    }

    /** Every so many operations; how many a whole run has. */
    private int sweep(LabGateway gateway, Style style, Set<Kind> kinds, int step) {
        int operation = 1;
        String happened;
        do {
            String buyer = style + "-" + (kinds.contains(Kind.STATEMENT) ? "S" : "P") + operation;
            gateway.operations.goWrong(operation, style, kinds);
            Invoice invoice = Drops.overdue(buyer, "F-" + buyer, today, "1234.56");
            gateway.drops.invoices("invoices-" + buyer + ".csv", List.of(invoice));
            toRest(gateway);
            gateway.drops.paper(invoice);
            toRest(gateway);
            happened = gateway.operations.happened();
            LOG.debug("{} {}", happened, gateway.operations.seen());
            operation += step;
        } while (!happened.isEmpty());
        gateway.operations.revive();
        LOG.info("{} of {}: {} operations of {}", style, kinds.size(), operation - step, gateway.operations.seen());
        return operation - step;
    }

    private static void toRest(LabGateway gateway) {
        boolean more = true;
        for (int life = 0; more; life++) {
            try {
                gateway.live();
                more = gateway.passToNext();
            } catch (Operations.Died death) {
                gateway.succeed();
            }
            assertThat(life)
                    .as("lives until it rests, after " + gateway.operations.happened())
                    .isLessThan(MOST_LIVES);
        }
    }
}
