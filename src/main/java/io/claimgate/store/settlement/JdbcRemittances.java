package io.claimgate.store.settlement;

import static io.claimgate.store.Times.utc;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.settlement.Remittances;
import io.claimgate.money.Currencies;
import io.claimgate.recovery.Remittance;
import io.claimgate.recovery.RemittanceChanges.Owed;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Table remittance. */
public final class JdbcRemittances implements Remittances {

    private final JdbcClient sql;

    public JdbcRemittances(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Remittance> of(ClaimKey claim) {
        return sql.sql("select * from remittance where claim_key = ? order by id")
                .param(claim.value())
                .query((row, number) -> new Remittance(
                        row.getLong("id"),
                        row.getString("root"),
                        row.getBigDecimal("amount")
                                .setScale(Currencies.minorUnits(row.getString("currency")), RoundingMode.UNNECESSARY),
                        row.getObject("owed_on", LocalDate.class),
                        Remittance.State.valueOf(row.getString("state"))))
                .list();
    }

    @Override
    public long owe(Claim claim, Owed owed, @Nullable LocalDate closesOn, Instant now) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        sql.sql("""
                        insert into remittance (claim_key, creditor, insurer, cause, root, amount, currency, owed_on, closes_on, state, recorded_at, changed_at)
                        values (:claim, :creditor, :insurer, :cause, :root, :amount, :currency, :owedOn, :closesOn, 'OWED', :now, :now)""")
                .param("claim", claim.key().value())
                .param("creditor", claim.subject().creditor())
                .param("insurer", claim.subject().insurer())
                .param("cause", owed.cause())
                .param("root", owed.movement().root())
                .param("amount", owed.amount())
                .param("currency", claim.currency())
                .param("owedOn", owed.movement().on())
                .param("closesOn", closesOn)
                .param("now", utc(now))
                .update(id, "id");
        return Objects.requireNonNull(id.getKey(), "no id came back for the remittance")
                .longValue();
    }

    @Override
    public void cancel(Remittance remittance, Instant now) {
        sql.sql("update remittance set state = 'VOID', changed_at = :now where id = :id and state = 'OWED'")
                .param("now", utc(now))
                .param("id", remittance.id())
                .update();
    }

    @Override
    public void remitted(Remittance remittance, LocalDate on, String reference, String actor, Instant now) {
        sql.sql("""
                        update remittance set state = 'REMITTED', remitted_on = :on, reference = :reference, recorded_by = :actor, changed_at = :now
                        where id = :id and state = 'OWED'""")
                .param("on", on)
                .param("reference", reference)
                .param("actor", actor)
                .param("now", utc(now))
                .param("id", remittance.id())
                .update();
    }
}
