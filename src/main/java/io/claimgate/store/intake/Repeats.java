package io.claimgate.store.intake;

import io.claimgate.feed.Counts;
import io.claimgate.feed.RowFault;
import io.claimgate.flow.intake.Faults;
import io.claimgate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Takes lines out of staging that cannot stand there. */
final class Repeats {

    private record Repeat(long line, long first, boolean same, String key) {}

    private record First(List<Object> key, long line, UUID hash) {}

    private final NamedParameterJdbcTemplate sql;
    private final Faults faults;

    Repeats(NamedParameterJdbcTemplate sql, Faults faults) {
        this.sql = sql;
        this.faults = faults;
    }

    /** The first line of a business key counts; identical ones after it change nothing, others are rejects. */
    Counts remove(String table, List<String> key, String keyField, String shown, long fileId) {
        List<Repeat> repeats = find(table, key, shown, fileId);
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

    /** One sorted walk: databases that join a file with its own groups may take the square of its length for it. */
    private List<Repeat> find(String table, List<String> key, String shown, long fileId) {
        List<Repeat> repeats = new ArrayList<>();
        First[] first = new First[1];
        String keys = String.join(", ", key);
        RowCallbackHandler walk = row -> {
            List<Object> here = new ArrayList<>();
            for (String column : key) {
                here.add(row.getObject(column));
            }
            long line = row.getLong("line");
            UUID hash = row.getObject("row_hash", UUID.class);
            First before = first[0];
            if (before != null && before.key().equals(here)) {
                repeats.add(new Repeat(line, before.line(), before.hash().equals(hash), row.getString(shown)));
            } else {
                first[0] = new First(here, line, hash);
            }
        };
        sql.query(
                "select " + keys + ", line, row_hash from " + table + " where file_id = :file order by " + keys
                        + ", line",
                Map.of("file", fileId),
                walk);
        repeats.sort(Comparator.comparingLong(Repeat::line));
        return repeats;
    }

    /** Rejects what a query (columns line, shown) finds. */
    Counts reject(String table, long fileId, String field, String message, String query, Map<String, ?> parameters) {
        return reject(table, fileId, field, ProblemCode.ERP_111, message, query, parameters);
    }

    Counts reject(
            String table,
            long fileId,
            String field,
            ProblemCode code,
            String message,
            String query,
            Map<String, ?> parameters) {
        List<RowFault> found = new ArrayList<>();
        sql.query(query, parameters, row -> {
            found.add(new RowFault(row.getLong(1), field, code, message, row.getString(2), false));
        });
        return reject(table, fileId, found);
    }

    /** Rejects these, at most one a line. */
    Counts reject(String table, long fileId, List<RowFault> found) {
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
