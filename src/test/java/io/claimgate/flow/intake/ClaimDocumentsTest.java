package io.claimgate.flow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.Claim;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.files.TikaContentCheck;
import io.claimgate.flow.Ideas;
import io.claimgate.intake.Acme;
import io.claimgate.store.intake.JdbcClaimsConcerned;
import io.claimgate.store.intake.JdbcDocuments;
import io.claimgate.support.Databases;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Papers;
import io.claimgate.support.Stores;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

/** Evidence that several people add at once. */
class ClaimDocumentsTest {

    private static final int PEOPLE = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_same_document_from_many_hands_at_once_is_filed_once_and_nobody_is_refused(Databases database)
            throws Exception {
        // Given
        IntakeKit kit = new IntakeKit(new Stores(database), folder, Map.of("acme", Acme.MAPPING));
        kit.bring("acme", "invoices.csv", Acme.HEADER + Acme.A);
        Claim claim = kit.claim(1, "DECLARED");
        ClaimDocuments documents = documents(kit);
        byte[] bytes = Papers.pdf("F-1");
        List<Callable<Boolean>> hands = IntStream.range(0, PEOPLE)
                .<Callable<Boolean>>mapToObj(hand -> () -> documents
                        .add(
                                claim.key(),
                                "ACME-FR",
                                new ClaimDocuments.Given(DocumentKind.ORDER, "o.pdf", null, bytes.length),
                                new ByteArrayInputStream(bytes),
                                "hand-" + hand)
                        .created())
                .toList();

        // When
        ExecutorService pool = Executors.newFixedThreadPool(PEOPLE);
        List<Future<Boolean>> created = pool.invokeAll(hands);
        pool.shutdown();

        // Then
        int first = 0;
        for (Future<Boolean> one : created) {
            first += one.get() ? 1 : 0;
        }
        assertThat(first).isEqualTo(1);
        assertThat(kit.count("select count(*) from document")).isEqualTo(1);
        assertThat(kit.count("select count(*) from event where type = 'io.claimgate.document.received'"))
                .isEqualTo(1);
        assertThat(kit.dossiers()).containsExactly(claim.key().value());
    }

    private static ClaimDocuments documents(IntakeKit kit) {
        Stores stores = kit.stores;
        return new ClaimDocuments(
                new DocumentFiling(
                        new JdbcDocuments(stores.named),
                        new JdbcClaimsConcerned(stores.named),
                        stores.events,
                        stores.tasks,
                        stores.clock),
                new TikaContentCheck(new DocumentSettings(DataSize.ofMegabytes(1))),
                new Ideas(
                        stores.tasks,
                        stores.events,
                        stores.alerts,
                        kit.vault,
                        stores.clock,
                        Clock.systemUTC(),
                        stores.transactions));
    }
}
