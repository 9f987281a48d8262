package io.claimgate.store.intake;

import static io.claimgate.store.Times.utc;

import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.FeedKind;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.intake.Books;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.ErpFiles;
import io.claimgate.flow.intake.Faults;
import io.claimgate.flow.intake.PolicyLookup;
import io.claimgate.store.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receivables: classified by a join on the business key and the row hash; the changed are updated, the new inserted, the rest not touched. */
public final class ApplyInvoices implements Books {

    private static final String STAGING = "staging_invoice";
    private static final int FETCH = 1000;

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate sql;
    private final Changes changes;
    private final Repeats repeated;
    private final InvoiceParties parties;
    private final ImpliedPayments implied;
    private final LaterDueDates laterDueDates;
    private final ErpFiles files;
    private final BusinessClock clock;

    public ApplyInvoices(
            DataSource dataSource,
            Dialect dialect,
            ErpFiles files,
            Faults faults,
            PolicyLookup policies,
            Alerts alerts,
            BusinessClock clock) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH);
        this.sql = new NamedParameterJdbcTemplate(template);
        this.client = JdbcClient.create(sql);
        this.changes = new Changes(dataSource, dialect);
        this.repeated = new Repeats(sql, faults);
        this.parties = new InvoiceParties(sql, dialect, clock, faults, policies);
        this.implied = new ImpliedPayments(sql);
        this.laterDueDates = new LaterDueDates(sql, faults, alerts);
        this.files = files;
        this.clock = clock;
    }

    @Override
    public FeedKind kind() {
        return FeedKind.INVOICES;
    }

    @Override
    public Counts check(ErpFile file, ErpSource source, boolean repeats) {
        return repeats
                ? repeated.remove(
                        STAGING,
                        List.of("creditor", "invoice_number", "instalment"),
                        "invoiceNumber",
                        "invoice_number",
                        file.id())
                : Counts.NONE;
    }

    @Override
    public Optional<String> foreignKeys(ErpFile file) {
        if (!files.sharesCreditors(file)) {
            return Optional.empty();
        }
        record Foreign(String source, String example, long rows) {}
        return sql
                .query(
                        "select r.source, min(s.invoice_number), count(*) from staging_invoice s join receivable r on "
                                + InvoiceSql.SAME_KEY
                                + " where s.file_id = :file and r.source <> :source group by r.source order by 1",
                        Map.of("file", file.id(), "source", file.source()),
                        (row, number) -> new Foreign(row.getString(1), row.getString(2), row.getLong(3)))
                .stream()
                .findFirst()
                .map(foreign -> foreign.rows() + " rows have a business key that source " + foreign.source()
                        + " owns, invoice \"" + foreign.example()
                        + "\" among them; release to take them over, or refuse");
    }

    @Override
    public void prepare(ErpFile file, ErpSource source) {
        parties.bring(file, source);
    }

    @Override
    public Applied apply(ErpFile file, ErpSource source, long from, long to) {
        Map<String, Object> scope = new HashMap<>();
        scope.put("file", file.id());
        scope.put("source", file.source());
        scope.put("scheme", source.identifierScheme());
        scope.put("from", from);
        scope.put("to", to);
        scope.put("now", utc(clock.now()));
        long rows = count("select count(*) from staging_invoice s where" + InvoiceSql.RANGE, scope);
        if (changes.find(InvoiceSql.FIND_CHANGES, scope) == 0) {
            return new Applied(Counts.ofApplied(0, 0, rows, 0), "");
        }
        scope.put("before", count("select coalesce(max(id), 0) from receivable", scope));
        laterDueDates.tell(file);
        if (source.payments() == ErpSource.Payments.IMPLIED) {
            implied.derive(file, source);
        }
        long settled = count(InvoiceSql.COUNT_SETTLED, scope);
        JdbcDirtyExposures.mark(client, file.id(), InvoiceSql.EXPOSURES_OF_CHANGED, Map.of());
        long updated = sql.update(InvoiceSql.UPDATE_CHANGED, scope);
        long created = sql.update(InvoiceSql.INSERT_NEW, scope);
        JdbcDirtyExposures.mark(client, file.id(), InvoiceSql.EXPOSURES_OF_CHANGED, Map.of());
        JdbcDirtyExposures.mark(client, file.id(), InvoiceSql.EXPOSURES_OF_NEW, scope);
        sql.update(InvoiceSql.WARN_NO_POLICY, scope);
        String digest = changes.digest(STAGING, file.id());
        changes.forget();
        return new Applied(Counts.ofApplied(created, updated, rows - created - updated, settled), digest);
    }

    private long count(String query, Map<String, ?> scope) {
        Long count = sql.queryForObject(query, scope, Long.class);
        return count == null ? 0 : count;
    }
}
