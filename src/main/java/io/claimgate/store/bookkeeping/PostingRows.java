package io.claimgate.store.bookkeeping;

import io.claimgate.accounting.Account;
import io.claimgate.accounting.Booking;
import io.claimgate.accounting.Customer;
import io.claimgate.accounting.Posting;
import io.claimgate.accounting.PostingLine;
import io.claimgate.money.Currencies;
import io.claimgate.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Makes postings of rows again. */
final class PostingRows {

    private record Head(String id, String currency) {}

    private final NamedParameterJdbcTemplate sql;

    PostingRows(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    /** @param which condition and order of the posting table */
    List<Posting> read(String which, Map<String, ?> values) {
        List<Head> heads = sql.query(
                "select posting_id, currency from posting " + which,
                values,
                (row, number) -> new Head(row.getString(1), row.getString(2)));
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<String, List<PostingLine>> lines = lines(heads);
        return sql.query(
                "select * from posting " + which,
                values,
                (row, number) -> posting(row, lines.getOrDefault(row.getString("posting_id"), List.of())));
    }

    private Map<String, List<PostingLine>> lines(List<Head> heads) {
        Map<String, String> currencies = new HashMap<>();
        heads.forEach(head -> currencies.put(head.id(), head.currency()));
        Map<String, List<PostingLine>> lines = new HashMap<>();
        sql.query(
                "select * from posting_line where posting_id in (:ids) order by posting_id, line",
                Map.of("ids", currencies.keySet()),
                (RowCallbackHandler) row -> {
                    String id = row.getString("posting_id");
                    lines.computeIfAbsent(id, key -> new ArrayList<>()).add(line(row, currencies.getOrDefault(id, "")));
                });
        return lines;
    }

    private static PostingLine line(ResultSet row, String currency) throws SQLException {
        String auxiliary = row.getString("auxiliary");
        return new PostingLine(
                new Account(row.getString("account"), row.getString("account_label")),
                auxiliary == null ? null : new Customer(auxiliary, row.getString("auxiliary_label")),
                money(row, "debit", currency),
                money(row, "credit", currency),
                row.getString("invoice_number"));
    }

    private static Money money(ResultSet row, String column, String currency) throws SQLException {
        return new Money(row.getBigDecimal(column).setScale(Currencies.minorUnits(currency)), currency);
    }

    private static Posting posting(ResultSet row, List<PostingLine> lines) throws SQLException {
        return new Posting(
                row.getString("posting_id"),
                row.getString("source"),
                row.getString("creditor"),
                row.getString("claim_key"),
                row.getLong("buyer_id"),
                row.getString("cause"),
                Booking.Event.valueOf(row.getString("event")),
                row.getString("insurer"),
                row.getString("insurer_reference"),
                row.getObject("booked_on", LocalDate.class),
                row.getString("text"),
                lines);
    }
}
