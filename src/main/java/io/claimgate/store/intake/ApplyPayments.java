package io.claimgate.store.intake;

import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.FeedKind;
import io.claimgate.flow.intake.Books;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Faults;
import io.claimgate.store.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments, by their source's own key. A payment of an unknown buyer, or the return of an unknown payment, is refused. */
public final class ApplyPayments implements Books {

    private static final String STAGING = "staging_payment";
    private static final int FETCH = 1000;
    private static final String BUYER =
            " buyer_identifier i on i.creditor = s.creditor and i.scheme = :scheme and i.id_value = s.buyer_ref ";
    private static final String RANGE = " s.file_id = :file and s.line > :from and s.line <= :to";
    private static final String STAGED = " applying a join staging_payment s on s.file_id = :file and s.line = a.line";

    private static final String UNKNOWN_BUYER = "select s.line, s.buyer_ref from staging_payment s left join" + BUYER
            + " where s.file_id = :file and i.buyer_id is null order by s.line";

    private static final String UNKNOWN_PAYMENT =
            "select s.line, s.reversal_of from staging_payment s where s.file_id = :file and s.reversal_of is not null"
                    + " and not exists (select 1 from payment p where p.creditor = s.creditor and p.source = :source and p.payment_id = s.reversal_of)"
                    + " and not exists (select 1 from staging_payment t where t.file_id = s.file_id and t.creditor = s.creditor and t.payment_id = s.reversal_of)"
                    + " order by s.line";

    private static final String FIND_CHANGES =
            "select s.line, p.id from staging_payment s left join payment p on p.creditor = s.creditor and"
                    + " p.source = :source and p.payment_id = s.payment_id where" + RANGE
                    + " and (p.id is null or (p.row_hash <> s.row_hash and p.file_id < :file))";

    private static final String TOUCHED =
            "select distinct e.id, e.creditor from applying a join payment p on p.id = a.target_id"
                    + " join exposure e on e.creditor = p.creditor and e.buyer_id = p.buyer_id";

    private static final String TOUCHED_BY_ROWS = "select distinct e.id, e.creditor from" + STAGED + " join" + BUYER
            + " join exposure e on e.creditor = s.creditor and e.buyer_id = i.buyer_id";

    private static final String UPDATE = """
            update payment set file_id = :file,
              (paid_on, amount, currency, buyer_id, buyer_ref, invoice_number, reference, means, reversal_of, row_hash) =
              (select s.paid_on, s.amount, s.currency, i.buyer_id, s.buyer_ref, s.invoice_number, s.reference, s.means, s.reversal_of, s.row_hash
               from""" + STAGED + " join" + BUYER + """
            where a.target_id = payment.id)
            where id in (select target_id from applying where target_id is not null)""";

    private static final String INSERT = """
            insert into payment (creditor, source, payment_id, paid_on, amount, currency, buyer_id, buyer_ref, invoice_number, reference, means,
              reversal_of, row_hash, file_id)
            select s.creditor, cast(:source as varchar(60)), s.payment_id, s.paid_on, s.amount, s.currency, i.buyer_id, s.buyer_ref, s.invoice_number,
              s.reference, s.means, s.reversal_of, s.row_hash, cast(:file as bigint)
            from""" + STAGED + " join" + BUYER + " where a.target_id is null order by s.line";

    private final NamedParameterJdbcTemplate sql;
    private final JdbcClient client;
    private final Changes changes;
    private final Repeats repeated;

    public ApplyPayments(DataSource dataSource, Dialect dialect, Faults faults) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH);
        this.sql = new NamedParameterJdbcTemplate(template);
        this.client = JdbcClient.create(sql);
        this.changes = new Changes(dataSource, dialect);
        this.repeated = new Repeats(sql, faults);
    }

    @Override
    public FeedKind kind() {
        return FeedKind.PAYMENTS;
    }

    @Override
    public Counts check(ErpFile file, ErpSource source, boolean repeats) {
        Counts counts = repeats
                ? repeated.remove(STAGING, List.of("creditor", "payment_id"), "paymentId", "payment_id", file.id())
                : Counts.NONE;
        Map<String, Object> scope =
                Map.of("file", file.id(), "scheme", source.identifierScheme(), "source", source.source());
        Counts strangers = repeated.reject(
                STAGING,
                file.id(),
                "buyerId",
                "no invoice or buyer of this source has told of him; bring him in, then drop the row again",
                UNKNOWN_BUYER,
                scope);
        Counts loose = repeated.reject(
                STAGING,
                file.id(),
                "reversalOf",
                "no payment of this source has this id; bring it in, then drop the row again",
                UNKNOWN_PAYMENT,
                scope);
        return counts.plus(strangers).plus(loose);
    }

    /** A payment's key belongs to its source: two sources never collide. */
    @Override
    public Optional<String> foreignKeys(ErpFile file) {
        return Optional.empty();
    }

    /** Payments bring in no buyers. */
    @Override
    public void prepare(ErpFile file, ErpSource source) {}

    @Override
    public Applied apply(ErpFile file, ErpSource source, long from, long to) {
        Map<String, Object> scope = Map.of(
                "file",
                file.id(),
                "source",
                file.source(),
                "scheme",
                source.identifierScheme(),
                "from",
                from,
                "to",
                to);
        Long rows = sql.queryForObject("select count(*) from staging_payment s where" + RANGE, scope, Long.class);
        long all = rows == null ? 0 : rows;
        if (changes.find(FIND_CHANGES, scope) == 0) {
            return new Applied(Counts.ofApplied(0, 0, all, 0), "");
        }
        JdbcDirtyExposures.mark(client, file.id(), TOUCHED, Map.of());
        JdbcDirtyExposures.mark(client, file.id(), TOUCHED_BY_ROWS, scope);
        long updated = sql.update(UPDATE, scope);
        long created = sql.update(INSERT, scope);
        String digest = changes.digest(STAGING, file.id());
        changes.forget();
        return new Applied(Counts.ofApplied(created, updated, all - created - updated, 0), digest);
    }
}
