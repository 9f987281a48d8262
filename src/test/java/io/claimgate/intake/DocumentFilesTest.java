package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.Databases;
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

/** Documents from the drop folder to the evidence of claims, on both databases. */
class DocumentFilesTest {

    private static final String TWO_INSTALMENTS = Acme.HEADER.replace("\n", ",instalment\n")
            + Acme.A.replace("\n", ",1\n")
            + Acme.A.replace("\n", ",2\n")
            + Acme.B.replace("\n", ",1\n");

    @TempDir
    Path folder;

    private IntakeKit kit;

    private void start(Databases database) {
        kit = new IntakeKit(new Stores(database), folder, Map.of("acme", Acme.MAPPING));
        kit.bring("acme", "invoices.csv", TWO_INSTALMENTS);
        kit.disarm();
    }

    private JsonNode bring(String name, byte[] bytes) throws IOException {
        Files.write(kit.home.in("acme").resolve(name), bytes);
        kit.take("acme", name);
        kit.run();
        return kit.ack("acme", name + ".ack.json");
    }

    private JsonNode bring(String name, byte[] bytes, String sideFile) throws IOException {
        kit.write("acme", name + ".json", sideFile);
        return bring(name, bytes);
    }

    private List<String> filed() {
        return kit.stores
                .sql
                .sql("select concat(kind, ' ', tie, ' ', coalesce(language, '-')) from document order by id")
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_document_named_by_the_pattern_belongs_to_every_instalment_of_its_invoice(Databases database)
            throws IOException {
        // Given
        start(database);

        // When
        JsonNode ack = bring("DELIVERY_PROOF_A.pdf", Papers.pdf("A"));

        // Then
        assertThat(ack.path("status").asText()).as(ack.toString()).isEqualTo("ACCEPTED");
        assertThat(ack.path("feed").asText()).isEqualTo("documents");
        assertThat(ack.path("counts").toString())
                .isEqualTo(
                        "{\"read\":1,\"created\":1,\"updated\":0,\"unchanged\":0,\"settled\":0,\"rejected\":0,\"warned\":0}");
        assertThat(filed()).containsExactly("DELIVERY_PROOF receivable/1 -", "DELIVERY_PROOF receivable/2 -");
        assertThat(
                        kit.count(
                                "select count(*) from document d join vault_object v on v.sha256 = d.sha256"
                                        + " and v.creditor = d.creditor and v.class = 'DOCUMENT' and v.size_bytes = d.size_bytes"
                                        + " where d.media_type = 'application/pdf' and d.origin = 'erp:acme' and d.file_id is not null"))
                .isEqualTo(2);
        assertThat(kit.vault.read(ack.path("sha256").asText())).isEqualTo(Papers.pdf("A"));
        assertThat(kit.answers("acme")).containsExactly("DELIVERY_PROOF_A.pdf.ack.json", "invoices.csv.ack.json");
        assertThat(kit.count("select count(*) from event where type = 'io.claimgate.document.received'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_side_file_ties_to_invoice_buyer_or_claim_and_wins_over_the_name(Databases database) throws IOException {
        // Given
        start(database);
        String claim = kit.claim(1, "DECLARED").key().value();

        // When
        bring("INVOICE_A.pdf", Papers.pdf("1"), "{\"kind\":\"ORDER\",\"invoiceNumber\":\"B\",\"language\":\"fr\"}");
        bring("terms.txt", Papers.text("Terms of sale\n"), "{\"kind\":\"TERMS\",\"buyerId\":\"C2\",\"page\":3}");
        bring("letter.pdf", Papers.pdf("3"), "{\"kind\":\"CORRESPONDENCE\",\"claimKey\":\"" + claim + "\"}");

        // Then
        assertThat(filed())
                .containsExactly("ORDER receivable/3 fr", "TERMS buyer/2 -", "CORRESPONDENCE claim/" + claim + " -");
        assertThat(kit.count("select count(*) from erp_file where marker is not null and kind = 'documents'"))
                .isEqualTo(3);
        assertThat(IntakeKit.names(kit.home.in("acme"))).isEmpty();
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
        assertThat(kit.answers("acme"))
                .containsExactly(
                        "INVOICE_A.pdf.ack.json", "invoices.csv.ack.json", "letter.pdf.ack.json", "terms.txt.ack.json");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_same_again_is_unchanged_and_other_bytes_or_another_kind_are_a_document_of_their_own(Databases database)
            throws IOException {
        // Given
        start(database);
        bring("INVOICE_B.pdf", Papers.pdf("B"));
        kit.disarm();

        // When
        bring("INVOICE_B.pdf", Papers.pdf("B"));
        JsonNode renamed = bring("copy.pdf", Papers.pdf("B"), "{\"kind\":\"INVOICE\",\"invoiceNumber\":\"B\"}");
        JsonNode order = bring("ORDER_B.pdf", Papers.pdf("B"));
        JsonNode corrected = bring("copy2.pdf", Papers.pdf("B2"), "{\"kind\":\"INVOICE\",\"invoiceNumber\":\"B\"}");

        // Then
        JsonNode again = kit.ack("acme", "INVOICE_B.pdf.ack.2.json");
        assertThat(again.path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(again.path("counts").path("unchanged").asLong()).isEqualTo(1);
        assertThat(renamed.path("counts").path("unchanged").asLong()).isEqualTo(1);
        assertThat(order.path("counts").path("created").asLong()).isEqualTo(1);
        assertThat(corrected.path("counts").path("created").asLong()).isEqualTo(1);
        assertThat(filed()).containsExactly("INVOICE receivable/3 -", "ORDER receivable/3 -", "INVOICE receivable/3 -");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_dossiers_of_every_claim_that_it_serves_are_looked_at(Databases database) throws IOException {
        // Given
        start(database);
        String first = kit.claim(1, "ACCEPTED").key().value();
        String second = kit.claim(2, "DRAFT").key().value();

        // When
        bring("INVOICE_A.pdf", Papers.pdf("A"));
        List<String> both = kit.dossiers();
        kit.disarm();
        bring("INVOICE_A.pdf", Papers.pdf("A"));
        bring("INVOICE_B.pdf", Papers.pdf("B"));
        List<String> none = kit.dossiers();
        bring("terms.pdf", Papers.pdf("T"), "{\"kind\":\"TERMS\",\"buyerId\":\"C2\"}");

        // Then: buyer C2 has the second claim, and both instalments of A have one each
        assertThat(both).containsExactlyInAnyOrder(first, second);
        assertThat(none).isEmpty();
        assertThat(kit.dossiers()).containsExactly(second);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_that_is_over_is_left_alone_but_the_document_is_kept(Databases database) throws IOException {
        // Given
        start(database);
        kit.claim(3 - 1, "WITHDRAWN");

        // When
        bring("terms.pdf", Papers.pdf("T"), "{\"kind\":\"TERMS\",\"buyerId\":\"C2\"}");

        // Then
        assertThat(kit.dossiers()).isEmpty();
        assertThat(filed()).containsExactly("TERMS buyer/2 -");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"ORDER","invoiceNumber":"Z"}                       | DOS-008 | invoiceNumber
            {"kind":"ORDER","invoiceNumber":"O-1"}                     | DOS-008 | invoiceNumber
            {"kind":"ORDER","buyerId":"C77"}                           | DOS-008 | buyerId
            {"kind":"ORDER","claimKey":"CG-NONE"}                      | DOS-008 | claimKey
            {"kind":"ORDER","claimKey":"../../x"}                      | DOS-008 | claimKey
            {"kind":"ORDER"}                                           | DOS-002 | side file
            {"kind":"ORDER","invoiceNumber":"A","buyerId":"C1"}        | DOS-002 | side file
            {"kind":"order","invoiceNumber":"A"}                       | DOS-002 | kind
            {"invoiceNumber":"A"}                                      | DOS-002 | kind
            {"kind":"ORDER","invoiceNumber":["A"]}                     | DOS-002 | invoiceNumber
            {"kind":"ORDER","invoiceNumber":"A","language":"french"}   | DOS-002 | language
            {"kind":"ORDER","invoiceNumber":"A","invoiceNumber":"B"}   | DOS-002 | side file
            {"kind":"ORDER","invoiceNumber":"A"} {}                    | DOS-002 | side file
            {"kind":"ORDER","invoiceNumber":"A","creditor":"OTHER-FR"} | ERP-108 | creditor
            [1]                                                        | DOS-002 | side file
            ``                                                         | DOS-002 | side file
            """)
    void a_side_file_that_says_too_little_or_names_strangers_is_answered(String sideFile, String code, String field)
            throws IOException {
        for (Databases database : Databases.values()) {
            // Given
            folder = Files.createTempDirectory(folder, database.name());
            start(database);
            String foreign =
                    Acme.MAPPING.replace("source: acme", "source: other").replace("ACME-FR", "OTHER-FR");
            IntakeKit others = new IntakeKit(kit.stores, folder.resolve("other"), Map.of("other", foreign));
            others.bring(
                    "other",
                    "invoices.csv",
                    Acme.HEADER + Acme.A.replace("A,", "O-1,").replace("C1", "C77"));

            // When
            JsonNode ack = bring("paper.pdf", Papers.pdf("x"), sideFile);

            // Then
            assertThat(ack.path("status").asText()).isEqualTo("REJECTED");
            assertThat(ack.path("reasons").get(0).path("code").asText())
                    .as(ack.toString())
                    .isEqualTo(code);
            assertThat(ack.path("counts").path("rejected").asLong()).isEqualTo(1);
            assertThat(kit.text("acme", "paper.pdf.rejects.csv")).contains("\r\n1," + field + "," + code + ",");
            assertThat(filed()).isEmpty();
            assertThat(IntakeKit.names(kit.home.in("acme"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothing_is_lost_of_a_document_that_nothing_describes_or_that_is_not_what_it_says(Databases database)
            throws IOException {
        // Given
        start(database);

        // When
        JsonNode nameless = bring("paper.pdf", Papers.pdf("x"));
        JsonNode program = bring("INVOICE_A.pdf", Papers.program());
        JsonNode large =
                bring("ORDER_A.txt", "x".repeat((1 << 20) + 1).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        JsonNode endless =
                bring("long.pdf", Papers.pdf("y"), "{\"kind\":\"ORDER\",\"x\":\"" + "é".repeat(9000) + "\"}");

        // Then
        assertThat(nameless.path("reasons").get(0).path("message").asText())
                .startsWith("file \"paper.pdf\": no side file came in time")
                .endsWith("drop it again together with paper.pdf.json");
        assertThat(program.path("reasons").get(0).path("code").asText()).isEqualTo("DOS-005");
        assertThat(large.path("reasons").get(0).path("code").asText()).isEqualTo("DOS-004");
        assertThat(endless.path("reasons").get(0).path("code").asText()).isEqualTo("DOS-002");
        assertThat(kit.vault.read(nameless.path("sha256").asText())).isEqualTo(Papers.pdf("x"));
        assertThat(filed()).isEmpty();
        assertThat(
                        kit.count(
                                "select count(*) from erp_file where kind = 'documents' and phase = 'ANSWERED' and status = 'REJECTED'"))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void hostile_names_are_only_names(Databases database) throws IOException {
        // Given
        start(database);
        String long255 = "INVOICE_A." + "é".repeat(118) + ".pdf";
        String odd = "a..\u202Efdp.\n$(x)'\"%2e%2e.pdf";

        // When
        Files.write(kit.home.in("acme").resolve(long255), Papers.pdf("1"));
        kit.take("acme", long255);
        kit.run();
        JsonNode strange = bring(odd, Papers.pdf("2"), "{\"kind\":\"ORDER\",\"invoiceNumber\":\"A\"}");

        // Then: the first one's invoice number has no end, and nobody has such a one
        assertThat(kit.value("select status from erp_file where name = '" + long255 + "'", String.class))
                .isEqualTo("REJECTED");
        assertThat(strange.path("status").asText()).as(strange.toString()).isEqualTo("ACCEPTED");
        assertThat(kit.value("select min(name) from document", String.class)).isEqualTo(odd);
        assertThat(IntakeKit.names(kit.home.in("acme"))).isEmpty();
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_source_of_several_creditors_is_asked_whose_it_is_only_where_that_is_unclear(Databases database)
            throws IOException {
        // Given
        String several = Acme.MAPPING.replace(
                "creditor: ACME-FR", "creditor: {column: company, map: {\"1\": ACME-FR, \"2\": ACME-BE}}");
        kit = new IntakeKit(new Stores(database), folder, Map.of("acme", several));
        kit.bring("acme", "invoices.csv", "company," + Acme.HEADER + "1," + Acme.A + "2," + Acme.A + "2," + Acme.B);

        // When
        JsonNode unclear = bring("INVOICE_A.pdf", Papers.pdf("A"));
        bring("INVOICE_B.pdf", Papers.pdf("B"));
        bring("a.pdf", Papers.pdf("A"), "{\"kind\":\"INVOICE\",\"invoiceNumber\":\"A\",\"creditor\":\"ACME-BE\"}");

        // Then
        assertThat(unclear.path("reasons").get(0).path("message").asText()).contains("several creditors");
        assertThat(kit.stores
                        .sql
                        .sql(
                                "select concat(d.creditor, ' ', d.kind, ' ', v.class) from document d join vault_object v on v.creditor = d.creditor and v.sha256 = d.sha256 order by d.id")
                        .query(String.class)
                        .list())
                .containsExactly("ACME-BE INVOICE DOCUMENT", "ACME-BE INVOICE DOCUMENT");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_document_waits_for_the_invoices_that_came_before_it_and_not_for_other_documents(Databases database)
            throws IOException {
        // Given
        start(database);
        kit.take("acme", "invoices-2.csv", Acme.HEADER + Acme.A.replace("A,", "N-1,"));
        Files.write(kit.home.in("acme").resolve("INVOICE_N-1.pdf"), Papers.pdf("N-1"));
        kit.take("acme", "INVOICE_N-1.pdf");
        kit.stores
                .sql
                .sql("update task set due_at = due_at + interval '5' second where ref = '2'")
                .update();

        // When
        kit.run();
        String early = kit.value("select phase from erp_file where name = 'INVOICE_N-1.pdf'", String.class);
        kit.stores.clock.advance(java.time.Duration.ofSeconds(5));
        kit.run();

        // Then
        assertThat(early).isEqualTo("TAKEN");
        assertThat(kit.ack("acme", "INVOICE_N-1.pdf.ack.json").path("status").asText())
                .isEqualTo("ACCEPTED");
    }
}
