package io.claimgate.flow.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole dossiers: what waits for what, and the insurer's word that comes later than the transport's. */
class WholeDossierTest {

    private static final List<DocumentKind> THE_OTHERS = List.of(
            DocumentKind.INVOICE,
            DocumentKind.ORDER,
            DocumentKind.DELIVERY_PROOF,
            DocumentKind.REMINDER,
            DocumentKind.FORMAL_NOTICE);

    @TempDir
    Path folder;

    private DossierWorld world;
    private FolderInsurer insurer;
    private long invoice;
    private ClaimKey key;
    private String name;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_archive_waits_for_the_whole_dossier_and_its_receipt_is_looked_for(Databases database) {
        // Given
        declared(database, 1 << 20);
        List<String> incomplete = world.sendings(key);
        bring(THE_OTHERS);
        world.run();
        List<String> carried = world.sendings(key);
        String before = world.dossier(key);

        // When
        insurer.says(name, "RECEIPT RC-7 2026-07-01T22:30:00Z");
        world.runUntil("2026-07-02T08:00:00Z");

        // Then
        assertThat(incomplete).isEmpty();
        assertThat(carried).containsExactly("1 SFTP SENDING 1");
        assertThat(before).isEqualTo("COMPLETE 6/6");
        assertThat(world.sendings(key)).containsExactly("1 SFTP ACKNOWLEDGED 1");
        assertThat(insurer.archives()).containsExactly(name + ".zip");
        assertThat(insurer.entries(name + ".zip"))
                .containsExactly(
                        "001_STATEMENT.pdf",
                        "002_INVOICE_F-" + invoice + ".pdf",
                        "003_ORDER_F-" + invoice + ".pdf",
                        "004_DELIVERY_PROOF_F-" + invoice + ".pdf",
                        "005_REMINDER_F-" + invoice + ".pdf",
                        "006_FORMAL_NOTICE_F-" + invoice + ".pdf");
        assertThat(world.dossier(key)).isEqualTo("RECEIVED 6/6");
        assertThat(world.completeOn(key)).as("in Paris").isEqualTo("2026-07-02");
        assertThat(world.events(key))
                .containsExactly(
                        "dossier.opened",
                        "dossier.collected",
                        "dossier.sending",
                        "dossier.carried",
                        "dossier.received",
                        "dossier.completed");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void on_the_safe_date_what_is_there_goes_and_the_rest_follows_as_the_next_number(Databases database) {
        // Given
        declared(database, 1 << 20);
        bring(List.of(DocumentKind.INVOICE, DocumentKind.ORDER));
        world.runUntil("2026-07-28T21:59:00Z");
        List<String> before = insurer.archives();

        // When
        world.runUntil("2026-07-28T22:00:30Z");
        bring(List.of(DocumentKind.DELIVERY_PROOF));
        world.run();

        // Then
        assertThat(before).isEmpty();
        assertThat(insurer.archives()).containsExactly(name + ".zip", next(2) + ".zip");
        assertThat(insurer.entries(name + ".zip")).hasSize(3);
        assertThat(insurer.entries(next(2) + ".zip")).containsExactly("001_DELIVERY_PROOF_F-" + invoice + ".pdf");
        assertThat(world.dossier(key)).isEqualTo("OPEN 4/6");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_receipt_that_does_not_come_is_told_after_two_days_and_still_looked_for(Databases database) {
        // Given
        declared(database, 1 << 20);
        bring(THE_OTHERS);
        world.runUntil("2026-07-01T07:00:00Z");
        List<String> patient = world.alerts(key);

        // When
        world.runUntil("2026-07-01T08:00:01Z");
        List<String> told = world.alerts(key);
        insurer.says(name, "RECEIPT RC-7 2026-07-03T10:00:00Z");
        world.runUntil("2026-07-04T09:00:00Z");

        // Then
        assertThat(patient).isEmpty();
        assertThat(told).containsExactly("DOS-011 CRITICAL");
        assertThat(world.alerts(key)).isEmpty();
        assertThat(world.completeOn(key)).isEqualTo("2026-07-03");
        assertThat(insurer.sends).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_lost_answer_of_what_arrived_is_no_second_archive(Databases database) {
        // Given
        declared(database, 1 << 20);
        insurer.loseTheNextAnswer(true);

        // When
        bring(THE_OTHERS);
        world.run();

        // Then
        assertThat(world.sendings(key)).containsExactly("1 SFTP SENDING 1");
        assertThat(world.events(key)).endsWith("dossier.outcome-lost", "dossier.carried");
        assertThat(world.alerts(key)).isEmpty();
        assertThat(insurer.sends).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_was_cut_on_the_way_goes_again_after_two_denials(Databases database) {
        // Given
        declared(database, 1 << 20);
        insurer.loseTheNextAnswer(false);
        bring(THE_OTHERS);
        world.run();
        String before = world.sendings(key).get(0);

        // When
        world.pass(FolderInsurer.SETTLE.plus(Duration.ofSeconds(1)));
        world.run();

        // Then
        assertThat(before).isEqualTo("1 SFTP OUTCOME_UNKNOWN 1");
        assertThat(world.sendings(key)).containsExactly("1 SFTP SENDING 2");
        assertThat(insurer.archives()).containsExactly(name + ".zip");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_archive_that_the_insurer_refuses_after_looking_at_it_is_a_persons(Databases database) {
        // Given
        declared(database, 1 << 20);
        bring(THE_OTHERS);
        world.run();

        // When
        insurer.says(name, "BAD_ARCHIVE unreadable");
        world.runUntil("2026-06-29T10:00:00Z");

        // Then
        assertThat(world.sendings(key)).containsExactly("1 SFTP REJECTED 1");
        assertThat(world.alerts(key)).containsExactly("DOS-012 CRITICAL");
        assertThat(world.dossier(key)).isEqualTo("COMPLETE 6/6");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_too_large_for_one_archive_goes_in_several(Databases database) {
        // Given
        declared(database, 40_000);

        // When
        for (DocumentKind kind : THE_OTHERS) {
            world.document(kind, "receivable/" + invoice, random(kind, 15_000));
        }
        world.run();

        // Then
        assertThat(insurer.archives()).hasSizeBetween(3, 4);
        assertThat(world.sendings(key)).allMatch(sending -> sending.endsWith("SENDING 1"));
    }

    private void declared(Databases database, long largest) {
        world = new DossierWorld(database);
        insurer = new FolderInsurer(folder, largest);
        world.wire(ignored -> List.of(insurer));
        invoice = world.invoice(LocalDate.of(2026, 3, 31), "120000.00");
        key = world.declaredOn("2026-06-29T08:00:00Z");
        name = next(1);
    }

    private String next(int number) {
        return world.creditor() + "_" + key + "_" + number;
    }

    private void bring(List<DocumentKind> kinds) {
        kinds.forEach(kind -> world.document(kind, invoice));
    }

    private static byte[] random(DocumentKind kind, int size) {
        byte[] bytes = new byte[size];
        new java.util.Random(kind.ordinal()).nextBytes(bytes);
        return bytes;
    }
}
