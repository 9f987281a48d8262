package io.claimgate.store.bookkeeping;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.bookkeeping.Holds;
import io.claimgate.flow.bookkeeping.OutBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Tables supply_hold and hold_told. A buyer is held while any of his exposures is, under each of his customer numbers. */
public final class JdbcHolds implements Holds {

    private static final String ERP = "erp:";
    private static final String LIFTED = "cover restored: deliveries are insured again";

    private static final String TO_STOP = """
            select i.creditor, i.id_value as buyer_ref, min(h.since) as since, min(h.reason) as reason
              from supply_hold h
              join buyer_identifier i on i.buyer_id = h.buyer_id and i.creditor = h.creditor and i.scheme = :scheme
             where h.open_key is not null
               and not exists (select 1 from hold_told t
                                where t.source = :source and t.creditor = i.creditor and t.buyer_ref = i.id_value and t.held)
             group by i.creditor, i.id_value
             order by i.creditor, i.id_value""";

    private static final String TO_LIFT = """
            select t.creditor, t.buyer_ref, max(h.lifted_on) as since
              from hold_told t
              join buyer_identifier i on i.creditor = t.creditor and i.scheme = :scheme and i.id_value = t.buyer_ref
              join supply_hold h on h.buyer_id = i.buyer_id and h.creditor = t.creditor
             where t.source = :source and t.held
             group by t.creditor, t.buyer_ref
            having sum(case when h.open_key is null then 0 else 1 end) = 0
             order by t.creditor, t.buyer_ref""";

    private final NamedParameterJdbcTemplate sql;

    public JdbcHolds(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    @Override
    public void open(Subject subject, LocalDate since, String reason, Instant now) {
        sql.update("""
                insert into supply_hold (exposure_id, creditor, buyer_id, since, reason, opened_at, open_key)
                select :exposure, :creditor, :buyer, :since, :reason, :now, :exposure
                where not exists (select 1 from supply_hold where open_key = :exposure)""", values(subject, now).addValue("since", since).addValue("reason", reason));
    }

    @Override
    public void lift(Subject subject, LocalDate on, Instant now) {
        sql.update(
                "update supply_hold set lifted_on = :on, lifted_at = :now, open_key = null where open_key = :exposure",
                values(subject, now).addValue("on", on));
    }

    private static MapSqlParameterSource values(Subject subject, Instant now) {
        return new MapSqlParameterSource("exposure", subject.exposureId())
                .addValue("creditor", subject.creditor())
                .addValue("buyer", subject.buyerId())
                .addValue("now", utc(now));
    }

    @Override
    public Collection<String> sources(Subject subject) {
        return sql
                .queryForList(
                        "select distinct scheme from buyer_identifier where buyer_id = :buyer and creditor = :creditor and scheme like 'erp:%'"
                                + " order by scheme",
                        Map.of("buyer", subject.buyerId(), "creditor", subject.creditor()), String.class)
                .stream()
                .map(scheme -> scheme.substring(ERP.length()))
                .toList();
    }

    @Override
    public List<Line> untold(String source) {
        Map<String, Object> scope = Map.of("source", source, "scheme", ERP + source);
        List<Line> lines =
                new ArrayList<>(sql.query(TO_STOP, scope, (row, number) -> line(row, true, row.getString("reason"))));
        lines.addAll(sql.query(TO_LIFT, scope, (row, number) -> line(row, false, LIFTED)));
        return lines;
    }

    private static Line line(ResultSet row, boolean hold, String reason) throws SQLException {
        return new Line(
                row.getString("creditor"),
                row.getString("buyer_ref"),
                hold,
                reason,
                row.getObject("since", LocalDate.class));
    }

    @Override
    public void told(OutBatch batch, List<Line> lines) {
        for (Line line : lines) {
            MapSqlParameterSource values = new MapSqlParameterSource("source", batch.source())
                    .addValue("creditor", line.creditor())
                    .addValue("ref", line.buyerRef())
                    .addValue("held", line.hold())
                    .addValue("batch", batch.id());
            if (sql.update(
                            "update hold_told set held = :held, batch_id = :batch where source = :source and creditor = :creditor and buyer_ref = :ref",
                            values)
                    == 0) {
                sql.update(
                        "insert into hold_told (source, creditor, buyer_ref, held, batch_id) values (:source, :creditor, :ref, :held, :batch)",
                        values);
            }
        }
    }
}
