package io.claimgate.store.watch;

import io.claimgate.flow.watch.FrozenDates;
import io.claimgate.receivable.ReceivableState;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table receivable, as far as persons change its dates. */
public final class JdbcFrozenDates implements FrozenDates {

    private final JdbcClient sql;

    public JdbcFrozenDates(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Frozen> lock(long receivable) {
        return sql.sql(
                        "select id, creditor, invoice_number, instalment, issue_date, original_due_date, state, exposure_id"
                                + " from receivable where id = ? for update")
                .param(receivable)
                .query((row, number) -> new Frozen(
                        row.getLong("id"),
                        row.getString("creditor"),
                        row.getString("invoice_number") + "/" + row.getInt("instalment"),
                        row.getObject("issue_date", LocalDate.class),
                        row.getObject("original_due_date", LocalDate.class),
                        ReceivableState.valueOf(row.getString("state")),
                        row.getObject("exposure_id", Long.class)))
                .optional();
    }

    @Override
    public void correct(long receivable, LocalDate dueOn) {
        sql.sql("update receivable set original_due_date = ?, corrected_from = due_date where id = ?")
                .params(dueOn, receivable)
                .update();
    }

    @Override
    public void reopen(long receivable) {
        sql.sql("update receivable set state = 'OVERDUE' where id = ? and state = 'FORECLOSED'")
                .param(receivable)
                .update();
    }
}
