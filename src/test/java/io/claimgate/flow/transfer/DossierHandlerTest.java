package io.claimgate.flow.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.support.Databases;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The file of a declared claim, from missing to complete. The invoice is due on 31 March, declared on its planned 29 June, and its documents
 * are due on 29 July (a Wednesday, so that it is the safe date too).
 */
class DossierHandlerTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);
    private static final String DECLARED = "2026-06-29T08:00:00Z";

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_declared_claim_gets_a_file_and_the_statement_is_made_and_sent_at_once(Databases database) throws Exception {
        // Given
        DossierWorld world = new DossierWorld(database);
        world.invoice(DUE, "120000.00");

        // When
        ClaimKey key = world.declaredOn(DECLARED);

        // Then
        assertThat(world.dossier(key)).isEqualTo("OPEN 1/6");
        assertThat(world.missing(key))
                .containsExactly("INVOICE", "ORDER", "DELIVERY_PROOF", "REMINDER", "FORMAL_NOTICE");
        assertThat(world.sendings(key)).containsExactly("1 SOAP ACKNOWLEDGED 1");
        assertThat(world.atInsurer(key)).containsExactly("STATEMENT x1");
        assertThat(world.clock("documents")).isEqualTo("2026-07-29 OPEN");
        assertThat(world.alerts(key)).isEmpty();
        assertThat(world.events(key)).containsExactly("dossier.opened", "dossier.sending", "dossier.received");
        assertThat(world.next(DossierHandler.KIND)).contains(Instant.parse("2026-07-13T22:00:00Z"));
        String sha = world.stores
                .sql
                .sql("select sha256 from document where kind = 'STATEMENT' and origin = 'gateway' and claim_key = ?")
                .param(key.value())
                .query(String.class)
                .single();
        try (var pdf = Loader.loadPDF(world.vault.read(sha))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Buyer & Sons", key.value(), "2026-06-29", "120000.00 EUR");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void each_document_travels_once_as_it_comes_and_the_last_receipt_completes_the_file(Databases database) {
        // Given
        DossierWorld world = new DossierWorld(database);
        long invoice = world.invoice(DUE, "120000.00");
        ClaimKey key = world.declaredOn(DECLARED);
        world.document(DocumentKind.INVOICE, invoice);
        world.document(DocumentKind.ORDER, world.buyerTie(), "an order");
        world.fact("REMINDER", LocalDate.of(2026, 4, 15));
        world.runUntil("2026-07-02T10:00:00Z");
        String partly = world.dossier(key);
        world.runUntil("2026-07-08T10:00:00Z");

        // When
        world.fact("FORMAL_NOTICE", LocalDate.of(2026, 5, 15));
        world.document(DocumentKind.DELIVERY_PROOF, "claim/" + key, "a proof");
        world.run();

        // Then
        assertThat(partly).isEqualTo("OPEN 4/6");
        assertThat(world.dossier(key)).isEqualTo("RECEIVED 6/6");
        assertThat(world.completeOn(key)).isEqualTo("2026-07-08");
        assertThat(world.atInsurer(key))
                .containsExactly(
                        "DELIVERY_PROOF x1",
                        "FORMAL_NOTICE x1",
                        "INVOICE x1",
                        "ORDER x1",
                        "REMINDER x1",
                        "STATEMENT x1");
        assertThat(world.sendings(key)).hasSize(6).allMatch(sending -> sending.endsWith("ACKNOWLEDGED 1"));
        assertThat(world.clock("documents")).isEqualTo("2026-07-29 MET");
        assertThat(world.clock("waiting")).isEqualTo("2026-12-08 OPEN");
        assertThat(world.events(key)).filteredOn("dossier.completed"::equals).hasSize(1);
        assertThat(world.next(DossierHandler.KIND)).isEmpty();
    }

    /** Declared on 10 June; seven of eight documents on 25 June, the last on 8 July. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void example_17_the_last_document_meets_the_clock_and_starts_the_insurers(Databases database) {
        // Given
        DossierWorld world = new DossierWorld(database);
        long first = world.invoice(LocalDate.of(2026, 3, 12), "80000.00");
        long second = world.invoice(LocalDate.of(2026, 4, 20), "40000.00");
        ClaimKey key = world.declaredOn("2026-06-10T09:00:00Z");
        world.fact("REMINDER", LocalDate.of(2026, 4, 1));
        world.fact("FORMAL_NOTICE", LocalDate.of(2026, 5, 1));
        world.document(DocumentKind.INVOICE, first);
        world.document(DocumentKind.INVOICE, second);
        world.document(DocumentKind.ORDER, world.buyerTie(), "the frame order");
        world.document(DocumentKind.DELIVERY_PROOF, first);
        world.runUntil("2026-06-25T10:00:00Z");
        String partly = world.dossier(key);

        // When
        world.runUntil("2026-07-08T10:00:00Z");
        world.document(DocumentKind.DELIVERY_PROOF, second);
        world.run();

        // Then
        assertThat(partly).isEqualTo("OPEN 8/9");
        assertThat(world.completeOn(key)).isEqualTo("2026-07-08");
        assertThat(world.clock("documents")).isEqualTo("2026-07-10 MET");
        assertThat(world.clock("waiting")).isEqualTo("2026-12-08 OPEN");
        assertThat(world.clock("indemnity")).isEqualTo("2027-01-08 OPEN");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_missing_is_chased_once_a_step_until_it_is_there_or_too_late(Databases database) {
        // Given
        DossierWorld world = new DossierWorld(database);
        world.invoice(DUE, "120000.00");
        ClaimKey key = world.declaredOn(DECLARED);

        // When
        world.runUntil("2026-07-13T21:59:00Z");
        List<String> before = world.alerts(key);
        world.runUntil("2026-07-20T08:00:00Z");
        List<String> warned = world.alerts(key);
        world.runUntil("2026-07-29T08:00:00Z");
        List<String> critical = world.alerts(key);
        world.runUntil("2026-07-30T08:00:00Z");

        // Then
        assertThat(before).isEmpty();
        assertThat(warned).containsExactly("DOS-010 WARNING");
        assertThat(critical).containsExactly("DOS-010 CRITICAL");
        assertThat(world.alerts(key)).containsExactly("DOS-010 CRITICAL", "DOS-017 CRITICAL");
        assertThat(world.clock("documents")).isEqualTo("2026-07-29 MISSED");
        assertThat(raised(world, "DOS-010")).isEqualTo(5);
        assertThat(world.stores
                        .sql
                        .sql("select message from alert where code = 'DOS-010' and cleared_at is null")
                        .query(String.class)
                        .single())
                .contains("1 of 6", "INVOICE of invoice F-", "FORMAL_NOTICE", "safe until 2026-07-29");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_chase_ends_when_the_evidence_is_there_and_late_documents_still_travel(Databases database) {
        // Given
        DossierWorld world = new DossierWorld(database);
        long invoice = world.invoice(DUE, "120000.00");
        ClaimKey key = world.declaredOn(DECLARED);
        world.runUntil("2026-08-03T08:00:00Z");

        // When
        for (DocumentKind kind : List.of(
                DocumentKind.INVOICE,
                DocumentKind.ORDER,
                DocumentKind.DELIVERY_PROOF,
                DocumentKind.REMINDER,
                DocumentKind.FORMAL_NOTICE)) {
            world.document(kind, invoice);
        }
        world.run();

        // Then
        assertThat(world.dossier(key)).isEqualTo("RECEIVED 6/6");
        assertThat(world.alerts(key)).containsExactly("DOS-017 CRITICAL");
        assertThat(world.clock("documents")).isEqualTo("2026-07-29 MISSED");
        assertThat(world.atInsurer(key)).hasSize(6);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void only_what_is_wanted_travels_and_the_same_bytes_travel_once(Databases database) {
        // Given
        DossierWorld world = new DossierWorld(database);
        long first = world.invoice(DUE, "80000.00");
        long second = world.invoice(DUE, "40000.00");
        ClaimKey key = world.declaredOn(DECLARED);

        // When
        world.document(DocumentKind.DELIVERY_PROOF, "receivable/" + first, "one proof for both");
        world.document(DocumentKind.DELIVERY_PROOF, "receivable/" + second, "one proof for both");
        world.document(DocumentKind.CORRESPONDENCE, "receivable/" + first, "internal");
        world.document(DocumentKind.SECURITY, "claim/" + key, "for this claim");
        world.run();

        // Then
        assertThat(world.atInsurer(key)).containsExactly("DELIVERY_PROOF x1", "SECURITY x1", "STATEMENT x1");
        assertThat(world.missing(key)).doesNotContain("DELIVERY_PROOF");
        assertThat(world.sendings(key)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_the_insurer_asks_for_later_reopens_the_file_and_leaves_its_date(Databases database) {
        // Given
        DossierWorld world = new DossierWorld(database);
        long invoice = world.invoice(DUE, "120000.00");
        ClaimKey key = world.declaredOn(DECLARED);
        for (DocumentKind kind : List.of(
                DocumentKind.INVOICE,
                DocumentKind.ORDER,
                DocumentKind.DELIVERY_PROOF,
                DocumentKind.REMINDER,
                DocumentKind.FORMAL_NOTICE)) {
            world.document(kind, invoice);
        }
        world.runUntil("2026-07-10T08:00:00Z");

        // When
        world.request(key, DocumentKind.INVOICE, LocalDate.of(2026, 7, 24));
        world.runUntil("2026-07-18T08:00:00Z");
        String reopened = world.dossier(key);
        List<String> chased = world.alerts(key);
        world.document(DocumentKind.INVOICE, "receivable/" + invoice, "a better scan");
        world.run();

        // Then
        assertThat(reopened).isEqualTo("OPEN 5/6");
        assertThat(chased).containsExactly("DOS-010 WARNING");
        assertThat(world.dossier(key)).isEqualTo("RECEIVED 6/6");
        assertThat(world.completeOn(key)).isEqualTo("2026-06-29");
        assertThat(world.atInsurer(key)).contains("INVOICE x1").hasSize(7);
        assertThat(world.alerts(key)).isEmpty();
        assertThat(world.clock("documents")).isEqualTo("2026-07-29 MET");
        assertThat(world.events(key)).filteredOn("dossier.completed"::equals).hasSize(2);
        assertThat(world.stores
                        .sql
                        .sql("select count(*) from fact where kind = 'FILE_COMPLETE' and claim_key = ?")
                        .param(key.value())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_policy_without_documents_leaves_nothing_to_do(Databases database) {
        // Given
        DossierWorld world = new DossierWorld(database, "highradius-2020");
        world.invoice(DUE, "120000.00");

        // When
        ClaimKey key = world.declaredOn(DECLARED);

        // Then
        assertThat(world.dossier(key)).isEqualTo("COMPLETE 0/0");
        assertThat(world.events(key)).isEmpty();
        assertThat(world.sendings(key)).isEmpty();
        assertThat(world.next(DossierHandler.KIND)).isEmpty();
        assertThat(world.stores
                        .sql
                        .sql("select count(*) from fact")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_document_that_no_way_takes_is_told_and_the_others_go(Databases database) {
        // Given
        DossierWorld world = new DossierWorld(database);
        DocumentChannels all = world.insurer.channels().documents();
        world.wire(insurer -> all.of(insurer).subList(0, 1));
        long invoice = world.invoice(DUE, "120000.00");
        ClaimKey key = world.declaredOn(DECLARED);

        // When
        world.document(DocumentKind.INVOICE, "receivable/" + invoice, new byte[(5 << 20) + 1]);
        world.document(DocumentKind.ORDER, invoice);
        world.run();

        // Then
        assertThat(world.atInsurer(key)).containsExactly("ORDER x1", "STATEMENT x1");
        assertThat(world.alerts(key)).containsExactly("DOS-013 CRITICAL");
        assertThat(world.dossier(key)).isEqualTo("OPEN 3/6");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_insurers_own_date_of_completion_wins(Databases database) {
        // Given
        DossierWorld world = new DossierWorld(database);
        world.invoice(DUE, "120000.00");
        ClaimKey key = world.declaredOn(DECLARED);

        // When
        world.stores
                .sql
                .sql(
                        "insert into fact (creditor, kind, fact_date, claim_key, buyer_id, recorded_by, recorded_at)"
                                + " select creditor, 'FILE_COMPLETE', date '2026-07-03', claim_key, buyer_id, 'insurer:sandbox', drafted_at from claim")
                .update();
        world.armDossier();
        world.run();

        // Then
        assertThat(world.dossier(key)).isEqualTo("RECEIVED 1/6");
        assertThat(world.completeOn(key)).isEqualTo("2026-07-03");
        assertThat(world.clock("waiting")).isEqualTo("2026-12-03 OPEN");
        assertThat(new String(world.vault.read(sha(world)), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
    }

    private static String sha(DossierWorld world) {
        return world.stores
                .sql
                .sql("select sha256 from document")
                .query(String.class)
                .single();
    }

    private static long raised(DossierWorld world, String code) {
        return world.stores
                .sql
                .sql("select count(*) from alert where code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }
}
