package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.Databases;
import io.claimgate.support.WatchedFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rates are data that files bring; what waited for one is computed when it comes. */
class RateFilesTest {

    private static final String POLICY = """
            policy: P
            insurer: sandbox
            creditors: [ACME-FR]
            currency: EUR
            zone: Europe/Paris
            calendar: FR
            valid: {from: 2020-01-01}
            cover: {insuredPercentage: 90, basis: gross}
            deadlines:
              cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P60D}}
              declaration: {closes: {anchor: END_OF_COVER_STOP, period: P30D}}
            declare: approval
            """;

    private static final String MAPPING = """
            source: acme
            creditor: ACME-FR
            payments: explicit
            feeds:
              - {name: buyers, kind: buyers, match: "buyers*.csv"}
              - {name: invoices, kind: invoices, match: "invoices*.csv"}
              - {name: rates, kind: rates, match: "rates*.csv"}
              - name: ecb
                kind: rates
                match: "ecb*.csv"
                fields: {date: TIME_PERIOD, from: CURRENCY_DENOM, to: CURRENCY, rate: OBS_VALUE}
            """;

    private static final String INVOICES =
            "invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry\n"
                    + "A,2026-02-02,2026-03-01,USD,1000.00,C1,Alpha,FR\nB,2026-02-02,2026-03-15,EUR,50.00,C1,Alpha,FR\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_missing_rate_is_told_at_once_and_its_file_mends_it(Databases database) {
        // Given
        WatchedFiles files = new WatchedFiles(database, folder, MAPPING, POLICY);
        files.on("2026-04-20");
        files.bring("invoices.csv", INVOICES);
        List<String> asked = files.alerts("CLM-022");
        BigDecimal without = outstanding(files);

        // When
        files.bring("rates.csv", "date,from,to,rate\n2026-01-30,EUR,USD,1.0850\n2026-02-03,EUR,USD,9.9\n");

