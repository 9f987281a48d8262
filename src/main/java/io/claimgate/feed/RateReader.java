package io.claimgate.feed;

import io.claimgate.money.FxRate;
import io.claimgate.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of kind rates: on a day one unit of {@code from} was worth {@code rate} units of {@code to}. */
final class RateReader implements RowReader {

    static final List<String> FIELDS = List.of(CreditorCell.FIELD, "date", "from", "to", "rate");

    /** As the column of the table: no central bank publishes more. */
    private static final int DECIMALS = 12;

    private final Cells cells;
    private final CreditorCell creditor;
    private final Cell date;
    private final Cell from;
    private final Cell to;
    private final Cell rate;
    private final RowHash hash = new RowHash();

    RateReader(ErpSource source, Feed feed, List<String> header) {
        cells = new Cells(feed, header, FIELDS);
        creditor = new CreditorCell(source.creditor(), cells);
        date = cells.needed("date");
        from = cells.needed("from");
        to = cells.needed("to");
        rate = cells.needed("rate");
    }

    @Override
    public List<String> missingColumns() {
        return cells.missing();
    }

    @Override
    public @Nullable Row read(long line, String[] row, RowFaults faults) {
        String whose = creditor.read(row, faults);
        LocalDate day = date.requiredDate(row, faults);
        String one = currency(from, row, faults);
        String other = currency(to, row, faults);
        BigDecimal units = units(row, faults);
        if (whose == null || day == null || one == null || other == null || units == null || faults.rejected()) {
            return null;
        }
        if (one.equals(other)) {
            faults.reject("to", ProblemCode.ERP_106, "is the same as from; correct the row or the mapping", other);
            return null;
        }
        return new RateRow(
                line,
                whose,
                new FxRate(day, one, other, units),
                hash.add(day).add(one).add(other).add(units).take());
    }

    private static @Nullable String currency(Cell cell, String[] row, RowFaults faults) {
        if (!cell.given(row)) {
            cell.missing(faults);
            return null;
        }
        return Cells.currency(cell, row, faults);
    }

    private @Nullable BigDecimal units(String[] row, RowFaults faults) {
        if (!rate.given(row)) {
            rate.missing(faults);
            return null;
        }
        BigDecimal units = rate.amount(row, DECIMALS, faults);
        if (units != null && units.signum() <= 0) {
            faults.reject(
                    "rate",
                    ProblemCode.ERP_110,
                    "a rate is above zero; correct the row and drop it again",
                    units.toPlainString());
            return null;
        }
        return units;
    }
}
