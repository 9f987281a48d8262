package io.claimgate.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.claimgate.flow.intake.IntakeSettings;
import io.claimgate.intake.Acme;
import io.claimgate.support.Databases;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Papers;
import io.claimgate.support.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real route file over a real folder. */
class ErpRouteTest {

    private static final Duration QUIET = Duration.ofMillis(400);

    @TempDir
    Path folder;

    private IntakeKit kit;
    private FolderTurns turns;
    private DefaultCamelContext camel;

    @BeforeEach
    void start() throws Exception {
        kit = new IntakeKit(
                new Stores(Databases.H2), folder.resolve("home of the gateway"), Map.of("acme", Acme.MAPPING));
        IntakeSettings settings = new IntakeSettings(
                QUIET, Duration.ofMillis(50), Duration.ofSeconds(30), 1000, 1000, 20, 10, Duration.ofMinutes(1));
        camel = new DefaultCamelContext();
        camel.getRegistry()
                .bind("completeFiles", new CompleteFiles(new Completeness(kit.taking, settings, Clock.systemUTC())));
        camel.getRegistry().bind("recordThenRemove", new RecordThenRemove());
        turns = kit.turns("test");
        turns.start();
        camel.getRegistry().bind("turnByTurn", new TurnByTurn(turns));
        camel.getRegistry().bind("intake", new Intake(kit.takeFile, kit.leftovers, turns, kit.sources));
        String routes = Files.readString(Path.of("routes/erp.camel.yaml"));
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("erp.camel.yaml", routes));
        camel.start();
        new ErpRoutes(kit.sources, kit.home, settings).add(camel);
    }

    @AfterEach
    void stop() {
        camel.stop();
        turns.stop();
    }

    @Test
    void complete_files_are_taken_and_answered_and_everything_else_stays() throws Exception {
        // Given
        Path in = kit.home.in("acme");
        Files.writeString(folder.resolve("elsewhere.csv"), Acme.HEADER + Acme.B);
        Files.createSymbolicLink(in.resolve("invoices-link.csv"), folder.resolve("elsewhere.csv"));
        assertThat(new ProcessBuilder("mkfifo", in.resolve("invoices-pipe.csv").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.createDirectory(in.resolve("invoices-folder.csv"));
        for (String name : new String[] {
            ".hidden.csv",
            "~invoices.csv",
            "a.tmp",
            "a.part",
            "a.filepart",
            "a.writing",
            "a.ready",
            "A.TMP",
            "marked.csv"
        }) {
            kit.write("acme", name, Acme.HEADER + Acme.B);
        }

        // When
        kit.write("acme", "invoices, '$x${y}.csv", Acme.HEADER + Acme.A);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> kit.count("select count(*) from erp_file where phase = 'TAKEN'") == 1);
        kit.run();

        // Then
        assertThat(kit.answers("acme")).containsExactly("invoices, '$x${y}.csv.ack.json");
        assertThat(IntakeKit.names(in)).hasSize(12);
        assertThat(kit.count("select count(*) from erp_file")).isEqualTo(1);
        assertThat(camel.getRoute("erp.take-file.acme")).isNotNull();
    }

    @Test
    void a_file_that_is_still_written_is_not_taken_before_it_stands_still() throws Exception {
        // Given
        Path growing = kit.home.in("acme").resolve("invoices.csv");
        Files.writeString(growing, Acme.HEADER);
        long begin = System.nanoTime();

        // When
        while (System.nanoTime() - begin < QUIET.toNanos() * 4) {
            Files.writeString(growing, "# still writing\n", java.nio.file.StandardOpenOption.APPEND);
            assertThat(kit.count("select count(*) from erp_file")).isZero();
        }
        Files.writeString(growing, Acme.HEADER + Acme.A);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> kit.count("select count(*) from erp_file where phase = 'TAKEN'") == 1);
        kit.run();

        // Then
        assertThat(kit.ack("acme", "invoices.csv.ack.json").path("status").asText())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void a_marked_file_is_taken_with_its_marker() throws Exception {
        // Given
        kit.write("acme", "marked.csv", Acme.HEADER + Acme.A);

        // When
        kit.write("acme", "marked.csv.ready", "{\"rows\":1}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> kit.count("select count(*) from erp_file where phase = 'TAKEN'") == 1);
        kit.run();

        // Then
        assertThat(kit.ack("acme", "marked.csv.ack.json").path("status").asText())
                .isEqualTo("ACCEPTED");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> IntakeKit.names(kit.home.in("acme")).isEmpty());
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
    }

    @Test
    void a_document_is_taken_together_with_its_side_file_whichever_comes_first() throws Exception {
        // Given
        kit.bring("acme", "invoices.csv", Acme.HEADER + Acme.A);
        Path in = kit.home.in("acme");
        Files.write(in.resolve("terms.pdf"), Papers.pdf("T"));
        kit.write("acme", "order.pdf.json", "{\"kind\":\"ORDER\",\"invoiceNumber\":\"A\"}");

        // When
        kit.write("acme", "terms.pdf.json", "{\"kind\":\"TERMS\",\"buyerId\":\"C1\"}");
        Files.write(in.resolve("order.pdf"), Papers.pdf("O"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> kit.count("select count(*) from erp_file where phase = 'TAKEN'") == 2);
        kit.run();

        // Then
        assertThat(kit.stores
                        .sql
                        .sql("select concat(kind, ' ', tie) from document order by kind")
                        .query(String.class)
                        .list())
                .containsExactly("ORDER receivable/1", "TERMS buyer/1");
        await().atMost(Duration.ofSeconds(10)).until(() -> IntakeKit.names(in).isEmpty());
        assertThat(kit.answers("acme"))
                .containsExactly("invoices.csv.ack.json", "order.pdf.ack.json", "terms.pdf.ack.json");
    }
}
