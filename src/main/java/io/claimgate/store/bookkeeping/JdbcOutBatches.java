package io.claimgate.store.bookkeeping;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.Vault;
import io.claimgate.flow.bookkeeping.OutBatch;
import io.claimgate.flow.bookkeeping.OutBatches;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Table out_batch. */
public final class JdbcOutBatches implements OutBatches {

    private final JdbcClient sql;

    public JdbcOutBatches(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<OutBatch> unfinished(OutBatch.Kind kind, String source) {
        return sql.sql(
                        "select * from out_batch where state in ('FIXED', 'WRITING', 'DOUBTFUL') and kind = ? and source = ?"
                                + " order by id fetch first 1 rows only")
                .params(kind.name(), source)
                .query((row, number) -> batch(row))
                .optional();
    }

    @Override
    public Optional<OutBatch> find(long id) {
        return sql.sql("select * from out_batch where id = ?")
                .param(id)
                .query((row, number) -> batch(row))
                .optional();
    }

    @Override
    public long nextOrdinal(OutBatch.Kind kind, String source) {
        return sql.sql("select coalesce(max(ordinal), 0) + 1 from out_batch where kind = ? and source = ?")
                .params(kind.name(), source)
                .query(Long.class)
                .single();
    }

    @Override
    public boolean named(String source, String name) {
        return sql.sql("select count(*) from out_batch where source = ? and name = ?")
                        .params(source, name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public OutBatch insert(
            OutBatch.Kind kind,
            String source,
            String creditor,
            long ordinal,
            String name,
            Vault.Stored bytes,
            int items,
            Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        sql.sql("""
                        insert into out_batch (kind, source, creditor, ordinal, name, sha256, size_bytes, items, state, fixed_at)
                        values (:kind, :source, :creditor, :ordinal, :name, :sha, :size, :items, 'FIXED', :now)""")
                .param("kind", kind.name())
                .param("source", source)
                .param("creditor", creditor)
                .param("ordinal", ordinal)
                .param("name", name)
                .param("sha", bytes.sha256())
                .param("size", bytes.size())
                .param("items", items)
                .param("now", utc(now))
                .update(key, "id");
        return find(Objects.requireNonNull(key.getKey(), "no id came back").longValue())
                .orElseThrow();
    }

    @Override
    public boolean step(OutBatch batch, OutBatch.State to) {
        return sql.sql("update out_batch set state = ?, laid_by = ? where id = ? and state = ?")
                        .params(
                                to.name(),
                                batch.laidBy(),
                                batch.id(),
                                batch.state().name())
                        .update()
                == 1;
    }

    @Override
    public boolean written(OutBatch batch, String by, Instant now) {
        return sql.sql(
                                "update out_batch set state = 'WRITTEN', written_at = ?, written_by = ? where id = ? and state <> 'WRITTEN'")
                        .params(utc(now), by, batch.id())
                        .update()
                == 1;
    }

    private static OutBatch batch(ResultSet row) throws SQLException {
        return new OutBatch(
                row.getLong("id"),
                OutBatch.Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getString("creditor"),
                row.getLong("ordinal"),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                row.getInt("items"),
                OutBatch.State.valueOf(row.getString("state")),
                row.getLong("laid_by"));
    }
}
