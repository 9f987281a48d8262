package io.claimgate.store.guard;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.utc;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimWindow;
import io.claimgate.claim.Guard;
import io.claimgate.claim.Stop;
import io.claimgate.flow.guard.GuardCase;
import io.claimgate.flow.guard.GuardCases;
import io.claimgate.money.Currencies;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables guard_case and claim_stop. */
public final class JdbcGuardCases implements GuardCases {

    private static final String WAITS = " from claim_stop s join claim c on c.claim_key = s.claim_key"
            + " where s.case_id = ? and c.state = 'AWAITING_APPROVAL'";

    private final JdbcClient sql;

    public JdbcGuardCases(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<GuardCase> open(Guard guard, String key) {
        return sql.sql("select * from guard_case where open_key = ?")
                .param(openKey(guard, key))
                .query((row, number) -> guardCase(row))
                .optional();
    }

    @Override
    public GuardCase insert(GuardCase.Opening opening, Instant now) {
        sql.sql("""
                        insert into guard_case (guard, case_key, open_key, policy, policy_version, creditor, source, reason, opened_at)
                        values (:guard, :key, :open, :policy, :version, :creditor, :source, :reason, :now)""")
                .param("guard", opening.guard().name())
                .param("key", opening.key())
                .param("open", openKey(opening.guard(), opening.key()))
                .param("policy", opening.policy())
                .param("version", opening.version())
                .param("creditor", opening.creditor())
                .param("source", opening.source())
                .param("reason", opening.reason())
                .param("now", utc(now))
                .update();
        return open(opening.guard(), opening.key()).orElseThrow();
    }

    @Override
    public Optional<GuardCase> lock(long id) {
        return sql.sql("select * from guard_case where id = ? for update")
                .param(id)
                .query((row, number) -> guardCase(row))
                .optional();
    }

    @Override
    public void end(GuardCase ended, String by, Instant now) {
        int updated = sql.sql(
                        "update guard_case set ended_by = ?, ended_at = ?, open_key = null where id = ? and open_key is not null")
                .params(by, utc(now), ended.id())
                .update();
        if (updated != 1) {
            throw new IllegalStateException("case " + ended.id() + " was ended by somebody else meanwhile");
        }
    }

    @Override
    public void stop(ClaimKey key, GuardCase by, String reason, Instant now) {
        sql.sql("delete from claim_stop where claim_key = ?").param(key.value()).update();
        sql.sql("insert into claim_stop (claim_key, case_id, reason, since) values (?, ?, ?, ?)")
                .params(key.value(), by.id(), reason, utc(now))
                .update();
    }

    @Override
    public Optional<Stop> stopOf(ClaimKey key) {
        return sql.sql("select s.case_id, g.guard, s.reason, s.since, g.ended_by from claim_stop s"
                        + " join guard_case g on g.id = s.case_id where s.claim_key = ?")
                .param(key.value())
                .query((row, number) -> new Stop(
                        row.getLong("case_id"),
                        Guard.valueOf(row.getString("guard")),
                        row.getString("reason"),
                        instant(row, "since"),
                        row.getString("ended_by")))
                .optional();
    }

    @Override
    public List<Waiting> waiting(long id) {
        return sql.sql(
                        "select c.opens_on, c.safe_on, c.closes_on, c.close_at, c.opening_hard, c.zone, c.currency, count(*) as claims,"
                                + " sum(c.amount) as amount" + WAITS
                                + " group by c.opens_on, c.safe_on, c.closes_on, c.close_at, c.opening_hard, c.zone, c.currency")
                .param(id)
                .query((row, number) -> waiting(row))
                .list();
    }

    @Override
    public List<Held> held(long id) {
        return sql.sql("select c.claim_key, c.creditor, c.close_at" + WAITS + " order by c.close_at, c.claim_key")
                .param(id)
                .query((row, number) ->
                        new Held(row.getString("claim_key"), row.getString("creditor"), instant(row, "close_at")))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Waiting(
                new ClaimWindow(
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("safe_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class),
                        instant(row, "close_at"),
                        row.getBoolean("opening_hard"),
                        ZoneId.of(row.getString("zone"))),
                currency,
                row.getLong("claims"),
                row.getBigDecimal("amount").setScale(Currencies.minorUnits(currency), RoundingMode.UNNECESSARY));
    }

    private static GuardCase guardCase(ResultSet row) throws SQLException {
        return new GuardCase(
                row.getLong("id"),
                Guard.valueOf(row.getString("guard")),
                row.getString("case_key"),
                row.getString("policy"),
                row.getObject("policy_version", Integer.class),
                row.getString("creditor"),
                row.getString("source"),
                row.getString("reason"),
                instant(row, "opened_at"),
                row.getString("ended_by"));
    }

    private static String openKey(Guard guard, String key) {
        return guard + "|" + key;
    }
}
