package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Databases;
import io.claimgate.support.WatchedFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Worked examples that need parties, policies or files: through the real intake and watch. The numbers are the handbooks'. */
class ExamplesThroughFilesTest {

    private static final String POLICY = """
            policy: P-ONE
            insurer: one
            creditors: [ACME-FR]
            currency: EUR
            zone: Europe/Paris
            calendar: FR
            valid: {from: 2020-01-01}
            cover: {insuredPercentage: 90, basis: gross}
            maxCreditTerm: {anchor: INVOICE_DATE, period: P120D}
            deadlines:
              cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P60D}}
              declaration: {closes: {anchor: END_OF_COVER_STOP, period: P30D}}
            declare: approval
            """;

    private static final String HEADER =
            "invoiceNumber,issueDate,dueDate,deliveryDate,currency,grossAmount,buyerId,buyerName,buyerCountry,"
                    + "buyerRegistration,buyerRegistrationScheme,policy,type\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void deadlines_example_29_two_customer_numbers_of_one_registration_are_one_exposure(Databases database) {
        // Given
        WatchedFiles files = new WatchedFiles(database, folder, Acme.MAPPING, POLICY);
        files.on("2026-05-12");
        files.bring(
                "invoices.csv",
                HEADER
                        + "A,2026-02-01,2026-03-01,2026-02-01,EUR,5000.00,C1,Alpha,FR,552100554,0002,,\n"
                        + "B,2026-05-11,2026-06-10,2026-05-11,EUR,40000.00,C2,Alpha Sud,FR,552100554,0002,,\n");

        // When
        files.on("2026-05-29");

        // Then
        assertThat(files.texts("select cast(count(*) as varchar(9)) from exposure"))
                .containsExactly("1");
        long exposure = files.kit.value("select id from exposure", Long.class);
        assertThat(files.kit.value("select cover_stopped_on from exposure", LocalDate.class))
                .isEqualTo("2026-05-01");
        assertThat(files.picture(exposure).cover().covered(LocalDate.of(2026, 5, 11)))
                .isFalse();
        assertThat(files.kit.value("select closes_on from claim", LocalDate.class))
                .isEqualTo("2026-05-30");
        assertThat(files.kit.value("select amount from claim", java.math.BigDecimal.class))
                .isEqualByComparingTo("45000.00");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void money_example_11_one_buyer_under_two_insurers_is_declared_twice_and_no_receivable_in_both(Databases database) {
        // Given
        String two = POLICY.replace("P-ONE", "P-TWO").replace("insurer: one", "insurer: two");
        WatchedFiles files = new WatchedFiles(database, folder, Acme.MAPPING, POLICY, two);
        files.on("2026-03-20");
        files.bring(
                "invoices.csv",
                HEADER
                        + "A,2026-02-01,2026-03-01,,EUR,5000.00,C1,Alpha,FR,552100554,0002,P-ONE,\n"
                        + "B,2026-02-01,2026-03-01,,EUR,700.00,C1,Alpha,FR,552100554,0002,P-TWO,\n"
                        + "C,2026-02-01,2026-03-02,,EUR,70.00,C1,Alpha,FR,552100554,0002,P-TWO,\n");

        // When
        files.on("2026-05-29");

        // Then
        assertThat(files.texts("select contract from exposure order by contract"))
                .containsExactly("P-ONE", "P-TWO");
        assertThat(
                        files.texts(
                                "select concat(c.insurer, ' ', l.invoice_number) from claim c join claim_line l on l.claim_key = c.claim_key order by 1"))
                .containsExactly("one A", "two B", "two C");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_due_date_beyond_the_maximum_credit_term_is_taken_with_a_warning_and_an_alert(Databases database) {
        // Given
        WatchedFiles files = new WatchedFiles(database, folder, Acme.MAPPING, POLICY);
        files.on("2026-02-02");

        // When
        files.bring(
                "invoices.csv",
                HEADER
                        + "A,2026-02-01,2026-06-01,,EUR,5000.00,C1,Alpha,FR,,,,\n"
                        + "B,2026-02-01,2026-06-02,,EUR,700.00,C1,Alpha,FR,,,,\n");

        // Then: 1 February + 120 days is 1 June
        assertThat(files.kit
                        .ack("acme", "invoices.csv.ack.json")
                        .path("counts")
                        .path("warned")
                        .asLong())
                .isOne();
        assertThat(files.texts("select concat(line, ' ', field, ' ', code, ' ', message) from file_fault"))
                .singleElement()
                .asString()
                .startsWith("3 dueDate ERP-204")
                .contains("policy P-ONE allows none after 2026-06-01");
        assertThat(files.alerts("ERP-204")).hasSize(1);
        assertThat(files.alerts("ERP-204").get(0)).contains("invoice B/1", "2026-06-01", "not insured");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void notes_of_interest_are_kept_and_are_no_receivables_of_the_exposure(Databases database) {
        // Given
        WatchedFiles files = new WatchedFiles(database, folder, Acme.MAPPING, POLICY);
        files.on("2026-03-20");

        // When
        files.bring(
                "invoices.csv",
                HEADER
                        + "A,2026-02-01,2026-03-01,,EUR,5000.00,C1,Alpha,FR,,,,380\n"
                        + "I,2026-03-10,2026-03-10,,EUR,40.00,C1,Alpha,FR,,,,84\n");

        // Then
        assertThat(files.kit.count("select count(*) from receivable")).isEqualTo(2);
        assertThat(files.kit.value("select outstanding from exposure", java.math.BigDecimal.class))
                .isEqualByComparingTo("5000.00");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void deadlines_example_27_the_plan_of_an_events_file_asks_for_consent_and_is_void_when_unpaid(Databases database) {
        // Given
        WatchedFiles files = new WatchedFiles(database, folder, Acme.MAPPING, POLICY);
        files.on("2026-04-10");
        files.bring("invoices.csv", HEADER + "A,2026-03-01,2026-03-31,,EUR,400.00,C1,Alpha,FR,,,,\n");

        // When
        files.bring(
                "events.csv",
                "kind,date,invoiceNumber,amount,newDueDate\n"
                        + "PAYMENT_PLAN,2026-04-10,A,100.00,2026-04-30\nPAYMENT_PLAN,2026-04-10,A,100.00,2026-05-15\n"
                        + "PAYMENT_PLAN,2026-04-10,A,100.00,2026-05-30\nPAYMENT_PLAN,2026-04-10,A,100.00,2026-06-15\n");
        var asked = files.alerts("CLM-020");
        files.on("2026-05-01");

        // Then
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).contains("invoice A/1", "2026-06-15", "CONSENT");
        assertThat(files.alerts("CLM-020")).isEmpty();
        assertThat(files.alerts("CLM-021")).hasSize(1);
        assertThat(files.kit.value(
                        "select closes_on from deadline where kind = 'cover-stop' and current", LocalDate.class))
                .isEqualTo("2026-05-30");
    }
}
