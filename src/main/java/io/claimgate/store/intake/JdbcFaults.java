package io.claimgate.store.intake;

import io.claimgate.feed.RowFault;
import io.claimgate.flow.intake.Faults;
import io.claimgate.problem.ProblemCode;
import io.claimgate.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionOperations;

/** The table file_fault. */
public final class JdbcFaults implements Faults {

    private static final List<String> COLUMNS =
            List.of("file_id", "line", "no", "field", "code", "message", "fault_value", "warning");
    private static final Map<String, ProblemCode> CODES =
            Arrays.stream(ProblemCode.values()).collect(Collectors.toMap(ProblemCode::code, Function.identity()));
    private static final int FETCH = 1000;
    private static final int CHUNK = 500;

    private final JdbcTemplate sql;
    private final BulkInserts inserts;
    private final TransactionOperations transactions;

    public JdbcFaults(DataSource dataSource, Dialect dialect, TransactionOperations transactions) {
        this.sql = new JdbcTemplate(dataSource);
        this.sql.setFetchSize(FETCH);
        this.inserts = new BulkInserts(dataSource, dialect);
        this.transactions = transactions;
    }

    @Override
    public void add(long fileId, List<RowFault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        write(fileId, faults, Map.of());
    }

    @Override
    public void addMore(long fileId, List<RowFault> faults) {
        for (int from = 0; from < faults.size(); from += CHUNK) {
            List<RowFault> chunk = faults.subList(from, Math.min(from + CHUNK, faults.size()));
            Map<Long, Integer> numbers = new HashMap<>();
            Set<String> known = new HashSet<>();
            String lines = chunk.stream()
                    .map(fault -> Long.toString(fault.line()))
                    .distinct()
                    .collect(Collectors.joining(","));
            sql.query(
                    "select line, no, code, field from file_fault where file_id = ? and line in (" + lines + ")",
                    (RowCallbackHandler) row -> {
                        numbers.merge(row.getLong("line"), row.getInt("no"), Math::max);
                        known.add(row.getLong("line") + " " + row.getString("code") + " " + row.getString("field"));
                    },
                    fileId);
            List<RowFault> fresh = chunk.stream()
                    .filter(fault -> known.add(fault.line() + " " + fault.code().code() + " " + fault.field()))
                    .sorted(Comparator.comparingLong(RowFault::line))
                    .toList();
            write(fileId, fresh, numbers);
        }
    }

    @Override
    public long warnedRows(long fileId) {
        Long rows = sql.queryForObject(
                "select count(distinct w.line) from file_fault w where w.file_id = ? and w.warning and not exists"
                        + " (select 1 from file_fault r where r.file_id = w.file_id and r.line = w.line and not r.warning)",
                Long.class,
                fileId);
        return rows == null ? 0 : rows;
    }

    private void write(long fileId, List<RowFault> faults, Map<Long, Integer> numbersTaken) {
        try (BulkInserts.Sink sink = inserts.open("file_fault", COLUMNS)) {
            long line = -1;
            int number = 0;
            for (RowFault fault : faults) {
                number = fault.line() == line ? number + 1 : numbersTaken.getOrDefault(fault.line(), 0) + 1;
                line = fault.line();
                sink.add(
                        fileId,
                        line,
                        number,
                        fault.field(),
                        fault.code().code(),
                        fault.message(),
                        fault.value(),
                        fault.warning());
            }
        }
    }

    @Override
    public void forEachReject(long fileId, Consumer<RowFault> reader) {
        // In a transaction PostgreSQL hands the rows over in portions instead of all at once.
        RowCallbackHandler handler = row -> reader.accept(fault(row));
        transactions.executeWithoutResult(status -> sql.query(
                "select * from file_fault where file_id = ? and not warning order by line, no", handler, fileId));
    }

    @Override
    public List<Summary> summary(long fileId) {
        return sql.query(
                "select code, warning, count(distinct line) as found from file_fault where file_id = ? group by code, warning order by 2, 3 desc, 1",
                (row, number) -> new Summary(row.getString("code"), row.getBoolean("warning"), row.getLong("found")),
                fileId);
    }

    private static RowFault fault(ResultSet row) throws SQLException {
        ProblemCode code = CODES.get(row.getString("code"));
        if (code == null) {
            throw new IllegalStateException(
                    "file_fault holds a code that the catalogue does not know: " + row.getString("code"));
        }
        return new RowFault(
                row.getLong("line"),
                row.getString("field"),
                code,
                row.getString("message"),
                row.getString("fault_value"),
                row.getBoolean("warning"));
    }
}
