package io.claimgate.flow.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.support.Databases;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way of a dossier: the real flow on a real database, over real SFTP, to the real simulated insurer and back with its receipt. */
class DossierOverSftpTest {

    private static final List<DocumentKind> THE_OTHERS = List.of(
            DocumentKind.INVOICE,
            DocumentKind.ORDER,
            DocumentKind.DELIVERY_PROOF,
            DocumentKind.REMINDER,
            DocumentKind.FORMAL_NOTICE);
    private static final String[] EACH_ONCE = {
        "DELIVERY_PROOF x1", "FORMAL_NOTICE x1", "INVOICE x1", "ORDER x1", "REMINDER x1", "STATEMENT x1"
    };

    private DossierWorld world;
    private long invoice;
    private ClaimKey key;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_complete_dossier_is_at_the_insurer_once_and_its_receipt_is_here(Databases database) {
        // Given
        declared(database, "sandbox-dossier");

        // When
        bring(THE_OTHERS);
        world.runUntil("2026-06-29T12:00:00Z");

        // Then
        assertThat(world.sendings(key)).containsExactly("1 SFTP ACKNOWLEDGED 1");
        assertThat(world.dossier(key)).isEqualTo("RECEIVED 6/6");
        assertThat(world.atInsurer(key)).containsExactly(EACH_ONCE);
        assertThat(world.completeOn(key)).isEqualTo("2026-06-29");
    }

    @ParameterizedTest
    @CsvSource({
        "H2,         accept-then-timeout",
        "POSTGRESQL, accept-then-timeout",
        "H2,         disconnect",
        "POSTGRESQL, disconnect"
    })
    void a_line_that_is_cut_before_or_after_it_counted_makes_no_second_dossier(Databases database, String mode) {
        // Given
        declared(database, "sandbox-dossier");
        world.insurer.behave("{\"operation\":\"TransferDossier\",\"mode\":\"" + mode + "\",\"times\":1}");

        // When
        bring(THE_OTHERS);
        world.run();
        world.pass(Duration.ofSeconds(6));
        world.runUntil("2026-06-29T12:00:00Z");

        // Then
        assertThat(world.events(key)).contains("dossier.outcome-lost");
        assertThat(world.dossier(key)).isEqualTo("RECEIVED 6/6");
        assertThat(world.atInsurer(key)).containsExactly(EACH_ONCE);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_too_large_for_soap_goes_over_sftp(Databases database) {
        // Given
        declared(database, "sandbox");
        byte[] large = new byte[6 << 20];

        // When
        bring(List.of(DocumentKind.INVOICE, DocumentKind.ORDER, DocumentKind.REMINDER, DocumentKind.FORMAL_NOTICE));
        world.document(DocumentKind.DELIVERY_PROOF, "receivable/" + invoice, large);
        world.runUntil("2026-06-29T12:00:00Z");

        // Then
        assertThat(world.sendings(key))
                .hasSize(6)
                .allMatch(sending -> sending.endsWith("ACKNOWLEDGED 1"))
                .filteredOn(sending -> sending.contains("SFTP"))
                .hasSize(1);
        assertThat(world.atInsurer(key)).containsExactly(EACH_ONCE);
        assertThat(world.dossier(key)).isEqualTo("RECEIVED 6/6");
    }

    private void declared(Databases database, String ways) {
        world = new DossierWorld(database);
        world.wire(ignored -> world.insurer.channels().documents().of(ways));
        invoice = world.invoice(LocalDate.of(2026, 3, 31), "120000.00");
        key = world.declaredOn("2026-06-29T08:00:00Z");
    }

    private void bring(List<DocumentKind> kinds) {
        kinds.forEach(kind -> world.document(kind, invoice));
        world.run();
    }
}