        // Then: 1,000.00 / 1.0850 + 50.00 = 971.66, at the last rate before the invoice
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).contains("USD/EUR of 2026-02-02", "Drop a file of a rates feed");
        assertThat(without).isEqualByComparingTo("50.00");
        assertThat(outstanding(files)).isEqualByComparingTo("971.66");
        assertThat(files.alerts("CLM-022")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_the_european_central_bank_exports_is_read_by_a_mapping(Databases database) {
        // Given
        WatchedFiles files = new WatchedFiles(database, folder, MAPPING, POLICY);
        files.on("2026-04-20");
        files.bring("invoices.csv", INVOICES);

        // When
        JsonNode ack = files.kit.bring("acme", "ecb.csv", """
                KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,TITLE
                EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2026-02-02,1.0850,A,"US dollar/Euro"
                EXR.D.JPY.EUR.SP00.A,D,JPY,EUR,SP00,A,2026-02-02,162.35,A,"Japanese yen/Euro"
                EXR.D.HRK.EUR.SP00.A,D,USD,EUR,SP00,A,2026-02-03,,H,"US dollar/Euro, a holiday"
                """);
        files.on("2026-04-20");

        // Then
        assertThat(ack.path("counts").path("created").asLong())
                .as(ack.toString())
                .isEqualTo(2);
        assertThat(ack.path("counts").path("rejected").asLong()).isOne();
        assertThat(outstanding(files)).isEqualByComparingTo("971.66");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_corrected_rate_is_a_new_version_and_moves_what_it_made(Databases database) {
        // Given
        WatchedFiles files = new WatchedFiles(database, folder, MAPPING, POLICY);
        files.on("2026-04-20");
        files.bring("invoices.csv", INVOICES);
        files.bring("rates.csv", "date,from,to,rate\n2026-02-02,EUR,USD,1.0850\n2026-02-02,EUR,GBP,0.85\n");

        // When
        JsonNode ack = files.kit.bring(
                "acme", "rates-2.csv", "date,from,to,rate\n2026-02-02,EUR,USD,1.25\n2026-02-02,EUR,GBP,0.850\n");
        files.on("2026-04-20");

        // Then: 1,000.00 / 1.25 + 50.00
        assertThat(ack.path("counts").path("updated").asLong())
                .as(ack.toString())
                .isOne();
        assertThat(ack.path("counts").path("unchanged").asLong()).isOne();
        assertThat(outstanding(files)).isEqualByComparingTo("850.00");
        assertThat(
                        files.texts(
                                "select concat(to_currency, ' ', version, ' ', case when current then 'holds' else 'held' end) from fx_rate order by id"))
                .containsExactly("USD 1 held", "GBP 1 holds", "USD 2 holds");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_no_rate_is_refused_with_its_line(Databases database) {
        // Given
        WatchedFiles files = new WatchedFiles(database, folder, MAPPING, POLICY);
        files.on("2026-04-20");

        // When
        files.bring(
                "rates.csv",
                "date,from,to,rate\n2026-02-02,EUR,EUR,1\n2026-02-02,EUR,USD,0\n2026-02-02,EUR,XAU,5\n,EUR,USD,1.1\n"
                        + "2026-02-02,EUR,GBP,0.85\n2026-02-02,EUR,GBP,0.86\n");

        // Then
        assertThat(files.kit.text("acme", "rates.csv.rejects.csv"))
                .contains("2,to,ERP-106,", "3,rate,ERP-110,", "4,to,ERP-106,", "5,date,ERP-101,", "7,date,ERP-107,");
        assertThat(files.kit.count("select count(*) from fx_rate")).isOne();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_holds_every_receivable_in_its_own_currency_and_what_it_is_worth(Databases database) {
        // Given
        WatchedFiles files = new WatchedFiles(database, folder, MAPPING, POLICY);
        files.on("2026-04-20");
        files.bring("invoices.csv", INVOICES + "C,2026-02-02,2026-03-20,JPY,5000,C1,Alpha,FR\n");
        files.bring("rates.csv", "date,from,to,rate\n2026-02-02,EUR,USD,1.0850\n");

        // When
        files.on("2026-05-29");

        // Then: the yen have no rate, and are declared
        assertThat(files.kit.value("select amount from claim", BigDecimal.class))
                .isEqualByComparingTo("971.66");
        assertThat(files.stores
                        .sql
                        .sql("select currency, amount, worth from claim_line order by invoice_number")
                        .query((row, number) -> row.getString(1) + " "
                                + row.getBigDecimal(2).stripTrailingZeros().toPlainString() + " = "
                                + (row.getBigDecimal(3) == null
                                        ? "?"
                                        : row.getBigDecimal(3)
                                                .stripTrailingZeros()
                                                .toPlainString()))
                        .list())
                .containsExactly("USD 1000 = 921.66", "EUR 50 = 50", "JPY 5000 = ?");
        assertThat(files.alerts("CLM-022")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_rate_that_comes_after_the_draft_changes_the_claim_that_is_not_sent(Databases database) {
        // Given
        WatchedFiles files = new WatchedFiles(database, folder, MAPPING, POLICY);
        files.on("2026-04-20");
        files.bring("invoices.csv", INVOICES);
        files.on("2026-05-29");

        // When
        files.bring("rates.csv", "date,from,to,rate\n2026-02-02,EUR,USD,1.25\n");

        // Then
        assertThat(files.kit.value("select amount from claim", BigDecimal.class))
                .isEqualByComparingTo("850.00");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_limit_without_a_currency_is_meant_in_the_currency_of_the_policy(Databases database) {
        // Given
        WatchedFiles files = new WatchedFiles(database, folder, MAPPING, POLICY);
        files.on("2026-04-20");
        files.bring(
                "invoices.csv",
                "invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry\n"
                        + "B,2026-02-02,2026-03-15,EUR,50.00,C1,Alpha,FR\n");
        files.bring("buyers.csv", "buyerId,buyerName,buyerCountry,limitType,limitFrom\nC1,Alpha,FR,NONE,2026-01-01\n");

        // When
        var picture = files.picture(files.kit.value("select id from exposure", Long.class));

        // Then
        assertThat(picture.missingRates()).isEmpty();
        assertThat(files.facts().limits())
                .singleElement()
                .satisfies(limit -> assertThat(limit.currency()).isEqualTo("EUR"));
    }

    private static BigDecimal outstanding(WatchedFiles files) {
        return files.kit.value("select outstanding from exposure", BigDecimal.class);
    }
}
