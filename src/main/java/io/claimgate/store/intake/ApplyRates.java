package io.claimgate.store.intake;

import static io.claimgate.store.Times.utc;

import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.FeedKind;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.intake.Books;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Faults;
import io.claimgate.store.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rates of currencies: a new one is version 1, a corrected one the next version; exposures that may need it are computed anew. */
public final class ApplyRates implements Books {

    private static final String STAGING = "staging_rate";
    private static final String RANGE = " s.file_id = :file and s.line > :from and s.line <= :to";
    private static final String STAGED = " applying a join staging_rate s on s.file_id = :file and s.line = a.line";

    private static final String FIND_CHANGES =
            "select s.line, r.id from staging_rate s left join fx_rate r on r.creditor = s.creditor"
                    + " and r.from_currency = s.from_currency and r.to_currency = s.to_currency and r.rate_day = s.rate_day and r.current where"
                    + RANGE + " and (r.id is null or r.rate <> s.rate)";

    /** A rate matters to amounts of its day and later; the day of a loss is known to the claim. */
    private static final String TOUCHED = """
            select e.id, e.creditor from exposure e
            join (select s.creditor, s.from_currency as one, s.to_currency as other, min(s.rate_day) as since from""" + STAGED + """
              group by s.creditor, s.from_currency, s.to_currency) n on n.creditor = e.creditor
            where exists (select 1 from receivable r where r.exposure_id = e.id and r.currency <> e.currency
                and r.currency in (n.one, n.other) and r.issue_date >= n.since)
              or exists (select 1 from payment p where p.buyer_id = e.buyer_id and p.creditor = e.creditor
                and p.currency in (n.one, n.other) and p.paid_on >= n.since and exists (select 1 from receivable r
                  where r.exposure_id = e.id and r.currency <> p.currency))
              or (exists (select 1 from receivable r where r.exposure_id = e.id and r.currency in (n.one, n.other)
                  and r.currency <> e.currency)
                and (exists (select 1 from claim c where c.exposure_id = e.id)
                  or exists (select 1 from fact f where f.buyer_id = e.buyer_id and f.kind in ('INSOLVENCY', 'DATE_OF_LOSS'))))
              or exists (select 1 from buyer_limit l where l.buyer_id = e.buyer_id and l.currency <> e.currency
                and l.currency in (n.one, n.other))
            group by e.id, e.creditor""";

    private static final String REPLACE =
            "update fx_rate set current = false, replaced_at = :now where id in (select target_id from applying)";

    private static final String INSERT = """
            insert into fx_rate (creditor, from_currency, to_currency, rate_day, version, rate, source, file_id, recorded_at)
            select s.creditor, s.from_currency, s.to_currency, s.rate_day, coalesce(r.version, 0) + 1, s.rate, cast(:source as varchar(60)),
              cast(:file as bigint), cast(:now as timestamp(6) with time zone)
            from""" + STAGED + " left join fx_rate r on r.id = a.target_id order by s.line";

    private final NamedParameterJdbcTemplate sql;
    private final JdbcClient client;
    private final Changes changes;
    private final Repeats repeated;
    private final BusinessClock clock;

    public ApplyRates(DataSource dataSource, Dialect dialect, Faults faults, BusinessClock clock) {
        this.sql = new NamedParameterJdbcTemplate(dataSource);
        this.client = JdbcClient.create(sql);
        this.changes = new Changes(dataSource, dialect);
        this.repeated = new Repeats(sql, faults);
        this.clock = clock;
    }

    @Override
    public FeedKind kind() {
        return FeedKind.RATES;
    }

    @Override
    public Counts check(ErpFile file, ErpSource source, boolean repeats) {
        return repeats
                ? repeated.remove(
                        STAGING,
                        List.of("creditor", "from_currency", "to_currency", "rate_day"),
                        "date",
                        "rate_day",
                        file.id())
                : Counts.NONE;
    }

    /** Of several sources the last word holds; the version tells who said it. */
    @Override
    public Optional<String> foreignKeys(ErpFile file) {
        return Optional.empty();
    }

    /** Rates hang on nothing. */
    @Override
    public void prepare(ErpFile file, ErpSource source) {}

    @Override
    public Applied apply(ErpFile file, ErpSource source, long from, long to) {
        Map<String, Object> scope =
                Map.of("file", file.id(), "source", file.source(), "from", from, "to", to, "now", utc(clock.now()));
        Long rows = sql.queryForObject("select count(*) from staging_rate s where" + RANGE, scope, Long.class);
        long all = rows == null ? 0 : rows;
        if (changes.find(FIND_CHANGES, scope) == 0) {
            return new Applied(Counts.ofApplied(0, 0, all, 0), "");
        }
        JdbcDirtyExposures.mark(client, file.id(), TOUCHED, Map.of("file", file.id()));
        long updated = sql.update(REPLACE, scope);
        long written = sql.update(INSERT, scope);
        String digest = changes.digest(STAGING, file.id());
        changes.forget();
        return new Applied(Counts.ofApplied(written - updated, updated, all - written, 0), digest);
    }
}
