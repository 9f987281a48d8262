package io.claimgate.store.intake;

import io.claimgate.flow.intake.DirtyExposures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table staging_dirty. */
public final class JdbcDirtyExposures implements DirtyExposures {

    private record Mark(String creditor, String exposure) {}

    private final JdbcClient sql;

    public JdbcDirtyExposures(JdbcClient sql) {
        this.sql = sql;
    }

    /** Marks the exposures that a query (columns id, creditor) finds. */
    static int mark(JdbcClient sql, long fileId, String query, Map<String, ?> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("dirtyFile", fileId);
        return sql.sql(
                        "insert into staging_dirty (file_id, exposure_id, creditor) select :dirtyFile, touched.id, touched.creditor from ("
                                + query
                                + ") touched where not exists (select 1 from staging_dirty d where d.file_id = :dirtyFile and d.exposure_id = touched.id)")
                .params(all)
                .update();
    }

    @Override
    public Map<String, List<String>> drain(long fileId) {
        List<Mark> marks = sql.sql(
                        "select creditor, exposure_id from staging_dirty where file_id = :file order by exposure_id")
                .param("file", fileId)
                .query((row, number) -> new Mark(row.getString(1), row.getString(2)))
                .list();
        sql.sql("delete from staging_dirty where file_id = :file")
                .param("file", fileId)
                .update();
        return marks.stream()
                .collect(
                        Collectors.groupingBy(Mark::creditor, Collectors.mapping(Mark::exposure, Collectors.toList())));
    }
}
