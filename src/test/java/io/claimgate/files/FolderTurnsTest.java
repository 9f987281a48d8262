package io.claimgate.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.claimgate.flow.intake.ErpFile;
import io.claimgate.intake.Acme;
import io.claimgate.support.Databases;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two gateways at one drop folder. */
class FolderTurnsTest {

    @TempDir
    Path folder;

    private IntakeKit kit;
    private FolderTurns one;
    private FolderTurns two;

    private void start(Databases database) {
        kit = new IntakeKit(new Stores(database), folder, Map.of("acme", Acme.MAPPING));
        one = kit.turns("one");
        two = kit.turns("two");
        one.start();
        two.start();
    }

    @AfterEach
    void stop() {
        one.stop();
        two.stop();
    }

    @Test
    void only_one_of_two_looks_into_a_folder_and_the_other_one_when_that_ends() {
        // Given
        start(Databases.POSTGRESQL);
        boolean first = one.mine("acme");
        boolean second = two.mine("acme");

        // When
        one.stop();

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(one.mine("acme")).isFalse();
        await().until(() -> two.mine("acme"));
    }

    @Test
    void who_gives_no_sign_of_life_loses_its_turn_and_what_it_left_half_done_is_gone_on_with() throws IOException {
        // Given
        start(Databases.POSTGRESQL);
        assertThat(one.mine("acme")).isTrue();
        kit.write("acme", "invoices-1.csv", Acme.HEADER + Acme.A);
        ErpFile begun = kit.taking.begin("acme", "invoices-1.csv", bytes(Acme.A), null);
        AtomicFile.move(
                kit.home.in("acme").resolve("invoices-1.csv"), new WorkFolder(kit.home.work("acme")).data(begun));
        kit.stores
                .sql
                .sql("update lease set lease_until = current_timestamp - interval '1' second")
                .update();

        // When
        boolean taken = two.mine("acme");

        // Then
        assertThat(taken).isTrue();
        kit.run();
        assertThat(kit.answers("acme")).containsExactly("invoices-1.csv.ack.json");
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
    }

    @Test
    void who_cannot_go_on_with_what_is_half_done_takes_nothing_new_until_it_can() throws IOException {
        // Given
        start(Databases.H2);
        Path work = kit.home.work("acme");
        Path aside = folder.resolve("aside");
        Files.move(work, aside);
        Files.writeString(work, "not a folder");

        // When
        assertThatThrownBy(() -> one.mine("acme")).hasMessageContaining("erp/acme/work");
        assertThatThrownBy(() -> one.mine("acme")).hasMessageContaining("erp/acme/work");
        Files.delete(work);
        Files.move(aside, work);

        // Then
        assertThat(one.mine("acme")).isTrue();
    }

    /** It stood still after it had recorded a file; another one took that file, and the ERP has dropped a second one of the name. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_thawed_gateway_moves_under_a_number_that_is_another_files_is_not_lost(Databases database)
            throws IOException {
        // Given
        start(database);
        kit.write("acme", "invoices-1.csv", Acme.HEADER + Acme.A);
        ErpFile frozen = kit.taking.begin("acme", "invoices-1.csv", bytes(Acme.A), null);
        kit.leftovers.recover("acme");
        kit.take("acme", "invoices-1.csv");
        kit.write("acme", "invoices-1.csv", Acme.HEADER + Acme.B);

        // When
        kit.takeFile.move(frozen, kit.home.in("acme").resolve("invoices-1.csv"));
        kit.leftovers.recover("acme");
        kit.run();

        // Then
        assertThat(kit.answers("acme"))
                .containsExactlyInAnyOrder("invoices-1.csv.ack.json", "invoices-1.csv.ack.2.json");
        assertThat(kit.count("select count(*) from receivable")).isEqualTo(2);
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
    }

    /** As before, but the other one went on with the very record. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void neither_is_what_it_moves_under_the_number_of_a_record_that_was_gone_on_with(Databases database)
            throws IOException {
        // Given
        start(database);
        kit.write("acme", "invoices-1.csv", Acme.HEADER + Acme.A);
        ErpFile frozen = kit.taking.begin("acme", "invoices-1.csv", bytes(Acme.A), null);
        kit.takeFile.move(frozen, kit.home.in("acme").resolve("invoices-1.csv"));
        kit.write("acme", "invoices-1.csv", Acme.HEADER + Acme.B);

        // When
        kit.takeFile.move(frozen, kit.home.in("acme").resolve("invoices-1.csv"));
        kit.leftovers.recover("acme");
        kit.run();

        // Then
        assertThat(kit.answers("acme"))
                .containsExactlyInAnyOrder("invoices-1.csv.ack.json", "invoices-1.csv.ack.2.json");
        assertThat(kit.count("select count(*) from receivable")).isEqualTo(2);
        assertThat(Files.list(kit.home.work("acme"))).isEmpty();
    }

    private static long bytes(String row) {
        return (Acme.HEADER + row).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}
