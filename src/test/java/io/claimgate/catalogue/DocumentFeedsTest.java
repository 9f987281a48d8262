package io.claimgate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.feed.Companion;
import io.claimgate.feed.ErpSource;
import io.claimgate.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds of documents and events as mapping files write them. */
class DocumentFeedsTest {

    private static ErpMappings read(String feeds) {
        return ErpMappings.read(
                Map.of("mappings/erp/x.yaml", "source: x\ncreditor: X-FR\npayments: explicit\nfeeds:\n" + feeds));
    }

    @Test
    void every_fault_names_its_line_and_the_mend() {
        // When
        List<Problem> problems = read("""
                  - name: documents
                    kind: documents
                    match: "*.*"
                    format: csv
                    ready: marker
                    fields: {kind: Art}
                    fileName:
                      pattern: "{kind}_{invoice}.*"
                      kinds: {LS: DELIVERYPROOF}
                      language: fr
                  - name: events
                    kind: events
                    match: "events*.csv"
                    fileName: {pattern: "x"}
                    fields: {kind: Art, level: Stufe, due: Datum}
                """).problems();

        // Then
        assertThat(problems.stream().map(problem -> problem.place() + " " + problem.detail()))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("mappings/erp/x.yaml:8, format must be one of none"),
                        line -> assertThat(line).startsWith("mappings/erp/x.yaml:9, ready must be one of quiet"),
                        line -> assertThat(line)
                                .startsWith("mappings/erp/x.yaml:10 is not known here; known are fileName, format"),
                        line -> assertThat(line)
                                .startsWith("mappings/erp/x.yaml:12, pattern {invoice} is no placeholder"),
                        line -> assertThat(line).startsWith("mappings/erp/x.yaml:13, LS must be one of INVOICE, ORDER"),
                        line -> assertThat(line).startsWith("mappings/erp/x.yaml:14 is not known here; known are kind"),
                        line -> assertThat(line).startsWith("mappings/erp/x.yaml:18 is not known here"),
                        line -> assertThat(line)
                                .startsWith("mappings/erp/x.yaml:19 fields lacks date, which events need"),
                        line -> assertThat(line).startsWith("mappings/erp/x.yaml:19, due is no field of events"));
    }

    @ParameterizedTest
    @CsvSource({
        "INVOICE_F-1.pdf,SIDE_FILE_OPTIONAL",
        "contract.pdf,SIDE_FILE_NEEDED",
        "contract.pdf.json,ITSELF",
        "INVOICE_F-1.pdf.json,ITSELF",
        "contract.json,SIDE_FILE_NEEDED",
        "invoices-1.csv,NONE",
        "invoices-1.csv.json,SIDE_FILE_NEEDED",
        "events-2026.csv,NONE",
        "nothing,NONE",
        "nothing.json,SIDE_FILE_NEEDED"
    })
    void the_shipped_mapping_knows_documents_and_what_is_taken_with_them(String name, Companion companion)
            throws IOException {
        // Given
        String path = "mappings/erp/acme.yaml";
        ErpMappings mappings = ErpMappings.read(Map.of(path, Files.readString(Path.of(path))));

        // When
        ErpSource acme = mappings.find("acme").orElseThrow();

        // Then
        assertThat(mappings.problems()).isEmpty();
        assertThat(acme.companion(name)).isEqualTo(companion);
    }
}
