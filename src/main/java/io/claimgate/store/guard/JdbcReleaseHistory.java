package io.claimgate.store.guard;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.instantOrNull;
import static io.claimgate.store.Times.utc;

import io.claimgate.claim.Anomaly.Volume;
import io.claimgate.claim.Claim;
import io.claimgate.claim.FirstLoad;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.guard.ReleaseHistory;
import io.claimgate.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was let go, and what is about to be, from the claims themselves. */
public final class JdbcReleaseHistory implements ReleaseHistory {

    /** Claims of one contract are in one currency. */
    private static final String VOLUME =
            "count(*) as claims, coalesce(sum(amount), 0) as amount, min(currency) as currency";

    private final JdbcClient sql;

    public JdbcReleaseHistory(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Volume usual(String contract, String creditor, LocalDate from, LocalDate before) {
        return volume(sql.sql(
                        "select coalesce(max(claims), 0) as claims, coalesce(max(amount), 0) as amount, min(currency) as currency from (select "
                                + VOLUME
                                + " from claim where contract = :contract and creditor = :creditor and released_on >= :from and released_on < :before"
                                + " group by released_on) days")
                .param("contract", contract)
                .param("creditor", creditor)
                .param("from", from)
                .param("before", before));
    }

    @Override
    public Volume due(String contract, String creditor, LocalDate day) {
        return volume(sql.sql("select " + VOLUME + " " + """
                from claim c where contract = :contract and creditor = :creditor and (
                  (released_on = :day and released_by = :machine)
                  or (state = 'DRAFT' and declare_mode = 'AUTOMATIC' and released_on is null and not held)
                  or (state in ('DRAFT', 'AWAITING_APPROVAL') and declare_mode = 'APPROVAL' and on_safe_date = 'DECLARE' and safe_on <= :day
                    and released_on is null and not held and not exists (select 1 from claim_stop s where s.claim_key = c.claim_key)))""")
                .param("contract", contract)
                .param("creditor", creditor)
                .param("day", day)
                .param("machine", EventLog.MACHINE));
    }

    @Override
    public long unseen(String creditor, Instant now, long most) {
        return sql.sql("select count(*) from (" + of("state = 'RUNNING'") + " union all "
                        + of("state = 'READY' and is_due")
                        + " union all " + of("state = 'READY' and not is_due and due_at <= :now") + " fetch first "
                        + most
                        + " rows only) counted")
                .param("creditor", creditor)
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    /** Each part by an index of its own. */
    private static String of(String tasks) {
        return "select id from task where " + tasks + " and kind = 'exposure' and creditor = :creditor";
    }

    @Override
    public FirstLoad firstLoad(Claim claim) {
        String policy = claim.subject().policy();
        int version = claim.subject().policyVersion();
        return sql.sql(
                        "select r.source, r.created_at, (select v.recorded_at from policy_version v where v.policy = ? and v.version = ?) as recorded_at"
                                + " from receivable r where r.id = ?")
                .params(policy, version, claim.subject().governing())
                .query((row, number) -> new FirstLoad(
                        row.getString("source"),
                        version,
                        instant(row, "created_at"),
                        instantOrNull(row, "recorded_at"),
                        released(policy, claim.subject().creditor(), row.getString("source"))))
                .single();
    }

    private Set<Integer> released(String policy, String creditor, String source) {
        return new HashSet<>(sql.sql(
                        "select policy_version from guard_case where guard = 'FIRST_LOAD' and policy = ? and creditor = ?"
                                + " and source = ? and ended_by is not null")
                .params(policy, creditor, source)
                .query(Integer.class)
                .list());
    }

    private static Volume volume(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> {
                    String currency = row.getString("currency");
                    BigDecimal amount = row.getBigDecimal("amount");
                    return new Volume(
                            row.getLong("claims"),
                            currency == null
                                    ? BigDecimal.ZERO
                                    : amount.setScale(Currencies.minorUnits(currency), RoundingMode.HALF_UP));
                })
                .single();
    }
}
