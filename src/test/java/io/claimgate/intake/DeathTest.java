package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.support.Databases;
import io.claimgate.support.FailingDataSource;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Stores;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway that dies between any two steps loses nothing and counts nothing twice. */
class DeathTest {

    private static final String FILE = Acme.HEADER + Acme.A + Acme.B + "X,2026-02-31,2026-03-31,EUR,1.00,C1,Alpha,FR\n"
            + "C,2026-03-01,2026-03-31,EUR,7.00,C3,Gamma,DE\n" + Acme.A;

    @TempDir
    Path folder;

    private IntakeKit kit(Stores stores, Path home) {
        return new IntakeKit(
                stores, home, Map.of("acme", Acme.MAPPING), IntakeKit.settings(2, 2), IntakeKit.policies());
    }

    /** Every commit in turn is lost together with the process; another gateway goes on until nothing fails any more. */
    @ParameterizedTest
    @CsvSource({"H2, false", "H2, true", "POSTGRESQL, false", "POSTGRESQL, true"})
    void a_death_at_any_commit_ends_in_the_same_books_and_one_answer(Databases database, boolean replyLost)
            throws Exception {
        boolean untouched = false;
        int deadAt = 1;
        for (; !untouched; deadAt++) {
            // Given
            FailingDataSource failing = new FailingDataSource(database.fresh());
            Path home = Files.createDirectories(folder.resolve("run" + deadAt));
            IntakeKit dying = kit(new Stores(failing), home);
            dying.write("acme", "invoices.csv", FILE);

            // When
            failing.dieAtCommit(deadAt, replyLost);
            untouched = lives(() -> {
                dying.take("acme", "invoices.csv");
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
            if (Files.exists(next.home.in("acme").resolve("invoices.csv"))) {
                next.take("acme", "invoices.csv");
            }
            next.run();

            // Then
            JsonNode ack = next.ack("acme", "invoices.csv.ack.json");
            assertThat(ack.path("counts").toString())
                    .as("death at commit %d", deadAt)
                    .isEqualTo(
                            "{\"read\":5,\"created\":3,\"updated\":0,\"unchanged\":1,\"settled\":0,\"rejected\":1,\"warned\":1}");
            assertThat(next.value("select sum(gross_amount) from receivable", BigDecimal.class))
                    .isEqualByComparingTo("357.50");
            assertThat(next.armed()).as("death at commit %d", deadAt).hasSize(2);
            assertThat(next.answers("acme")).containsExactly("invoices.csv.ack.json", "invoices.csv.rejects.csv");
            assertThat(next.count("select count(*) from event where type = 'io.claimgate.file.acknowledged'"))
                    .isEqualTo(1);
            assertThat(IntakeKit.names(next.home.work("acme"))).isEmpty();
            assertThat(next.count("select count(*) from erp_file")).isEqualTo(1);
            assertThat(next.count("select count(*) from task where kind = 'intake-file'"))
                    .isZero();
        }
        assertThat(deadAt).as("commits on the way of a file").isGreaterThan(12);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_recorded_file_that_never_left_the_drop_folder_is_taken_once(Databases database) throws Exception {
        // Given
        IntakeKit kit = kit(new Stores(database), folder);
        kit.write("acme", "invoices.csv", FILE);
        kit.taking.begin("acme", "invoices.csv", FILE.length(), null);

        // When
        kit.leftovers.recover("acme");
        kit.take("acme", "invoices.csv");
        kit.run();

        // Then
        assertThat(kit.answers("acme")).containsExactly("invoices.csv.ack.json", "invoices.csv.rejects.csv");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_that_was_moved_and_not_stored_goes_on_from_work(Databases database) throws Exception {
        // Given
        IntakeKit kit = kit(new Stores(database), folder);
        ErpFile record = kit.taking.begin("acme", "invoices.csv", FILE.length(), null);
        Files.writeString(kit.home.work("acme").resolve(record.id() + "_invoices.csv"), FILE, StandardCharsets.UTF_8);

        // When
        kit.leftovers.recover("acme");
        kit.run();

        // Then
        assertThat(kit.ack("acme", "invoices.csv.ack.json")
                        .path("counts")
                        .path("created")
                        .asLong())
                .isEqualTo(3);
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_marked_file_between_its_two_moves_goes_on_and_its_marker_vouches_for_nothing_else(Databases database)
            throws Exception {
        // Given
        IntakeKit kit = kit(new Stores(database), folder);
        String content = Acme.HEADER + Acme.A;
        kit.write("acme", "marked.csv", content);
        ErpFile record = kit.taking.begin("acme", "marked.csv", content.length(), "{\"rows\":1}");
        Files.writeString(kit.home.work("acme").resolve(record.id() + ".ready"), "{\"rows\":1}");

        // When
        kit.leftovers.recover("acme");
        kit.run();

        // Then
        assertThat(kit.ack("acme", "marked.csv.ack.json").path("status").asText())
                .isEqualTo("ACCEPTED");
        assertThat(IntakeKit.names(kit.home.in("acme"))).isEmpty();
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_in_work_without_a_record_is_recorded_anew_and_a_finished_one_cleared(Databases database)
            throws Exception {
        // Given
        IntakeKit kit = kit(new Stores(database), folder);
        kit.bring("acme", "invoices.csv", Acme.HEADER + Acme.A);
        Files.writeString(kit.home.work("acme").resolve("1_invoices.csv"), Acme.HEADER + Acme.A);
        Files.writeString(kit.home.work("acme").resolve("77_invoices-2.csv"), Acme.HEADER + Acme.B);

        // When
        kit.leftovers.recover("acme");
        kit.run();

        // Then
        assertThat(kit.answers("acme")).isEqualTo(List.of("invoices-2.csv.ack.json", "invoices.csv.ack.json"));
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
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
