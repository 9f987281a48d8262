package io.claimgate.store.intake;

import static io.claimgate.store.Times.utc;
import static io.claimgate.store.Times.utcOrNull;

import io.claimgate.feed.Counts;
import io.claimgate.feed.FilePhase;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.ErpFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table erp_file. */
public final class JdbcErpFiles implements ErpFiles {

    private static final String AT_WORK = " phase in ('TAKEN', 'STAGED', 'APPLYING', 'APPLIED')";
    private static final String EFFECTIVE =
            " source = :source and feed = :feed and status in ('ACCEPTED', 'PARTIALLY_ACCEPTED') and phase in ('APPLIED', 'ANSWERED')";

    private final JdbcClient sql;
    private final ErpFileRows rows;

    public JdbcErpFiles(JdbcClient sql, ErpFileRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    @Override
    public ErpFile begin(Found found) {
        // Two gateways that see the same name at once: the unique key (source, name, ordinal) lets one of them try
        // again.
        Integer before = sql.sql(
                        "select coalesce(max(ordinal), 0) from erp_file where source = :source and name = :name")
                .param("source", found.source())
                .param("name", found.name())
                .query(Integer.class)
                .single();
        return beginAs(found, before + 1);
    }

    @Override
    public ErpFile beginAs(Found found, int ordinal) {
        sql.sql("""
                        insert into erp_file (source, feed, kind, creditor, name, ordinal, phase, size_bytes, marker, taken_by, received_at, config_hash)
                        values (:source, :feed, :kind, :creditor, :name, :ordinal, 'TAKING', :size, :marker, :by, :at, :config)""")
                .param("source", found.source())
                .param("feed", found.feed())
                .param("kind", found.kind())
                .param("creditor", found.creditor())
                .param("name", found.name())
                .param("ordinal", ordinal)
                .param("size", found.size())
                .param("marker", found.marker())
                .param("by", found.takenBy())
                .param("at", utc(found.receivedAt()))
                .param("config", found.configHash())
                .update();
        return sql.sql("select * from erp_file where source = :source and name = :name and ordinal = :ordinal")
                .param("source", found.source())
                .param("name", found.name())
                .param("ordinal", ordinal)
                .query(rows)
                .single();
    }

    @Override
    public Optional<ErpFile> find(long id) {
        return sql.sql("select * from erp_file where id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    @Override
    public void save(ErpFile before, ErpFile after) {
        Counts counts = after.counts();
        int updated = sql.sql("""
                        update erp_file set phase = :phase, status = :status, sha256 = :sha, size_bytes = :size, as_of = :asOf, staged_line = :staged,
                          applied_line = :applied, rows_read = :read, rows_created = :created, rows_updated = :updated, rows_unchanged = :unchanged,
                          rows_settled = :settled, rows_rejected = :rejected, rows_warned = :warned, reasons = :reasons, duplicate_of = :duplicateOf,
                          held_reason = :held, decided_by = :decidedBy, changes_root = :root, answered_at = :answered
                        where id = :id and phase = :phaseBefore and staged_line = :stagedBefore and applied_line = :appliedBefore""")
                .param("phase", after.phase().name())
                .param("status", after.status() == null ? null : after.status().name())
                .param("sha", after.sha256())
                .param("size", after.size())
                .param("asOf", after.asOf())
                .param("staged", after.stagedLine())
                .param("applied", after.appliedLine())
                .param("read", counts.read())
                .param("created", counts.created())
                .param("updated", counts.updated())
                .param("unchanged", counts.unchanged())
                .param("settled", counts.settled())
                .param("rejected", counts.rejected())
                .param("warned", counts.warned())
                .param("reasons", rows.json(after.reasons()))
                .param("duplicateOf", after.duplicateOf())
                .param("held", after.heldReason())
                .param("decidedBy", after.decidedBy())
                .param("root", after.changesRoot())
                .param("answered", utcOrNull(after.answeredAt()))
                .param("id", before.id())
                .param("phaseBefore", before.phase().name())
                .param("stagedBefore", before.stagedLine())
                .param("appliedBefore", before.appliedLine())
                .update();
        if (updated == 0) {
            throw new SteppedOn(before);
        }
    }

    @Override
    public boolean discard(long id) {
        return sql.sql("delete from erp_file where id = :id and phase = 'TAKING'")
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public List<ErpFile> taking(String source) {
        return sql.sql("select * from erp_file where phase = :phase and source = :source order by id")
                .param("phase", FilePhase.TAKING.name())
                .param("source", source)
                .query(rows)
                .list();
    }

    @Override
    public Optional<ErpFile> lastEffective(String source, String feed) {
        return sql.sql("select * from erp_file where" + EFFECTIVE + " order by id desc fetch first 1 rows only")
                .param("source", source)
                .param("feed", feed)
                .query(rows)
                .optional();
    }

    @Override
    public Optional<LocalDate> lastAsOf(String source, String feed) {
        return sql.sql("select as_of from erp_file where as_of is not null and" + EFFECTIVE
                        + " order by as_of desc fetch first 1 rows only")
                .param("source", source)
                .param("feed", feed)
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public List<ErpFile> held(String source, String feed) {
        return sql.sql("select * from erp_file where phase = 'HELD' and source = :source and feed = :feed order by id")
                .param("source", source)
                .param("feed", feed)
                .query(rows)
                .list();
    }

    @Override
    public boolean earlierAtWork(ErpFile file, boolean anyFeed) {
        return sql.sql("select count(*) from erp_file where" + AT_WORK + " and source = :source and id < :id"
                                + (anyFeed ? " and kind <> 'documents'" : " and feed = :feed"))
                        .param("source", file.source())
                        .param("id", file.id())
                        .param("feed", file.feed())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public boolean othersAtWork(ErpFile file) {
        return sql.sql(
                                "select count(*) from erp_file where phase in ('STAGED', 'APPLYING') and source = :source and feed = :feed and id <> :id")
                        .param("source", file.source())
                        .param("feed", file.feed())
                        .param("id", file.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public List<ErpFile> nextWaiting(String source) {
        return sql.sql(
                        "select * from erp_file where id in (select min(id) from erp_file where phase = 'TAKEN' and source = :source group by feed) order by id")
                .param("source", source)
                .query(rows)
                .list();
    }

    @Override
    public boolean sharesCreditors(ErpFile file) {
        return sql.sql(
                                "select count(*) from erp_file where kind = 'invoices' and source <> :source and status in ('ACCEPTED', 'PARTIALLY_ACCEPTED')"
                                        + " and (creditor = :creditor or creditor = '*' or :creditor = '*')")
                        .param("source", file.source())
                        .param("creditor", file.creditor())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
