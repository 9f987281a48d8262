package io.claimgate.store.watch;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.instantOrNull;

import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.DeadlineStatus;
import io.claimgate.deadline.Why;
import io.claimgate.deadline.reason.ReasonText;
import io.claimgate.flow.watch.ExposureRow;
import io.claimgate.flow.watch.Exposures.Loaded;
import io.claimgate.flow.watch.Exposures.StoredDeadline;
import io.claimgate.flow.watch.RateSettings;
import io.claimgate.money.Currencies;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.receivable.ClaimFacts;
import io.claimgate.receivable.EventFacts;
import io.claimgate.receivable.EventKind;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.LimitFacts;
import io.claimgate.receivable.PaymentFacts;
import io.claimgate.receivable.ReceivableFacts;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what an exposure is computed from. */
public final class FactsReader {

    private static final int FETCH = 1_000;

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate inParts;
    private final Supplier<Set<String>> impliedSources;
    private final ClaimReader claims;
    private final RatesReader rates;

    /** No source tells of money by open amounts. */
    public FactsReader(NamedParameterJdbcTemplate named) {
        this(named, Set::of, new RateSettings(7));
    }

    /** @param impliedSources those that tell of money by open amounts */
    public FactsReader(NamedParameterJdbcTemplate named, Supplier<Set<String>> impliedSources, RateSettings settings) {
        this.sql = JdbcClient.create(named);
        // A driver that holds all of 100,000 rows as bytes while they are read doubles what the garbage collector
        // copies.
        JdbcTemplate parts =
                new JdbcTemplate(Objects.requireNonNull(named.getJdbcTemplate().getDataSource()));
        parts.setFetchSize(FETCH);
        this.inParts = new NamedParameterJdbcTemplate(parts);
        this.impliedSources = impliedSources;
        this.claims = new ClaimReader(sql);
        this.rates = new RatesReader(sql, settings.longestAgeDays());
    }

    /** Everything of one exposure, in the caller's transaction. */
    public Loaded load(ExposureRow exposure, ZoneId zone) {
        Terms terms = terms(exposure);
        ReceivableRows rows = new ReceivableRows(terms.currency());
        inParts.query(ReceivableRows.QUERY, rows.parameters(exposure, impliedSources.get()), rows);
        List<ReceivableFacts> receivables = rows.receivables();
        ClaimFacts claim = claims.of(exposure).orElse(null);
        List<PaymentFacts> payments = payments(exposure, terms.firstOfBuyer());
        List<LimitFacts> limits = limits(exposure, terms.currency());
        ExposureFacts facts = new ExposureFacts(
                receivables,
                payments,
                events(exposure, claim, zone),
                limits,
                rows.mode(),
                claim,
                rates.of(exposure.creditor(), terms.currency(), receivables, payments, limits),
                terms.buyerCountry(),
                claims.earlier(exposure, zone));
        return new Loaded(facts, deadlines(exposure));
    }

    /** Payments of the buyer; one whose invoice is known goes to that invoice's exposure, any other to the buyer's first. */
    private List<PaymentFacts> payments(ExposureRow exposure, boolean firstOfBuyer) {
        return sql.sql("""
                        select p.id, p.payment_id, p.paid_on, p.amount, p.currency, p.invoice_number, p.instalment, p.reversal_of, p.derived
                        from payment p where p.buyer_id = :buyer and p.creditor = :creditor and (
                          (p.invoice_number is not null and exists (select 1 from receivable r where r.creditor = p.creditor
                            and r.invoice_number = p.invoice_number and r.buyer_id = p.buyer_id and r.exposure_id = :exposure))
                          or (:first and (p.invoice_number is null
                            or not exists (select 1 from receivable r where r.creditor = p.creditor and r.invoice_number = p.invoice_number
                              and r.buyer_id = p.buyer_id and r.exposure_id is not null))))""")
                .param("buyer", exposure.buyerId())
                .param("creditor", exposure.creditor())
                .param("exposure", exposure.id())
                .param("first", firstOfBuyer)
                .query((row, number) -> new PaymentFacts(
                        row.getLong("id"),
                        row.getString("payment_id"),
                        row.getObject("paid_on", LocalDate.class),
                        amount(row, "amount", row.getString("currency")),
                        row.getString("currency"),
                        row.getString("invoice_number"),
                        row.getObject("instalment", Integer.class),
                        row.getString("reversal_of"),
                        row.getBoolean("derived")))
                .list();
    }

