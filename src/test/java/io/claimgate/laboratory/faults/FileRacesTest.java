package io.claimgate.laboratory.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.laboratory.faults.Race.End;
import io.claimgate.support.Databases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F6: the same file twice, the same name with other bytes, files that are written, rewritten, cut back or removed while the gateway looks.
 * {@code -Dfaults.races=500} for the figure of the book; {@code -Dfaults.seed=} replays.
 */
class FileRacesTest {

    private static final int RACES = Integer.getInteger("faults.races", 36);
    private static final long SEED = Long.getLong("faults.seed", 6);
    private static final int WRITERS = 6;
    private static final Duration QUIET = Duration.ofMillis(800);

    @TempDir
    Path folder;

    @Test
    void whatever_a_careless_writer_does_the_books_hold_what_he_meant_in_the_end() throws Exception {
        try (LiveGateway world = new LiveGateway(
                Databases.H2, folder, "lab", Map.of(), "--claimgate.intake.quiet-period=" + QUIET.toMillis() + "ms")) {
            // Given
            Path erp = folder.resolve("home/erp/lab");

            // When
            List<End> ends = raced(erp);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> empty(erp.resolve("in"))
                            && empty(erp.resolve("work"))
                            && world.number("select count(*) from task where kind = 'intake-file'") == 0);

            // Then
            assertThat(ends.stream().filter(End::inTime))
                    .as("writers that kept time, seed " + SEED)
                    .isNotEmpty();
            for (End end : ends) {
                BigDecimal held = world.gateway
                        .sql
                        .sql("select sum(gross_amount) from receivable where invoice_number in (?, ?)")
                        .params(end.invoice(), end.invoice() + "-too-much")
                        .query(BigDecimal.class)
                        .optional()
                        .orElse(null);
                if (end.inTime()) {
                    assertThat(held)
                            .as(end + ", seed " + SEED)
                            .usingComparator(Comparator.nullsFirst(Comparator.naturalOrder()))
                            .isEqualTo(end.amount() == null ? null : new BigDecimal(end.amount()));
                }
            }
            assertThat(world.number("select count(*) from erp_file where phase <> 'ANSWERED'"))
                    .isZero();
        }
    }

    private static List<End> raced(Path erp) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<End>> running = new ArrayList<>();
            for (int race = 0; race < RACES; race++) {
                int number = race;
                Race.Kind kind = Race.Kind.values()[race % Race.Kind.values().length];
                running.add(writers.submit(() -> new Race(erp, QUIET, new Random(SEED + number)).run(number, kind)));
            }
            List<End> ends = new ArrayList<>();
            for (Future<End> each : running) {
                ends.add(each.get());
            }
            return ends;
        } finally {
            writers.shutdownNow();
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
