package io.claimgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.files.FolderDrops;
import io.claimgate.support.Databases;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the simulated ERP drops is good by the shipped mapping, to the last row and document. */
class SamplesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_sample_is_accepted_and_dossiers_are_partly_there(Databases database) throws IOException {
        // Given
        String mapping = Files.readString(Path.of("mappings/erp/acme.yaml"));
        IntakeKit kit = new IntakeKit(new Stores(database), folder, Map.of("acme", mapping));
        FolderDrops drops = new FolderDrops(kit.home, kit.sources, kit.taking);
        Path note = Files.createDirectories(folder.resolve("sandbox"));
        Samples samples =
                new Samples(drops, kit.stores.clock, note, () -> kit.count("select count(*) from erp_file") == 0);

        // When
        samples.dropOnce();
        List<String> dropped = drops.waiting().stream()
                .map(name -> name.substring("acme/".length()))
                .sorted((one, two) -> Boolean.compare(two.startsWith("invoices"), one.startsWith("invoices")))
                .toList();
        dropped.forEach(name -> {
            kit.take("acme", name);
            kit.run();
        });

        // Then
        assertThat(dropped).hasSize(14);
        assertThat(kit.stores
                        .sql
                        .sql(
                                "select concat(name, ' ', status, ' ', reasons) from erp_file where status <> 'ACCEPTED' or rows_rejected > 0")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(kit.stores
                        .sql
                        .sql(
                                "select d.kind from document d join receivable r on r.id = d.receivable_id where r.invoice_number = 'FR-2466' order by d.kind")
                        .query(String.class)
                        .list())
                .containsExactly("DELIVERY_PROOF", "INVOICE", "ORDER");
        assertThat(kit.count("select count(*) from document where kind = 'TERMS' and buyer_id is not null"))
                .isEqualTo(1);
        assertThat(kit.count("select count(*) from fact where kind = 'REMINDER'"))
                .isEqualTo(6);
        assertThat(IntakeKit.names(kit.home.in("acme"))).isEmpty();
    }

    @Test
    void a_sample_paper_is_a_pdf_that_others_can_read() throws IOException {
        // When
        byte[] pdf = SamplePaper.pdf(List.of("Facture (échue) \\ F-1", "Total 1,00 EUR"));

        // Then
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Facture (échue) \\ F-1", "Total 1,00 EUR");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }
}
