package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.intake.ErpFile;
import io.claimgate.support.Databases;
import io.claimgate.support.FailingDataSource;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Papers;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway that dies between any two steps of a document's way loses neither it nor its side file, and files it once. */
class DocumentDeathTest {

    private static final String LABEL = "{\"kind\":\"ORDER\",\"invoiceNumber\":\"A\"}";

    @TempDir
    Path folder;

    private static IntakeKit kit(Stores stores, Path home) {
        return new IntakeKit(stores, home, Map.of("acme", Acme.MAPPING));
    }

    @ParameterizedTest
    @CsvSource({"H2, false", "H2, true", "POSTGRESQL, false", "POSTGRESQL, true"})
    void a_death_at_any_commit_ends_in_one_document_and_one_answer(Databases database, boolean replyLost)
            throws Exception {
        boolean untouched = false;
        int deadAt = 1;
        for (; !untouched; deadAt++) {
            // Given
            FailingDataSource failing = new FailingDataSource(database.fresh());
            Path home = Files.createDirectories(folder.resolve("run" + deadAt));
            IntakeKit dying = kit(new Stores(failing), home);
            dying.bring("acme", "invoices.csv", Acme.HEADER + Acme.A);
            String claim = dying.claim(1, "DECLARED").key().value();
            dying.disarm();
            Files.write(dying.home.in("acme").resolve("paper.pdf"), Papers.pdf("A"));
            dying.write("acme", "paper.pdf.json", LABEL);

            // When
            failing.dieAtCommit(deadAt, replyLost);
            untouched = lives(() -> {
                dying.take("acme", "paper.pdf");
                dying.run();
            });
            failing.live();
            IntakeKit next = kit(new Stores(failing), home);
            next.stores.tasks.reclaim("next");
            next.stores
                    .sql
                    .sql("update task set state = 'READY', owner = null where state = 'RUNNING'")
                    .update();
            next.leftovers.recover("acme");
            if (Files.exists(next.home.in("acme").resolve("paper.pdf"))) {
                next.take("acme", "paper.pdf");
            }
            next.run();

            // Then
            String when = "death at commit " + deadAt;
            assertThat(next.ack("acme", "paper.pdf.ack.json")
                            .path("counts")
                            .path("created")
                            .asLong())
                    .as(when)
                    .isEqualTo(1);
            assertThat(next.answers("acme")).as(when).containsExactly("invoices.csv.ack.json", "paper.pdf.ack.json");
            assertThat(next.count("select count(*) from document where kind = 'ORDER' and tie = 'receivable/1'"))
                    .as(when)
                    .isEqualTo(1);
            assertThat(next.dossiers()).as(when).isEqualTo(List.of(claim));
            assertThat(next.count("select count(*) from event where type = 'io.claimgate.document.received'"))
                    .as(when)
                    .isEqualTo(1);
            assertThat(next.count("select count(*) from event where type = 'io.claimgate.file.acknowledged'"))
                    .as(when)
                    .isEqualTo(2);
            assertThat(IntakeKit.names(next.home.in("acme"))).as(when).isEmpty();
            assertThat(IntakeKit.names(next.home.work("acme"))).as(when).isEmpty();
            assertThat(next.count("select count(*) from erp_file")).as(when).isEqualTo(2);
            assertThat(next.count("select count(*) from task where kind = 'intake-file'"))
                    .as(when)
                    .isZero();
        }
        assertThat(deadAt).as("commits on the way of a document").isGreaterThan(6);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_document_between_its_two_moves_goes_on_with_its_side_file(Databases database) throws IOException {
        // Given
        IntakeKit kit = started(database);
        Files.write(kit.home.in("acme").resolve("paper.pdf"), Papers.pdf("A"));
        ErpFile record = kit.taking.begin("acme", "paper.pdf", Papers.pdf("A").length, LABEL);
        Files.writeString(kit.home.work("acme").resolve(record.id() + ".json"), LABEL);

        // When
        kit.leftovers.recover("acme");
        kit.run();

        // Then
        assertThat(kit.ack("acme", "paper.pdf.ack.json").path("status").asText())
                .isEqualTo("ACCEPTED");
        assertThat(IntakeKit.names(kit.home.in("acme"))).isEmpty();
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_side_file_whose_document_has_gone_returns_to_the_drop_folder(Databases database) throws IOException {
        // Given
        IntakeKit kit = started(database);
        ErpFile record = kit.taking.begin("acme", "paper.pdf", 100, LABEL);
        Files.writeString(kit.home.work("acme").resolve(record.id() + ".json"), LABEL);

        // When
        kit.leftovers.recover("acme");

        // Then
        assertThat(IntakeKit.names(kit.home.in("acme"))).containsExactly("paper.pdf.json");
        assertThat(kit.count("select count(*) from erp_file where kind = 'documents'"))
                .isZero();
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_document_in_work_without_a_record_is_recorded_anew_with_its_side_file(Databases database)
            throws IOException {
        // Given
        IntakeKit kit = started(database);
        Files.write(kit.home.work("acme").resolve("77_paper.pdf"), Papers.pdf("A"));
        Files.writeString(kit.home.work("acme").resolve("77.json"), LABEL);

        // When
        kit.leftovers.recover("acme");
        kit.run();

        // Then
        assertThat(kit.ack("acme", "paper.pdf.ack.json").path("status").asText())
                .isEqualTo("ACCEPTED");
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
    }

    private IntakeKit started(Databases database) {
        IntakeKit kit = kit(new Stores(database), folder);
        kit.bring("acme", "invoices.csv", Acme.HEADER + Acme.A);
        return kit;
    }

    private static boolean lives(Runnable life) {
        try {
            life.run();
            return true;
        } catch (FailingDataSource.Death | IllegalStateException e) {
            if (!FailingDataSource.isDeath(e)) {
                throw e;
            }
            return false;
        }
    }
}
