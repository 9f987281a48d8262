package io.claimgate.store.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.watch.RateSettings;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.PaymentsMode;
import io.claimgate.receivable.ReceivableFacts;
import io.claimgate.receivable.ReceivablePicture;
import io.claimgate.receivable.ReceivableState;
import io.claimgate.support.Databases;
import io.claimgate.support.WatchedFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is usual is not sent by the database, and is read all the same; so is everything that is not usual. What changed is written. */
class ReceivableRowsTest {

    private static final String MAPPING = """
            source: acme
            creditor: ACME-FR
            feeds:
              - {name: invoices, kind: invoices, match: "invoices*.csv"}
            """;

    private static final String POLICY = """
            policy: ACME-2026
            insurer: sandbox
            creditors: [ACME-FR]
            countries: all
            currency: EUR
            zone: Europe/Paris
            calendar: FR
            valid: {from: 2026-01-01}
            cover: {insuredPercentage: 90, basis: gross}
            deadlines:
              declaration: {closes: ORIGINAL_DUE_DATE + P4M}
            declare: approval
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_usual_and_the_unusual_are_read(Databases database) {
        // Given
        WatchedFiles files = twoInvoices(database);
        change(files, "update receivable set insurer_open = null where invoice_number = 'USUAL'");
        ReceivableFacts never = receivable(files, "USUAL");
        change(files, "update receivable set insurer_open = gross_amount where invoice_number = 'USUAL'");
        change(files, """
                update receivable set instalment = 3, type = '386', currency = 'JPY', gross_amount = 200, net_amount = 150,
                  disputed_amount = 20, insurer_open = 0, preceding_invoice = 'BEFORE', absent = true, state = 'CLOSING', claim_key = 'K1',
                  extended_due_date = date '2026-03-06', delivery_date = date '2026-01-07' where invoice_number = 'OTHER'""");
        // When
        ReceivableFacts usual = receivable(files, "USUAL");
        ReceivableFacts other = receivable(files, "OTHER");
        // Then
        assertThat(usual)
                .isEqualTo(new ReceivableFacts(
                        usual.id(),
                        "USUAL",
                        1,
                        "380",
                        LocalDate.parse("2026-01-05"),
                        LocalDate.parse("2026-02-05"),
                        null,
                        null,
                        "EUR",
                        new BigDecimal("100.10"),
                        null,
                        new BigDecimal("0.00"),
                        null,
                        false,
                        new ReceivableFacts.Stored(ReceivableState.WINDOW_OPEN, new BigDecimal("100.10"), false)));
        assertThat(other)
                .isEqualTo(new ReceivableFacts(
                        other.id(),
                        "OTHER",
                        3,
                        "386",
                        LocalDate.parse("2026-01-06"),
                        LocalDate.parse("2026-02-06"),
                        LocalDate.parse("2026-03-06"),
                        LocalDate.parse("2026-01-07"),
                        "JPY",
                        new BigDecimal("200"),
                        new BigDecimal("150"),
                        new BigDecimal("20"),
                        "BEFORE",
                        true,
                        new ReceivableFacts.Stored(ReceivableState.CLOSING, new BigDecimal("0.0000"), true)));
        assertThat(never.stored()).isEqualTo(new ReceivableFacts.Stored(ReceivableState.WINDOW_OPEN, null, false));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void one_source_that_tells_of_money_by_open_amounts_is_enough(Databases database) {
        // Given
        WatchedFiles files = twoInvoices(database);
        change(files, "update receivable set source = 'legacy' where invoice_number = 'OTHER'");
        // Then
        assertThat(facts(files).mode()).isEqualTo(PaymentsMode.EXPLICIT);
        assertThat(facts(files, "other").mode()).isEqualTo(PaymentsMode.EXPLICIT);
        assertThat(facts(files, "other", "legacy").mode()).isEqualTo(PaymentsMode.IMPLIED);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_changed_is_written_and_a_claim_is_kept(Databases database) {
        // Given
        WatchedFiles files = twoInvoices(database);
        ReceivableFacts usual = receivable(files, "USUAL");
        ReceivableFacts other = receivable(files, "OTHER");
        // When
        write(
                files,
                Map.of(usual.id(), "K1"),
                changed(usual, ReceivableState.DECLARED, "60.00"),
                changed(other, ReceivableState.CLOSING, "200.20"));
        write(files, Map.of(), changed(usual, ReceivableState.SETTLED, "0.00"));
        // Then
        assertThat(files.texts("select claim_key from receivable where claim_key is not null"))
                .containsExactly("K1");
        assertThat(receivable(files, "USUAL").stored())
                .isEqualTo(new ReceivableFacts.Stored(ReceivableState.SETTLED, new BigDecimal("0.0000"), true));
        assertThat(receivable(files, "OTHER").stored())
                .isEqualTo(new ReceivableFacts.Stored(ReceivableState.CLOSING, new BigDecimal("200.20"), false));
    }

    private static void write(WatchedFiles files, Map<Long, String> claimed, ReceivablePicture... changed) {
        JdbcExposures exposures = new JdbcExposures(files.stores.named, new FactsReader(files.stores.named));
        files.stores.transactions.executeWithoutResult(
                status -> exposures.saveReceivables(List.of(changed), claimed, files.stores.clock.now()));
    }

    private static ReceivablePicture changed(ReceivableFacts of, ReceivableState state, String outstanding) {
        BigDecimal open = new BigDecimal(outstanding);
        return new ReceivablePicture(of.id(), state, open, open, "ACME-2026", null, null, null, null, null, null);
    }

    private WatchedFiles twoInvoices(Databases database) {
        WatchedFiles files = new WatchedFiles(database, folder, MAPPING, POLICY);
        files.on("2026-03-20");
        files.bring("invoices.csv", """
                invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry
                USUAL,2026-01-05,2026-02-05,EUR,100.10,C1,Alpha,FR
                OTHER,2026-01-06,2026-02-06,EUR,200.20,C1,Alpha,FR
                """);
        return files;
    }

    private static void change(WatchedFiles files, String statement) {
        assertThat(files.stores.sql.sql(statement).update()).isEqualTo(1);
    }

    private static ReceivableFacts receivable(WatchedFiles files, String number) {
        return facts(files).receivables().stream()
                .filter(facts -> facts.invoiceNumber().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static ExposureFacts facts(WatchedFiles files, String... implied) {
        JdbcExposures exposures = new JdbcExposures(
                files.stores.named, new FactsReader(files.stores.named, () -> Set.of(implied), new RateSettings(7)));
        return Objects.requireNonNull(files.stores.transactions.execute(status -> {
            long id = files.kit.value("select id from exposure", Long.class);
            return exposures
                    .load(exposures.lock(id).orElseThrow(), ZoneId.of("Europe/Paris"))
                    .facts();
        }));
    }
}
