package io.claimgate.store.settlement;

import static io.claimgate.store.Times.utc;

import io.claimgate.accounting.Booking;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.settlement.ClaimMoney;
import io.claimgate.money.Currencies;
import io.claimgate.recovery.LossFigures;
import io.claimgate.recovery.Movement;
import io.claimgate.recovery.MovementChanges.Entry;
import io.claimgate.recovery.MovementKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables claim_money and claim_loss. */
public final class JdbcClaimMoney implements ClaimMoney {

    private static final String INSERT = """
            insert into claim_money (claim_key, creditor, cause, root, version, reversal, kind, value_date, booked_on, currency, amount, costs,
              insurer_share, insured_share, result_id, payment_id, recorded_at)
            values (:claim, :creditor, :cause, :root, :version, :reversal, :kind, :valueDate, :bookedOn, :currency, :amount, :costs, :insurer, :insured,
              :result, :payment, :now)""";

    private final JdbcClient sql;

    public JdbcClaimMoney(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Books of(ClaimKey claim) {
        Map<String, Entry> standing = new HashMap<>();
        Map<String, Integer> versions = new HashMap<>();
        sql.sql("select * from claim_money where claim_key = ? and kind <> 'REMITTED' order by version, reversal")
                .param(claim.value())
                .query((row, number) -> {
                    String root = row.getString("root");
                    versions.put(root, row.getInt("version"));
                    // A version comes before its reversal.
                    return row.getBoolean("reversal")
                            ? standing.remove(root)
                            : standing.put(root, new Entry(movement(row), row.getInt("version")));
                })
                .list();
        return new Books(standing, versions);
    }

    @Override
    public void book(Claim claim, Entry entry, LocalDate bookedOn, Instant now) {
        insert(claim, entry, entry.cause(), false, bookedOn, now);
    }

    @Override
    public void reverse(Claim claim, Entry entry, LocalDate bookedOn, Instant now) {
        insert(claim, entry, entry.reversalCause(), true, bookedOn, now);
    }

    private void insert(Claim claim, Entry entry, String cause, boolean reversal, LocalDate bookedOn, Instant now) {
        Movement movement = entry.movement();
        Map<String, Object> values = new HashMap<>();
        values.put("claim", claim.key().value());
        values.put("creditor", claim.subject().creditor());
        values.put("cause", cause);
        values.put("root", movement.root());
        values.put("version", entry.version());
        values.put("reversal", reversal);
        values.put("kind", movement.kind().name());
        values.put("valueDate", movement.on());
        values.put("bookedOn", bookedOn);
        values.put("currency", claim.currency());
        values.put("amount", movement.amount());
        values.put("costs", movement.costs());
        values.put("insurer", movement.insurerShare());
        values.put("insured", movement.insuredShare());
        values.put("result", movement.result());
        values.put("payment", movement.payment());
        values.put("now", utc(now));
        sql.sql(INSERT).params(values).update();
    }

    @Override
    public List<Booking.Receivable> receivables(ClaimKey claim) {
        // Amounts of several currencies are no weights for each other; where no line has a rate there is nothing
        // better.
        return sql.sql("""
                        select l.receivable_id, r.source, l.invoice_number, l.instalment,
                          case when exists (select 1 from claim_line w where w.claim_key = l.claim_key and w.worth > 0)
                            then coalesce(l.worth, 0) else l.amount end as weight
                        from claim_line l join receivable r on r.id = l.receivable_id where l.claim_key = ?
                        order by l.due_date, l.issue_date, l.invoice_number, l.instalment""")
                .param(claim.value())
                .query((row, number) -> new Booking.Receivable(
                        row.getLong("receivable_id"),
                        row.getString("source"),
                        row.getString("invoice_number"),
                        row.getInt("instalment"),
                        row.getBigDecimal("weight")))
                .list();
    }

    @Override
    public Set<Long> notesSince(long exposureId, LocalDate day, Instant start) {
        return new HashSet<>(sql.sql("""
                        select id from receivable where exposure_id = :exposure and (type = '381' or gross_amount < 0)
                          and (issue_date >= :day or created_at >= :start)""")
                .param("exposure", exposureId)
                .param("day", day)
                .param("start", utc(start))
                .query(Long.class)
                .list());
    }

    @Override
    public void loss(ClaimKey claim, LossFigures figures, BigDecimal remaining, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("claim", claim.value());
        values.put("outstanding", figures.outstanding());
        values.put("indemnity", figures.indemnity());
        values.put("from", figures.from());
        values.put("remaining", remaining);
        values.put("now", utc(now));
        int updated = sql.sql("""
                        update claim_loss set outstanding = :outstanding, indemnity = :indemnity, recovery_from = :from, remaining = :remaining,
                          computed_at = :now where claim_key = :claim""").params(values).update();
        if (updated == 0) {
            sql.sql("""
                            insert into claim_loss (claim_key, outstanding, indemnity, recovery_from, remaining, computed_at)
                            values (:claim, :outstanding, :indemnity, :from, :remaining, :now)""").params(values).update();
        }
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                row.getString("root"),
                MovementKind.valueOf(row.getString("kind")),
                row.getObject("value_date", LocalDate.class),
                units(row, "amount"),
                units(row, "costs"),
                units(row, "insurer_share"),
                units(row, "insured_share"),
                row.getObject("result_id", Long.class),
                row.getObject("payment_id", Long.class));
    }

    private static BigDecimal units(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column)
                .setScale(Currencies.minorUnits(row.getString("currency")), RoundingMode.UNNECESSARY);
    }
}
