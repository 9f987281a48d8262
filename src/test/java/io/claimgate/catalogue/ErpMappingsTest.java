package io.claimgate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.feed.ErpSource;
import io.claimgate.feed.Feed;
import io.claimgate.feed.FieldSource;
import io.claimgate.problem.Problem;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading {@code mappings/erp/<source>.yaml} strictly. */
class ErpMappingsTest {

    private static final String PATH = "mappings/erp/acme.yaml";

    private static final String SOUND = """
            source: acme
            creditor: {column: Company, map: {"0010": ACME-FR, "0020": ACME-BE}}
            payments: explicit
            defaultTerms: P30D
            pickup: {from: local}
            feeds:
              - name: open-items
                kind: invoices
                match: "FBL5N_*.csv"
                csv: {charset: windows-1252, delimiter: "\\t", quote: '"', decimal: ",", grouping: " ", date: "dd.MM.yyyy"}
                fields:
                  invoiceNumber: Belegnummer
                  issueDate: Datum
                  dueDate: Fällig
                  currency: {constant: EUR}
                  type: {column: " Art", map: {RV: "380", "": "381"}}
                  grossAmount: {column: Betrag, trim: true, round: HALF_UP}
                  buyerId: Kunde
                  buyerName: Name
                  buyerCountry: {constant: FR}
            """;

    @Test
    void a_sound_mapping_means_what_stands_there_blanks_included() {
        // When
        ErpMappings read = ErpMappings.read(Map.of(PATH, SOUND));

        // Then
        assertThat(read.problems()).isEmpty();
        ErpSource source = read.find("acme").orElseThrow();
        Feed feed = source.feeds().get(0);
        assertThat(source.creditor().map()).containsEntry("0010", "ACME-FR").containsEntry("0020", "ACME-BE");
        assertThat(feed.csv().delimiter()).isEqualTo('\t');
        assertThat(feed.csv().grouping()).isEqualTo(' ');
        assertThat(feed.fields())
                .contains(
                        new FieldSource("type", " Art", null, Map.of("RV", "380", "", "381"), false, null),
                        new FieldSource("grossAmount", "Betrag", null, Map.of(), true, RoundingMode.HALF_UP));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source: acme           | source: other          | OPS-002 mappings/erp/acme.yaml:1, source \"other\": must be the file's name",
                "source: acme           | sauce: acme            | OPS-001 mappings/erp/acme.yaml:1 \"sauce\": is not known here",
                "source: acme           | sauce: acme            | OPS-003 mappings/erp/acme.yaml:1 \"source\": is missing",
                "map: {\"0010\": ACME-FR, \"0020\": ACME-BE} | map: ACME-FR | OPS-002 mappings/erp/acme.yaml:2 \"map\": wants a mapping",
                "\"0010\": ACME-FR      | \"0010\":              | OPS-002 mappings/erp/acme.yaml:2 \"0010\": wants one value",
                "explicit               | guessed                | OPS-002 mappings/erp/acme.yaml:3, payments \"guessed\": must be one of explicit, implied",
                "P30D                   | 30                     | OPS-002 mappings/erp/acme.yaml:4, defaultTerms \"30\": must be a period",
                "{from: local}          | {from: pigeon}         | OPS-002 mappings/erp/acme.yaml:5, from \"pigeon\": must be one of local",
                "kind: invoices         | kind: gossip           | OPS-002 mappings/erp/acme.yaml:8, kind \"gossip\": must be one of",
                "match: \"FBL5N_*.csv\" | match: [a]             | OPS-002 mappings/erp/acme.yaml:9 \"match\": wants one value",
                "windows-1252           | windows-1253x          | OPS-002 mappings/erp/acme.yaml:10, charset \"windows-1253x\": is no charset",
                "grouping: \" \"        | grouping: \"  \"       | OPS-002 mappings/erp/acme.yaml:10, grouping \"  \": must be one character",
                "dd.MM.yyyy             | dd.MM                  | OPS-002 mappings/erp/acme.yaml:10, date \"dd.MM\": must be a pattern",
                "dueDate: Fällig        | dueDat: Fällig         | OPS-002 mappings/erp/acme.yaml:14, dueDat \"Fällig\": is no field of invoices",
                "{constant: EUR}        | {constant: EUR, column: W} | OPS-003 mappings/erp/acme.yaml:15: currency needs either column or constant",
                "round: HALF_UP         | round: MAYBE           | OPS-002 mappings/erp/acme.yaml:17, round \"MAYBE\": must be one of",
                "round: HALF_UP         | rnd: HALF_UP           | OPS-001 mappings/erp/acme.yaml:17 \"rnd\": is not known here",
                "buyerId: Kunde         | buyerName: Kunde       | OPS-002 mappings/erp/acme.yaml:19 \"buyerName\": the key stands twice",
                "buyerId: Kunde         | buyerId: *kunde        | OPS-002 mappings/erp/acme.yaml:18: anchors, aliases and tags are not allowed",
                "buyerId: Kunde         | buyerId: {a            | is not YAML"
            })
    void every_fault_is_told_with_its_file_and_line(String sound, String wrong, String message) {
        // Given
        String text = SOUND.replace(sound, wrong);

        // When
        ErpMappings read = ErpMappings.read(Map.of(PATH, text));

        // Then
        assertThat(text).isNotEqualTo(SOUND);
        assertThat(read.all()).isEmpty();
        assertThat(read.problems())
                .extracting(Problem::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains(message));
    }

    @ParameterizedTest
    @CsvSource({
        "'', is not a mapping",
        "'- a', is not a mapping",
        "'source: acme\n---\nsource: acme', a second document"
    })
    void what_is_not_one_mapping_is_no_source(String text, String message) {
        // When
        List<Problem> problems = ErpMappings.read(Map.of(PATH, text)).problems();

        // Then
        assertThat(problems)
                .extracting(Problem::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains(message));
    }
}
