package io.claimgate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.Databases;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * First figures for P1 (first delivery), P3 (the same rows again) and the duplicate of quality.md, on PostgreSQL, against {@code psql \\copy} into
 * a like table and {@code INSERT ... ON CONFLICT}. {@code -Dbench.rows=1000000}. Writes {@code target/bench/report.md}.
 */
@Tag("bench")
class IntakeBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);

    @TempDir
    Path folder;

    @Test
    void intake_against_psql() throws Exception {
        assumeThat(new ProcessBuilder("which", "psql").start().waitFor())
                .as("psql is installed")
                .isZero();
        Path csv = folder.resolve("rows.csv");
        InvoiceGenerator.write(csv, ROWS, "");

        // Given
        Psql psql = new Psql(folder);
        IntakeKit kit = new IntakeKit(
                new Stores(Databases.POSTGRESQL),
                folder.resolve("home"),
                Map.of(
                        "acme",
                        "source: acme\ncreditor: ACME-FR\nfeeds:\n  - {name: i, kind: invoices, match: \"*.csv\"}\n"),
                IntakeKit.settings(20_000, 50_000),
                IntakeKit.policies());

        // When
        Duration peerFirst = psql.load(csv);
        Duration first = bring(kit, csv, "first.csv", "");
        Duration peerAgain = psql.load(csv);
        Duration again = bring(kit, csv, "again.csv", "\n");
        Duration duplicate = bring(kit, csv, "same.csv", "\n");

        // Then
        assertThat(kit.count("select count(*) from receivable")).isEqualTo(ROWS);
        assertThat(kit.count("select rows_unchanged from erp_file where name = 'again.csv'"))
                .isEqualTo(ROWS);
        JsonNode same = kit.ack("acme", "same.csv.ack.json");
        assertThat(same.path("status").asText()).isEqualTo("DUPLICATE");
        report(List.of(
                line("P1 first delivery", first, peerFirst),
                line("P3 the same rows again", again, peerAgain),
                "| identical bytes | " + seconds(duplicate) + " | | "
                        + Files.size(csv) / 1_000_000 / Math.max(0.001, duplicate.toMillis() / 1000.0) + " MB/s | |"));
    }

    private static Duration bring(IntakeKit kit, Path csv, String name, String tail) throws IOException {
        Path target = kit.home.in("acme").resolve(name);
        Files.copy(csv, target);
        Files.writeString(target, tail, java.nio.file.StandardOpenOption.APPEND);
        long start = System.nanoTime();
        kit.take("acme", name);
        kit.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String line(String what, Duration ours, Duration peer) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,.0f rows/s against %,.0f | %.2f |",
                what,
                seconds(ours),
                seconds(peer),
                ROWS / (ours.toMillis() / 1000.0),
                ROWS / (peer.toMillis() / 1000.0),
                peer.toMillis() / (double) ours.toMillis());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }

    private static void report(List<String> lines) throws IOException {
        Path report = Files.createDirectories(Path.of("target/bench")).resolve("report.md");
        String head = "# Intake\n\n" + ROWS + " rows, " + Runtime.getRuntime().availableProcessors() + " cores, Java "
                + System.getProperty("java.version")
                + ", heap " + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB, load "
                + java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage()
                + ". One run, no interval: INCONCLUSIVE where the ratio is near its target.\n\n| | ours | psql | rate | ratio |\n|---|---|---|---|---|\n";
        Files.writeString(report, head + String.join("\n", lines) + "\n");
    }
}
