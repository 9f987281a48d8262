package io.claimgate.store.claim;

import io.claimgate.claim.ReleaseRule.DailyCap;
import io.claimgate.flow.declaration.DailyReleases;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table daily_release: one row per policy and day, whose lock makes the count exact. */
public final class JdbcDailyReleases implements DailyReleases {

    private static final BigDecimal NO_LIMIT = new BigDecimal("9999999999999999");

    private final JdbcClient sql;

    public JdbcDailyReleases(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean take(String policy, LocalDate day, BigDecimal amount, DailyCap cap) {
        // Two that open a day at once: one fails on the key, rolls back, and its task is run again.
        sql.sql("""
                        insert into daily_release (policy, released_on, claims, amount)
                        select :policy, :day, 0, 0
                        where not exists (select 1 from daily_release where policy = :policy and released_on = :day)""").param("policy", policy).param("day", day).update();
        Integer claims = cap.claims();
        BigDecimal most = cap.amount();
        // One statement: the row's lock is taken, then the condition is looked at.
        return sql.sql("""
                        update daily_release set claims = claims + 1, amount = amount + :amount
                        where policy = :policy and released_on = :day and claims < :claims and amount + :amount <= :most""")
                        .param("policy", policy)
                        .param("day", day)
                        .param("amount", amount)
                        .param("claims", claims == null ? Integer.MAX_VALUE : claims)
                        .param("most", most == null ? NO_LIMIT : most)
                        .update()
                == 1;
    }
}
