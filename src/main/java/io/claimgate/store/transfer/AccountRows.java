package io.claimgate.store.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.flow.transfer.Notice;
import io.claimgate.flow.transfer.Statement;
import io.claimgate.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The account of a claim's buyer: what the gateway's own papers are made of. */
final class AccountRows {

    private final JdbcClient sql;

    AccountRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<Notice> notices(Claim claim, DocumentKind kind) {
        return sql.sql("""
                        select f.fact_date, f.level, f.channel, r.invoice_number, f.amount, f.currency, f.note,
                          coalesce(f.source, f.recorded_by) as recorded_by
                        from fact f left join receivable r on r.id = f.receivable_id
                        where f.buyer_id = :buyer and f.kind = :kind and (f.claim_key is null or f.claim_key = :claim)
                          and (f.receivable_id is null or f.receivable_id in (select receivable_id from claim_line where claim_key = :claim))
                        order by f.fact_date, f.id""")
                .param("buyer", claim.subject().buyerId())
                .param("kind", kind.name())
                .param("claim", claim.key().value())
                .query((row, number) -> new Notice(
                        row.getObject("fact_date", LocalDate.class),
                        row.getObject("level", Integer.class),
                        row.getString("channel"),
                        row.getString("invoice_number"),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getString("note"),
                        row.getString("recorded_by")))
                .list();
    }

    List<Statement.Paid> payments(Claim claim, LocalDate until) {
        return sql.sql("""
                        select * from (select id, paid_on, payment_id, amount, currency, invoice_number, reversal_of from payment
                          where buyer_id = ? and creditor = ? and paid_on <= ? order by paid_on desc, id desc
                          fetch first ? rows only) latest order by paid_on, id""")
                .params(claim.subject().buyerId(), claim.subject().creditor(), until, Statement.MOST_PAYMENTS)
                .query((row, number) -> new Statement.Paid(
                        row.getObject("paid_on", LocalDate.class),
                        row.getString("payment_id"),
                        amount(row, "amount", row.getString("currency")),
                        row.getString("currency"),
                        row.getString("invoice_number"),
                        row.getString("reversal_of")))
                .list();
    }

    Map<Long, BigDecimal> grossAmounts(Claim claim) {
        Map<Long, BigDecimal> amounts = new HashMap<>();
        sql.sql("select r.id, r.gross_amount, r.currency from claim_line l join receivable r on r.id = l.receivable_id"
                        + " where l.claim_key = ?")
                .param(claim.key().value())
                .query((row, number) ->
                        amounts.put(row.getLong("id"), amount(row, "gross_amount", row.getString("currency"))))
                .list();
        return amounts;
    }

    private static BigDecimal amount(ResultSet row, String column, String currency) throws SQLException {
        return row.getBigDecimal(column).setScale(Currencies.minorUnits(currency), RoundingMode.UNNECESSARY);
    }
}
