package io.claimgate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.accounting.Booking;
import io.claimgate.accounting.PostingFormat;
import io.claimgate.problem.Problem;
import io.claimgate.support.Bookings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What --check says of mappings/accounting. */
class AccountingFilesTest {

    private static List<String> faults(String path, String text) {
        Map<String, String> texts = new TreeMap<>(Bookings.shipped());
        texts.put(path, text);
        return AccountingFiles.read(texts).problems().stream()
                .map(Problem::sentence)
                .toList();
    }

    @Test
    void the_shipped_files_are_sound() {
        // When
        AccountingFiles files = Bookings.mappings();

        // Then
        assertThat(files.problems()).isEmpty();
        assertThat(files.of("acme").format()).isEqualTo(PostingFormat.CSV);
        assertThat(files.of("acme").accounts().name()).isEqualTo("fr");
        assertThat(files.of("acme-fec").format()).isEqualTo(PostingFormat.FEC);
        assertThat(files.of("highradius").source()).isEqualTo("default");
        assertThat(files.of("acme").rules()).containsOnlyKeys(Booking.Event.values());
    }

    @Test
    void every_shipped_account_map_serves_the_shipped_rules() {
        // When
        List<String> faults = List.of("fr", "be", "neutral").stream()
                .flatMap(map ->
                        faults("mappings/accounting/one.yaml", "source: one\nformat: csv\naccounts: " + map + "\n")
                                .stream())
                .toList();

        // Then
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            source: two                                  | one.yaml:1 "two": source: the file has to be called two.yaml
            format: datev                                | one.yaml:2 "datev": format: this gateway cannot write it yet; csv and fec can be written, or let an import translate the csv
            format: xls                                  | one.yaml:2 "xls": format: not one of csv, fec
            accounts: mars                               | one.yaml:3 "mars": accounts: no mappings/accounting/accounts-mars.yaml; there are be, fr, neutral
            colour: red                                  | one.yaml:4 "colour": is not known here
            journal: {code: A, label: B, currency: ECU}  | one.yaml:4 "ECU": currency: not a currency of ISO 4217
            texts: {CLAWBAK: x}                          | one.yaml:4 "CLAWBAK": no such event; known are INDEMNITY_ACKNOWLEDGED,
            """)
    void a_fault_names_line_value_and_mend(String line, String expected) {
        // Given
        String key = line.substring(0, line.indexOf(':'));
        String text = "source: one\nformat: csv\naccounts: fr\n";
        String given = text.contains(key + ": ") ? text.replaceAll("(?m)^" + key + ": .*$", line) : text + line + "\n";

        // When
        List<String> faults = faults("mappings/accounting/one.yaml", given);

        // Then
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0)).contains("mappings/accounting/" + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - {debit: insurance-indemnities, amount: GROSS}        | - {debit: insurance-indemnities, amount: NET}         | amount: CLAWBACK has GROSS only
            - {debit: insurance-indemnities, amount: GROSS}        | - {credit: insurance-indemnities, amount: GROSS}      | the entry does not balance: COSTS, INSURER_SHARE, INSURED_SHARE stands more often on one side
            - {debit: insurance-indemnities, amount: GROSS}        | - {debit: petty-cash, amount: GROSS}                  | account map neutral has no such role; it has bank,
            - {debit: insurance-indemnities, amount: GROSS}        | - {debit: bank, credit: bank, amount: GROSS}          | a line needs a role after debit or after credit, one of both
            - {debit: insurance-indemnities, amount: GROSS}        | - {debit: bank, amount: GROSSE}                       | amount: not one of gross, costs, net, insurer-share, insured-share
            """)
    void a_rule_that_cannot_stand_is_refused_at_its_line(String sound, String broken, String expected) {
        // Given
        String text = Bookings.shipped().get("mappings/accounting/default.yaml");
        int at = text.indexOf("  CLAWBACK:");
        String changed = text.substring(0, at) + text.substring(at).replace(sound, broken);

        // When
        List<String> faults = faults("mappings/accounting/default.yaml", changed);

        // Then
        assertThat(changed).isNotEqualTo(text);
        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault)
                        .containsPattern("mappings/accounting/default.yaml:\\d+")
                        .contains(expected));
    }

    @Test
    void costs_alone_out_of_balance_are_seen_whatever_the_sample_figures() {
        // Given
        String text = Bookings.shipped()
                .get("mappings/accounting/default.yaml")
                .replaceFirst("    - \\{debit: collection-costs, amount: COSTS}\n", "");

        // When
        List<String> faults = faults("mappings/accounting/default.yaml", text);

        // Then
        assertThat(faults)
                .singleElement()
                .asString()
                .contains("\"RECOVERY_BY_INSURER\": the entry does not balance: COSTS stands");
    }

    @Test
    void an_event_without_a_rule_is_named() {
        // Given
        String text = Bookings.shipped().get("mappings/accounting/default.yaml");
        String without = text.substring(0, text.indexOf("  # Some of the indemnity goes back"))
                + text.substring(text.indexOf("texts:"));

        // When
        List<String> faults = faults("mappings/accounting/default.yaml", without);

        // Then
        assertThat(faults)
                .singleElement()
                .asString()
                .contains("\"CLAWBACK, CLAWBACK_REVERSED\": has no rule; add it for each of them");
    }

    @Test
    void a_role_without_an_account_on_early_days_is_refused() {
        // Given
        String map = Bookings.shipped()
                .get("mappings/accounting/accounts-fr.yaml")
                .replace("from: always", "from: 2020-01-01");

        // When
        List<String> faults = faults("mappings/accounting/accounts-fr.yaml", map);

        // Then
        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault)
                        .contains("mappings/accounting/acme.yaml:4 \"bank\"", "no account for it on early days"));
    }

    @Test
    void a_mapping_may_write_its_own_accounts() {
        // Given
        String periods = Bookings.shipped()
                .get("mappings/accounting/accounts-be.yaml")
                .replaceFirst("(?s)^.*periods:", "accounts:");

        // When
        List<String> faults = faults("mappings/accounting/one.yaml", "source: one\nformat: csv\n" + periods);

        // Then
        assertThat(faults).isEmpty();
    }

    @Test
    void a_faulty_default_hides_no_fault_of_the_others() {
        // Given
        Map<String, String> texts = new TreeMap<>(Bookings.shipped());
        texts.computeIfPresent(
                "mappings/accounting/default.yaml", (path, text) -> text.replace("amount: COSTS}", "amount: NET}"));
        texts.put("mappings/accounting/one.yaml", "source: one\nformat: idoc\naccounts: fr\n");

        // When
        List<Problem> faults = AccountingFiles.read(texts).problems();

        // Then
        assertThat(faults)
                .extracting(Problem::value)
                .containsExactly("RECOVERY_BY_INSURER", "RECOVERY_BY_INSURER_REVERSED", "idoc");
    }
}
