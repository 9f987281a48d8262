package io.claimgate.store.intake;

import static io.claimgate.store.Times.utc;

import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.intake.Books;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Snapshots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a snapshot no longer lists is cleared by absence: open receivables that a file of this feed has told of last, except those that stand
 * in a reject or in a claim.
 */
public final class JdbcSnapshots implements Snapshots {

    private static final int SHARE_DECIMALS = 1;
    private static final String OPEN_IN_FEED =
            " from receivable r join erp_file f on f.id = r.last_file where f.source = :source and f.feed = :feed"
                    + " and r.source = :source and r.open_amount > 0 and not r.absent and r.claim_key is null and r.type <> '381' and r.last_file < :file";
    private static final String GONE = OPEN_IN_FEED
            + " and not exists (select 1 from staging_invoice s where s.file_id = :file and " + InvoiceSql.SAME_KEY
            + ")"
            + " and r.invoice_number not in (select x.invoice_number from staging_reject x where x.file_id = :file)";

    private final NamedParameterJdbcTemplate sql;
    private final JdbcClient client;
    private final DerivedPayments payments;
    private final BusinessClock clock;

    public JdbcSnapshots(NamedParameterJdbcTemplate sql, BusinessClock clock) {
        this.sql = sql;
        this.client = JdbcClient.create(sql);
        this.payments = new DerivedPayments(sql);
        this.clock = clock;
    }

    private record Sum(long rows, BigDecimal amount, long warned) {}

    private record Gone(long id, DerivedPayments.Receivable receivable, BigDecimal gross) {}

    @Override
    public Clearing measure(ErpFile file) {
        Map<String, Sum> open = sums(OPEN_IN_FEED, file);
        Map<String, Sum> gone = sums(GONE, file);
        BigDecimal share = BigDecimal.ZERO;
        for (Map.Entry<String, Sum> currency : gone.entrySet()) {
            BigDecimal all =
                    open.getOrDefault(currency.getKey(), currency.getValue()).amount();
            share = share.max(currency.getValue()
                    .amount()
                    .multiply(BigDecimal.valueOf(100))
                    .divide(all, SHARE_DECIMALS, RoundingMode.HALF_UP));
        }
        return new Clearing(
                open.values().stream().mapToLong(Sum::rows).sum(),
                gone.values().stream().mapToLong(Sum::rows).sum(),
                share,
                gone.values().stream().mapToLong(Sum::warned).sum());
    }

    @Override
    public Books.Applied clear(ErpFile file, ErpSource source) {
        List<Gone> gone = sql.query(
                "select r.id, r.creditor, r.invoice_number, r.instalment, r.currency, r.buyer_id, r.buyer_ref, r.gross_amount"
                        + GONE + " order by r.id",
                scope(file),
                (row, number) -> new Gone(
                        row.getLong("id"),
                        new DerivedPayments.Receivable(
                                "a" + row.getLong("id"),
                                row.getString("creditor"),
                                row.getString("invoice_number"),
                                row.getInt("instalment"),
                                row.getString("currency"),
                                row.getLong("buyer_id"),
                                row.getString("buyer_ref")),
                        row.getBigDecimal("gross_amount")));
        if (gone.isEmpty()) {
            return new Books.Applied(Counts.NONE, "");
        }
        JdbcDirtyExposures.mark(
                client,
                file.id(),
                "select distinct r.exposure_id as id, r.creditor" + GONE + " and r.exposure_id is not null",
                scope(file));
        if (source.payments() == ErpSource.Payments.IMPLIED) {
            payments.book(file, paid(gone, file));
        }
        List<Object[]> rows = new ArrayList<>();
        gone.forEach(one -> rows.add(new Object[] {file.id(), utc(clock.now()), one.id()}));
        sql.getJdbcOperations()
                .batchUpdate("update receivable set absent = true, last_file = ?, updated_at = ? where id = ?", rows);
        java.security.MessageDigest digest = Hashes.sha256();
        gone.forEach(
                one -> digest.update((one.id() + " absent\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        return new Books.Applied(
                Counts.ofApplied(0, 0, 0, gone.size()), HexFormat.of().formatHex(digest.digest()));
    }

    /** All that no tied credit note explains. */
    private List<DerivedPayments.Paid> paid(List<Gone> gone, ErpFile file) {
        Map<String, BigDecimal> credits = new HashMap<>();
        sql.query(
                "select c.creditor, c.preceding_invoice, sum(c.gross_amount) from receivable c where c.type = '381' and c.source = :source"
                        + " and c.preceding_invoice in (select r.invoice_number" + GONE
                        + ") group by c.creditor, c.preceding_invoice",
                scope(file),
                row -> {
                    credits.put(row.getString(1) + "\n" + row.getString(2), row.getBigDecimal(3));
                });
        return gone.stream()
                .map(one -> {
                    DerivedPayments.Receivable receivable = one.receivable();
                    BigDecimal credited = receivable.instalment() == 1
                            ? credits.getOrDefault(
                                    receivable.creditor() + "\n" + receivable.invoiceNumber(), BigDecimal.ZERO)
                            : BigDecimal.ZERO;
                    return new DerivedPayments.Paid(
                            receivable, one.gross().subtract(credited).max(BigDecimal.ZERO));
                })
                .toList();
    }

    private Map<String, Sum> sums(String what, ErpFile file) {
        Map<String, Sum> sums = new HashMap<>();
        sql.query(
                "select r.currency, count(*), sum(r.open_amount), sum(case when r.state = 'CLOSING' then 1 else 0 end)"
                        + what + " group by r.currency",
                scope(file),
                row -> {
                    sums.put(row.getString(1), new Sum(row.getLong(2), row.getBigDecimal(3), row.getLong(4)));
                });
        return sums;
    }

    private static Map<String, Object> scope(ErpFile file) {
        return Map.of(
                "source", file.source(), "feed", java.util.Objects.requireNonNull(file.feed()), "file", file.id());
    }
}
