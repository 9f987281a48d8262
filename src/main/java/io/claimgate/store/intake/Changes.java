package io.claimgate.store.intake;

import io.claimgate.store.Dialect;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The lines of a range that change something, each with the row that it changes, or none if it makes one: table {@code applying}, of which
 * every transaction sees its own rows only, and which is empty again after it. Only what stands in it is written.
 */
final class Changes {

    private static final String TEMPORARY = "create local temporary table if not exists applying"
            + " (line bigint primary key, target_id bigint unique) on commit delete rows";
    private static final int FETCH = 5000;

    private final NamedParameterJdbcTemplate sql;
    private final Dialect dialect;

    Changes(DataSource dataSource, Dialect dialect) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH);
        this.sql = new NamedParameterJdbcTemplate(template);
        this.dialect = dialect;
    }

    /** Finds them by a query of line and target id. */
    int find(String query, Map<String, ?> parameters) {
        if (dialect == Dialect.POSTGRESQL) {
            sql.getJdbcOperations().execute(TEMPORARY);
        }
        // A plan made for an empty table would be kept for a full one. Only here: the checks of foreign keys would plan
        // anew for every row.
        planCache("force_custom_plan");
        int found = sql.update("insert into applying (line, target_id) " + query, parameters);
        planCache("auto");
        if (dialect == Dialect.POSTGRESQL && found > 0) {
            sql.getJdbcOperations().execute("analyze applying");
        }
        return found;
    }

    /** Takes the rows away before the transaction ends. */
    void forget() {
        if (dialect == Dialect.H2) {
            sql.getJdbcOperations().execute("delete from applying");
        }
    }

    private void planCache(String mode) {
        if (dialect == Dialect.POSTGRESQL) {
            sql.getJdbcOperations().execute("set local plan_cache_mode = " + mode);
        }
    }

    /** Hash over line and row hash of each of them, in the order of their lines; empty where there are none. */
    String digest(String stagingTable, long fileId) {
        MessageDigest sha = Hashes.sha256();
        ByteBuffer buffer = ByteBuffer.allocate(24);
        boolean[] any = new boolean[1];
        RowCallbackHandler add = row -> {
            UUID hash = row.getObject(2, UUID.class);
            buffer.clear();
            buffer.putLong(row.getLong(1))
                    .putLong(hash.getMostSignificantBits())
                    .putLong(hash.getLeastSignificantBits());
            sha.update(buffer.array());
            any[0] = true;
        };
        sql.query(
                "select a.line, s.row_hash from applying a join " + stagingTable
                        + " s on s.file_id = :file and s.line = a.line order by a.line",
                Map.of("file", fileId),
                add);
        return any[0] ? HexFormat.of().formatHex(sha.digest()) : "";
    }
}
