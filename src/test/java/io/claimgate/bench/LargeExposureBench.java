package io.claimgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import io.claimgate.support.WatchedFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P17 of quality.md: a thousand payments arrive for one exposure of 100,000 receivables, and its task computes it anew: reads all of it,
 * keeps the insurer's ledger, states and clocks. Against one windowed SQL sum that only spreads the same payments over a copy of the
 * amounts, oldest first. {@code -Dbench.receivables=100000}.
 */
@Tag("bench")
class LargeExposureBench {

    private static final int SIZE = Integer.getInteger("bench.receivables", 100_000);
    private static final int BATCH = 1_000;
    private static final int ROUNDS = 11;

    private static final String MAPPING = """
            source: acme
            creditor: ACME-FR
            feeds:
              - {name: invoices, kind: invoices, match: "invoices*.csv"}
              - {name: payments, kind: payments, match: "payments*.csv"}
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
            warnings: [15, 7, 3, 1, 0]
            deadlines:
              declaration: {opens: {anchor: ORIGINAL_DUE_DATE, period: P2M}, closes: {anchor: ORIGINAL_DUE_DATE, period: P4M}}
            declare: approval
            """;

    private static final String SPREAD = """
            with paid as (select coalesce(sum(amount), 0) as total from peer_payment),
              owed as (select id, gross, sum(gross) over (order by due_date, id) - gross as before from peer_receivable),
              now_open as (select id, greatest(0, gross - greatest(0, least(gross, total - before))) as open from owed, paid)
            update peer_receivable r set open = n.open from now_open n where r.id = n.id and r.open <> n.open""";

    @TempDir
    Path folder;

    @Test
    void payments_of_a_large_exposure_against_a_windowed_sum() {
        // When
        double small = measured(SIZE / 10, "tenth");
        double large = measured(SIZE, "whole");

        // Then
        System.out.printf(Locale.ROOT, "P17 ten times the receivables take %.1f times the time%n", large / small);
    }

    /** Median of ours in milliseconds. */
    private double measured(int size, String name) {
        WatchedFiles files = new WatchedFiles(Databases.POSTGRESQL, folder.resolve(name), MAPPING, POLICY);
        Stores stores = files.stores;
        files.on("2026-03-20");
        files.bring("invoices.csv", invoices(size));
        stores.sql
                .sql("create table peer_receivable as select id, original_due_date as due_date, gross_amount as gross,"
                        + " gross_amount as open from receivable")
                .update();
        stores.sql.sql("alter table peer_receivable add primary key (id)").update();
        stores.sql.sql("create table peer_payment (amount numeric(19,4))").update();
        stores.sql.sql("analyze").update();
        List<Double> ours = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            files.kit.bring("acme", "payments-" + round + ".csv", payments(size, round));
            stores.sql
                    .sql("insert into peer_payment select ? from generate_series(1, ?)")
                    .params(paid(size), BATCH)
                    .update();
            ours.add(millis(files::watchAll));
            peer.add(millis(() -> stores.sql.sql(SPREAD).update()));
        }
        assertThat(files.kit.value("select sum(insurer_open) from receivable", BigDecimal.class))
                .isEqualByComparingTo(files.kit.value("select sum(open) from peer_receivable", BigDecimal.class));
        System.out.printf(
                Locale.ROOT,
                "P17 %,d receivables, %,d payments: ours %.0f ms, windowed SQL %.0f ms (medians of %d): %.2f%n",
                size,
                BATCH,
                median(ours),
                median(peer),
                ROUNDS,
                median(ours) / median(peer));
        return median(ours);
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static String invoices(int size) {
        StringBuilder rows = new StringBuilder(
                "invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry\n");
        for (int i = 0; i < size; i++) {
            int day = 1 + i % 28;
            rows.append("R%06d,2026-01-%02d,2026-02-%02d,EUR,%d.%02d,C1,Alpha,FR%n"
                    .formatted(i, day, day, 10 + i % 977, i % 100));
        }
        return rows.toString();
    }

    private static String payments(int size, int round) {
        StringBuilder rows = new StringBuilder("paymentId,date,amount,currency,buyerId\n");
        for (int i = 0; i < BATCH; i++) {
            rows.append("p%d-%d,2026-03-10,%s,EUR,C1%n".formatted(round, i, paid(size)));
        }
        return rows.toString();
    }

    /** What an invoice costs on average: each file of payments settles about a thousand of them. */
    private static BigDecimal paid(int size) {
        return new BigDecimal("500.00")
                .multiply(BigDecimal.valueOf(size))
                .divide(BigDecimal.valueOf(100_000))
                .setScale(2);
    }
}
