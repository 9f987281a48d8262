package io.claimgate.store.intake;

import io.claimgate.feed.ErpSource;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Oddities;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Compares staged invoices with the books; of a large file every n-th row, so that a look at ten million rows costs like one at twenty thousand. */
public final class JdbcOddities implements Oddities {

    private static final int SAMPLE = 20_000;
    /** Looked up one by one. */
    private static final int SMALL_SAMPLE = 500;

    private static final String SAMPLED = " s.file_id = :file and mod(s.line, :nth) = 0";

    private static final String DATES =
            "select count(*), sum(case when s.due_date < s.issue_date or s.due_date > s.issue_date + interval '"
                    + MOST_YEARS + "' year then 1 else 0 end) from staging_invoice s where" + SAMPLED;

    private static final String TIGHTENED = "select count(*), sum(case when s.due_date < r.original_due_date"
            + " and s.due_date is distinct from r.due_date and s.due_date is distinct from r.corrected_from then 1 else 0 end)"
            + " from staging_invoice s join receivable r on " + InvoiceSql.SAME_KEY + " where" + SAMPLED
            + " and r.open_amount > 0 and s.type <> '381'";

    private static final String BUYERS =
            "select count(distinct s.buyer_ref), count(distinct case when i.buyer_id is null then s.buyer_ref end)"
                    + " from staging_invoice s left join buyer_identifier i on i.creditor = s.creditor and i.scheme = :scheme"
                    + " and i.id_value = s.buyer_ref where" + SAMPLED;

    private static final String BUYERS_BEFORE =
            "select count(*), 0 from (select 1 from buyer_identifier where scheme = :scheme fetch first " + ENOUGH
                    + " rows only) counted";

    private static final String RENUMBERED =
            "select count(*), 0 from staging_invoice s join buyer_identifier i on i.creditor = s.creditor"
                    + " and i.scheme = :scheme and i.id_value = s.buyer_ref where" + SAMPLED
                    + " and s.type <> '381' and s.open_amount > 0"
                    + " and not exists (select 1 from receivable r where " + InvoiceSql.SAME_KEY + ")"
                    + " and exists (select 1 from receivable o where o.buyer_id = i.buyer_id and o.creditor = s.creditor and o.source = :source"
                    + " and o.issue_date = s.issue_date and o.gross_amount = s.gross_amount and o.currency = s.currency and o.open_amount > 0"
                    + " and not o.absent)";

    private final NamedParameterJdbcTemplate sql;

    public JdbcOddities(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    private record Two(long first, long second) {
        Two times(long nth) {
            return new Two(first * nth, second * nth);
        }
    }

    @Override
    public Look look(ErpFile file, ErpSource source) {
        long rows = file.counts().read();
        Two dates = sampled(DATES, file, source, nth(rows, SAMPLE));
        Two known = sampled(TIGHTENED, file, source, nth(rows, SAMPLE));
        Two renumbered = sampled(RENUMBERED, file, source, nth(rows, SMALL_SAMPLE));
        // Distinct numbers of a sample are no share of all: they are judged as they are.
        Two buyers = two(BUYERS, scope(file, source, nth(rows, SAMPLE)));
        Two before = two(BUYERS_BEFORE, scope(file, source, 1));
        return new Look(
                dates.first(),
                dates.second(),
                known.first(),
                known.second(),
                renumbered.first(),
                buyers.first(),
                buyers.second(),
                before.first());
    }

    private Two sampled(String query, ErpFile file, ErpSource source, long nth) {
        return two(query, scope(file, source, nth)).times(nth);
    }

    private Two two(String query, Map<String, Object> scope) {
        return Objects.requireNonNull(
                sql.queryForObject(query, scope, (row, number) -> new Two(row.getLong(1), row.getLong(2))));
    }

    private static long nth(long rows, int sample) {
        return Math.max(1, rows / sample);
    }

    private static Map<String, Object> scope(ErpFile file, ErpSource source, long nth) {
        Map<String, Object> scope = new HashMap<>();
        scope.put("file", file.id());
        scope.put("source", file.source());
        scope.put("scheme", source.identifierScheme());
        scope.put("nth", nth);
        return scope;
    }
}
