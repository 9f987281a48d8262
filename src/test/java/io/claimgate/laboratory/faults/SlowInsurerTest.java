package io.claimgate.laboratory.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.laboratory.Drops;
import io.claimgate.laboratory.partner.InsurerProcess;
import io.claimgate.laboratory.partner.StubMode;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F10: an insurer that never answers does not hold up the claims of the others. */
class SlowInsurerTest {

    private static final int CLAIMS = Integer.getInteger("faults.answers", 20);
    private static final int SILENT_CLAIMS = 3 * CLAIMS;
    /** What a run may differ from the next by itself, on a machine that has other things to do. */
    private static final Duration NOISE = Duration.ofMillis(1_500);

    @TempDir
    Path folder;

    @Test
    void the_others_are_as_quick_as_alone() {
        try (InsurerProcess silent = InsurerProcess.start(folder.resolve("silent"), Map.of());
                LiveGateway world = new LiveGateway(
                        Databases.H2, folder, "lab", Map.of(), "--claimgate.laboratory.slow.url=" + silent.url())) {
            // Given
            silent.behave("DeclareClaim", List.of(StubMode.SILENT), 100, Integer.MAX_VALUE, 1, Duration.ofSeconds(20));
            world.drop("W", CLAIMS);
            world.awaitDeclared(CLAIMS, Duration.ofMinutes(3));
            world.drop("A", CLAIMS);
            world.awaitDeclared(2 * CLAIMS, Duration.ofMinutes(3));
            Duration alone = slowest(world, "A");

            // When
            world.drop(new Drops(folder.resolve("home/erp/lab-slow")), "S", SILENT_CLAIMS);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> silent.ledger("call").size() >= 6);
            world.drop("B", CLAIMS);
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> declared(world) == 3 * CLAIMS);
            world.drop("C", CLAIMS);
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> declared(world) == 4 * CLAIMS);

            // Then
            assertThat(slowest(world, "C"))
                    .as("slowest claim beside a silent insurer; alone " + alone)
                    .isLessThan(alone.multipliedBy(12).dividedBy(10).plus(NOISE));
        }
    }

    private static long declared(LiveGateway world) {
        return world.number(
                "select count(*) from claim where creditor = 'LAB' and state not in ('DRAFT', 'DECLARING')");
    }

    /** From the draft to the insurer's receipt; of so few claims the slowest is the 99th of a hundred. */
    private static Duration slowest(LiveGateway world, String file) {
        return world
                .gateway
                .sql
                .sql(
                        "select c.drafted_at, s.finished_at from v_claim c join v_submission s on s.claim_key = c.claim_key"
                                + " where s.operation = 'DECLARE' and c.governing_number like ?")
                .param(file + "-%")
                .query((row, number) -> Duration.between(
                        row.getTimestamp("drafted_at").toInstant(),
                        row.getTimestamp("finished_at").toInstant()))
                .list()
                .stream()
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
