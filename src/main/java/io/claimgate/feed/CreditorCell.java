package io.claimgate.feed;

import io.claimgate.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Whose a row is. A creditor that the source does not serve is refused. */
final class CreditorCell {

    static final String FIELD = "creditor";

    private final CreditorRule rule;
    private final Cell cell;

    CreditorCell(CreditorRule rule, Cells cells) {
        this.rule = rule;
        this.cell = rule.column() == null ? cells.of(FIELD) : cells.column(FIELD, rule.column());
    }

    @Nullable
    String read(String[] row, RowFaults faults) {
        String given = cell.text(row, 60, faults);
        if (rule.fixed() != null) {
            if (given != null && !given.equals(rule.fixed())) {
                return foreign(given, faults);
            }
            return rule.fixed();
        }
        if (given == null) {
            cell.missing(faults);
            return null;
        }
        String creditor = rule.map().get(given);
        return creditor == null ? foreign(given, faults) : creditor;
    }

    private @Nullable String foreign(String given, RowFaults faults) {
        faults.reject(
                FIELD,
                ProblemCode.ERP_108,
                "this source does not serve it; drop it where it belongs, or map it",
                given);
        return null;
    }
}
