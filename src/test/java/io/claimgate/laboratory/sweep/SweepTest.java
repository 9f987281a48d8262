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
 * {@code -Dsweep.every=1} leaves none out, {@code -Dsweep.deaths=1} none of the deaths after a commit or a call.
 */
class SweepTest {

    private static final Logger LOG = LoggerFactory.getLogger(SweepTest.class);
    private static final Set<Kind> POINTS = EnumSet.complementOf(EnumSet.of(Kind.STATEMENT));
    private static final boolean COMPLETE = Integer.getInteger("sweep.every", 0) == 1;
    /** In the short form, on H2, every so many commits and calls. */
    private static final int DEATHS = COMPLETE ? 1 : Integer.getInteger("sweep.deaths", 5);
    /** On the second database, and for mere failures. */
    private static final int SPARSE = COMPLETE ? 1 : 17;

    private static final int STATEMENTS = COMPLETE ? 1 : 151;
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
            int points = sweep(gateway, Style.HALT_AFTER, POINTS, database == Databases.H2 ? DEATHS : SPARSE);
            assertThat(points).as("commits and calls on the way").isGreaterThan(40);
            sweep(gateway, Style.FAIL_AFTER, POINTS, SPARSE);
            sweep(gateway, Style.FAIL_BEFORE, POINTS, SPARSE);
            sweep(gateway, Style.HALT_BEFORE, EnumSet.of(Kind.STATEMENT), STATEMENTS);

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
