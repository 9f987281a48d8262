package io.claimgate.store.intake;

import io.claimgate.feed.RowFault;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Faults;
import io.claimgate.problem.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** A due date later than the frozen one is a proposed extension and an alert: ERPs postpone by overwriting (deadlines.md 7). */
final class LaterDueDates {

    private record Postponed(
            long line, long receivable, String creditor, String invoice, LocalDate frozen, LocalDate proposed) {}

    private final NamedParameterJdbcTemplate sql;
    private final Faults faults;
    private final Alerts alerts;

    LaterDueDates(NamedParameterJdbcTemplate sql, Faults faults, Alerts alerts) {
        this.sql = sql;
        this.faults = faults;
        this.alerts = alerts;
    }

    /** Before the update: a date that was proposed before is not told again. */
    void tell(ErpFile file) {
        List<Postponed> found = sql.query(
                "select s.line, r.id, r.creditor, r.invoice_number, r.original_due_date, s.due_date from applying a join staging_invoice s"
                        + " on s.file_id = :file and s.line = a.line join receivable r on r.id = a.target_id"
                        + " where s.due_date > r.original_due_date and s.due_date is distinct from r.due_date order by s.line",
                Map.of("file", file.id()),
                (row, number) -> new Postponed(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class)));
        faults.addMore(
                file.id(),
                found.stream()
                        .map(one -> new RowFault(
                                one.line(),
                                "dueDate",
                                ProblemCode.ERP_203,
                                "later than the first accepted " + one.frozen()
                                        + ", which stays the anchor; record an extension if it is one",
                                one.proposed().toString(),
                                true))
                        .toList());
        for (Postponed one : found) {
            alerts.raise(
                    ProblemCode.ERP_203,
                    Alerts.Severity.WARNING,
                    "receivable/" + one.receivable(),
                    one.proposed().toString(),
                    one.creditor(),
                    ProblemCode.ERP_203.code() + " invoice " + one.invoice() + ": the ERP proposes " + one.proposed()
                            + ", deadlines stay on " + one.frozen() + "; record an extension if it is one");
        }
    }
}
