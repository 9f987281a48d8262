package io.claimgate.store.restore;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.Departure;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of postings and holds that an ERP could take, taken over into tables out_batch, posting and posting_found. */
final class FoundFiles {

    private final JdbcClient sql;

    FoundFiles(JdbcClient sql) {
        this.sql = sql;
    }

    /** The same again changes nothing. */
    void written(Departure.FileWritten file, Instant now) {
        insert(file, now);
        sql.sql(
                        "update out_batch set state = 'WRITTEN', written_at = ?, written_by = 'machine' where source = ? and name = ? and state = 'FIXED'")
                .params(utc(now), file.source(), file.name())
                .update();
        long batch = sql.sql("select id from out_batch where source = ? and name = ?")
                .params(file.source(), file.name())
                .query(Long.class)
                .single();
        sql.sql("update posting set state = 'WRITTEN' where batch_id = ? and state = 'FIXED'")
                .param(batch)
                .update();
        file.postings().forEach((posting, entry) -> posting(batch, posting, entry));
    }

    private void insert(Departure.FileWritten file, Instant now) {
        sql.sql("""
                        insert into out_batch (kind, source, creditor, ordinal, name, sha256, size_bytes, items, state, fixed_at, written_at, written_by)
                        select :kind, :source,
                               case when :creditor <> '*' then :creditor
                                    else coalesce((select max(creditor) from out_batch where source = :source),
                                                  (select max(creditor) from erp_file where source = :source), '*') end,
                               case when :ordinal > coalesce((select max(ordinal) from out_batch where kind = :kind and source = :source), 0) then :ordinal
                                    else (select max(ordinal) + 1 from out_batch where kind = :kind and source = :source) end,
                               :name, :sha, :size, :items, 'WRITTEN', :now, :now, 'machine'
                         where not exists (select 1 from out_batch where source = :source and name = :name)""")
                .param("kind", file.kind())
                .param("source", file.source())
                .param("creditor", file.creditor())
                .param("ordinal", file.ordinal())
                .param("name", file.name())
                .param("sha", file.sha256())
                .param("size", file.size())
                .param("items", file.items())
                .param("now", utc(now))
                .update();
    }

    private void posting(long batch, String posting, Departure.Entry found) {
        Long entry = found.number() > 0 ? found.number() : null;
        sql.sql("""
                        insert into posting_found (posting_id, source, creditor, batch_id, entry_no, digest)
                        select :posting, b.source, b.creditor, b.id, cast(:entry as bigint), cast(:digest as char(64)) from out_batch b
                         where b.id = :batch and not exists (select 1 from posting_found where posting_id = :posting)""")
                .param("posting", posting)
                .param("entry", entry)
                .param("digest", found.digest())
                .param("batch", batch)
                .update();
        // Open in the restored database: it stands in that file all the same.
        sql.sql(
                        "update posting set state = 'WRITTEN', batch_id = :batch, entry_no = cast(:entry as bigint) where posting_id = :posting and state = 'OPEN'")
                .param("batch", batch)
                .param("entry", entry)
                .param("posting", posting)
                .update();
    }
}
