package io.claimgate.store.intake;

import io.claimgate.feed.ErpSource;
import io.claimgate.flow.intake.ErpFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Payments in a source without a payments feed (money.md): what fell of an open amount and no known payment or tied credit note explains was
 * paid. What rises again takes derived payments back, the youngest first.
 */
final class ImpliedPayments {

    /** Before the range is written: receivables whose open amount is not what the books explain. */
    private static final String CANDIDATES =
            "select s.line, s.creditor, s.invoice_number, s.instalment, s.currency, s.buyer_ref, i.buyer_id,"
                    + " s.gross_amount - s.open_amount as fallen,"
                    + " coalesce((select sum(c.gross_amount) from receivable c where c.creditor = s.creditor and c.preceding_invoice = s.invoice_number"
                    + " and c.type = '381' and c.source = :source and s.instalment = 1), 0) as credited"
                    + " from applying a join staging_invoice s on s.file_id = :file and s.line = a.line"
                    + " join buyer_identifier i on i.creditor = s.creditor and i.scheme = :scheme and i.id_value = s.buyer_ref"
                    + " left join receivable r on r.id = a.target_id where s.type <> '381' and ((r.id is null and s.open_amount <> s.gross_amount)"
                    + " or s.open_amount <> r.open_amount or s.gross_amount <> r.gross_amount or r.absent) order by s.line";

    private static final String CREDITED_HERE =
            "select n.creditor, n.preceding_invoice, sum(n.gross_amount) from staging_invoice n"
                    + " left join receivable c on c.creditor = n.creditor and c.invoice_number = n.invoice_number and c.instalment = n.instalment"
                    + " where n.file_id = :file and n.type = '381' and n.preceding_invoice is not null and c.id is null"
                    + " group by n.creditor, n.preceding_invoice";

    private final NamedParameterJdbcTemplate sql;
    private final DerivedPayments payments;

    ImpliedPayments(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
        this.payments = new DerivedPayments(sql);
    }

    private record Candidate(DerivedPayments.Receivable receivable, BigDecimal fallen, BigDecimal credited) {}

    void derive(ErpFile file, ErpSource source) {
        List<Candidate> candidates = sql.query(
                CANDIDATES,
                Map.of("file", file.id(), "scheme", source.identifierScheme(), "source", source.source()),
                (row, number) -> new Candidate(
                        new DerivedPayments.Receivable(
                                "l" + row.getLong("line"),
                                row.getString("creditor"),
                                row.getString("invoice_number"),
                                row.getInt("instalment"),
                                row.getString("currency"),
                                row.getLong("buyer_id"),
                                row.getString("buyer_ref")),
                        row.getBigDecimal("fallen"),
                        row.getBigDecimal("credited")));
        if (candidates.isEmpty()) {
            return;
        }
        Map<String, BigDecimal> credits = creditsOfThisFile(file);
        List<DerivedPayments.Paid> paid = new ArrayList<>();
        for (Candidate one : candidates) {
            BigDecimal alsoHere = one.receivable().instalment() == 1
                    ? credits.getOrDefault(
                            one.receivable().creditor() + "\n"
                                    + one.receivable().invoiceNumber(),
                            BigDecimal.ZERO)
                    : BigDecimal.ZERO;
            paid.add(new DerivedPayments.Paid(
                    one.receivable(),
                    one.fallen().subtract(one.credited()).subtract(alsoHere).max(BigDecimal.ZERO)));
        }
        payments.book(file, paid);
    }

    /** Credit notes that this file brings for the first time, on whatever line. */
    private Map<String, BigDecimal> creditsOfThisFile(ErpFile file) {
        Map<String, BigDecimal> credits = new java.util.HashMap<>();
        sql.query(CREDITED_HERE, Map.of("file", file.id()), row -> {
            credits.put(row.getString(1) + "\n" + row.getString(2), row.getBigDecimal(3));
        });
        return credits;
    }
}
