package io.claimgate.store.intake;

import io.claimgate.feed.Counts;
import io.claimgate.feed.RowFault;
import io.claimgate.flow.intake.Faults;
import io.claimgate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Takes lines out of staging that cannot stand there. */
final class Repeats {

    private record Repeat(long line, long first, boolean same, String key) {}

    private final NamedParameterJdbcTemplate sql;
    private final Faults faults;

    Repeats(NamedParameterJdbcTemplate sql, Faults faults) {
        this.sql = sql;
        this.faults = faults;
    }

    /** The first line of a business key counts; identical ones after it change nothing, others are rejects. */
    Counts remove(String table, List<String> key, String keyField, String shown, long fileId) {
        String keys = String.join(", ", key);
        String same = key.stream()
                .map(column -> "s." + column + " is not distinct from k." + column)
                .collect(Collectors.joining(" and "));
        List<Repeat> repeats = sql.query(
                "select s.line, k.first_line, s.row_hash = f.row_hash as same, s." + shown + " as shown from (select "
                        + keys
                        + ", min(line) as first_line from " + table + " where file_id = :file group by " + keys
                        + " having count(*) > 1) k join "
                        + table + " s on s.file_id = :file and s.line > k.first_line and " + same + " join " + table
                        + " f on f.file_id = :file and f.line = k.first_line order by s.line",
                Map.of("file", fileId),
                (row, number) -> new Repeat(row.getLong(1), row.getLong(2), row.getBoolean(3), row.getString(4)));
        faults.addMore(
                fileId,
                repeats.stream()
                        .filter(repeat -> !repeat.same())
                        .map(repeat -> new RowFault(
                                repeat.line(),
                                keyField,
                                ProblemCode.ERP_107,
                                "stands on line " + repeat.first()
                                        + " already with other content; keep one and drop it again",
                                repeat.key(),
                                false))
                        .toList());
        removeLines(table, fileId, repeats.stream().map(Repeat::line));
        long unchanged = repeats.stream().filter(Repeat::same).count();
        return new Counts(0, 0, 0, unchanged, 0, repeats.size() - unchanged, 0);
    }

    /** Rejects what a query (columns line, shown) finds. */
    Counts reject(String table, long fileId, String field, String message, String query, Map<String, ?> parameters) {
        List<RowFault> found = new ArrayList<>();
        sql.query(query, parameters, row -> {
            found.add(new RowFault(row.getLong(1), field, ProblemCode.ERP_111, message, row.getString(2), false));
        });
        faults.addMore(fileId, found);
        removeLines(table, fileId, found.stream().map(RowFault::line));
        return Counts.ofRead(0, found.size());
    }

    void removeLines(String table, long fileId, Stream<Long> lines) {
        List<Object[]> rows = lines.map(line -> new Object[] {fileId, line}).toList();
        if (!rows.isEmpty()) {
            sql.getJdbcOperations().batchUpdate("delete from " + table + " where file_id = ? and line = ?", rows);
        }
    }
}