    /** What a claim's own facts tell is nothing to the next episode, nor to another contract with the same buyer. */
    private List<EventFacts> events(ExposureRow exposure, @Nullable ClaimFacts claim, ZoneId zone) {
        return sql.sql("""
                        select kind, fact_date, aware_on, published_on, recorded_at, receivable_id, new_due_date, amount
                        from fact where buyer_id = ? and (claim_key is null or claim_key = ?)""")
                .params(exposure.buyerId(), claim == null ? "" : claim.claimKey())
                .query((row, number) -> new EventFacts(
                        EventKind.valueOf(row.getString("kind")),
                        row.getObject("fact_date", LocalDate.class),
                        date(row, "aware_on"),
                        date(row, "published_on"),
                        LocalDate.ofInstant(instant(row, "recorded_at"), zone),
                        row.getObject("receivable_id", Long.class),
                        date(row, "new_due_date"),
                        row.getBigDecimal("amount")))
                .list();
    }

    private record Terms(String currency, String buyerCountry, boolean firstOfBuyer) {}

    private Terms terms(ExposureRow exposure) {
        return sql.sql("""
                        select e.currency, b.country, e.id = (select min(f.id) from exposure f where f.buyer_id = e.buyer_id) as first_of_buyer
                        from exposure e join buyer b on b.id = e.buyer_id where e.id = ?""")
                .param(exposure.id())
                .query((row, number) -> new Terms(
                        row.getString("currency"), row.getString("country"), row.getBoolean("first_of_buyer")))
                .single();
    }

    /** What the insurer says of the limit wins over what the ERP says. One without a currency is meant in the policy's. */
    private List<LimitFacts> limits(ExposureRow exposure, String currency) {
        return sql.sql("""
                        select limit_type, amount, currency, valid_from, valid_to from buyer_limit l where buyer_id = :buyer
                          and (decided_by like 'insurer:%' or not exists
                            (select 1 from buyer_limit i where i.buyer_id = :buyer and i.decided_by like 'insurer:%'))""")
                .param("buyer", exposure.buyerId())
                .query((row, number) -> new LimitFacts(
                        LimitFacts.Type.valueOf(row.getString("limit_type")),
                        row.getBigDecimal("amount"),
                        Optional.ofNullable(row.getString("currency")).orElse(currency),
                        row.getObject("valid_from", LocalDate.class),
                        date(row, "valid_to")))
                .list();
    }

    private Map<String, StoredDeadline> deadlines(ExposureRow exposure) {
        Map<String, StoredDeadline> stored = new HashMap<>();
        sql.sql("select * from deadline where exposure_id = ? and episode = ? and current")
                .params(exposure.id(), exposure.episode())
                .query((row, number) ->
                        stored.put(row.getString("kind"), new StoredDeadline(row.getLong("id"), deadline(row))))
                .list();
        return stored;
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                new DeadlineKind(row.getString("kind")),
                date(row, "opens_on"),
                null,
                date(row, "target_on"),
                date(row, "acts_on"),
                date(row, "safe_on"),
                date(row, "closes_on"),
                null,
                instantOrNull(row, "closes_at"),
                DeadlineStatus.valueOf(row.getString("status")),
                row.getBoolean("provisional"),
                row.getObject("governed_by", Long.class),
                row.getBigDecimal("amount_at_risk"),
                row.getString("currency"),
                row.getString("policy"),
                row.getInt("policy_version"),
                Why.told(
                        row.getString("rule"),
                        ReasonText.read(row.getString("reason")).orElse(null)));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static BigDecimal amount(ResultSet row, String column, String currency) throws SQLException {
        return row.getBigDecimal(column).setScale(Currencies.minorUnits(currency), java.math.RoundingMode.UNNECESSARY);
    }
}
