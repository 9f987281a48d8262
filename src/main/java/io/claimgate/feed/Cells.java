package io.claimgate.feed;

import io.claimgate.money.Currencies;
import io.claimgate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a feed against the header of one file. */
final class Cells {

    private final Map<String, FieldSource> sources = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final DateRule dates;
    private final AmountRule amounts;
    private final List<String> missing = new ArrayList<>();

    /** @param canonical every field that the kind knows */
    Cells(Feed feed, List<String> header, List<String> canonical) {
        dates = new DateRule(feed.csv().date());
        amounts = new AmountRule(feed.csv().decimal(), feed.csv().grouping());
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip(), i);
        }
        if (feed.fields().isEmpty()) {
            canonical.stream()
                    .filter(columns::containsKey)
                    .forEach(field -> sources.put(field, FieldSource.column(field, field)));
        } else {
            feed.fields().forEach(source -> sources.put(source.field(), source));
        }
    }

    /** The cell of a field that every row must have: a missing column is the file's fault, not each row's. */
    Cell needed(String field) {
        if (!sources.containsKey(field)) {
            missing.add(field);
        }
        return of(field);
    }

    Cell of(String field) {
        FieldSource source = sources.get(field);
        if (source == null) {
            return Cell.absent(field, dates, amounts);
        }
        if (source.column() == null) {
            return new Cell(source, -1, dates, amounts);
        }
        return new Cell(source, index(source.column()), dates, amounts);
    }

    /** The cell of a column that the mapping names outside its fields. */
    Cell column(String field, String column) {
        return new Cell(new FieldSource(field, column, null, Map.of(), true, null), index(column), dates, amounts);
    }

    /** Columns that the mapping or the kind needs and the header lacks. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    private int index(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            missing.add(column);
            return -1;
        }
        return index;
    }

    /** The currency of a row that must name one; null where it was refused. */
    static @Nullable String requiredCurrency(Cell cell, String[] row, RowFaults faults) {
        if (!cell.given(row)) {
            cell.missing(faults);
            return null;
        }
        return currency(cell, row, faults);
    }

    /** The currency of a row; null where it was refused. */
    static @Nullable String currency(Cell cell, String[] row, RowFaults faults) {
        String code = cell.text(row, 60, faults);
        if (code != null && !Currencies.known(code)) {
            faults.reject(
                    cell.field(),
                    ProblemCode.ERP_106,
                    "not a currency of ISO 4217; correct the row or map the value",
                    code);
            return null;
        }
        return code;
    }
}
