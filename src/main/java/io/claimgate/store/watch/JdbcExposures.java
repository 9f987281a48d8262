package io.claimgate.store.watch;

import static io.claimgate.store.Times.utc;
import static io.claimgate.store.Times.utcOrNull;

import io.claimgate.calendar.DayRange;
import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.reason.ReasonText;
import io.claimgate.flow.watch.ExposureRow;
import io.claimgate.flow.watch.Exposures;
import io.claimgate.flow.watch.PolicyPins;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.receivable.ReceivablePicture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/** The exposure's rows: itself, its receivables' states, its clocks. What it is computed from is read by {@link FactsReader}. */
public final class JdbcExposures implements Exposures {

    private final NamedParameterJdbcTemplate sql;
    private final FactsReader facts;

    public JdbcExposures(NamedParameterJdbcTemplate sql, FactsReader facts) {
        this.sql = sql;
        this.facts = facts;
    }

    @Override
    public Optional<ExposureRow> lock(long exposureId) {
        return sql
                .query(
                        "select id, contract, creditor, buyer_id, episode, policy_versions, cover_stopped_on from exposure where id = :id for update",
                        Map.of("id", exposureId),
                        (row, number) -> exposure(row))
                .stream()
                .findFirst();
    }

    private static ExposureRow exposure(ResultSet row) throws SQLException {
        String pins = row.getString("policy_versions");
        return new ExposureRow(
                row.getLong("id"),
                row.getString("contract"),
                row.getString("creditor"),
                row.getLong("buyer_id"),
                row.getInt("episode"),
                pins == null ? PolicyPins.NONE : PolicyPins.parse(pins),
                row.getObject("cover_stopped_on", LocalDate.class));
    }

    @Override
    public Loaded load(ExposureRow exposure, ZoneId zone) {
        return facts.load(exposure, zone);
    }

    @Override
    public void save(ExposureRow exposure, ExposurePicture picture, PolicyPins pins, Instant now) {
        sql.update(
                """
                update exposure set policy = :policy, outstanding = :outstanding, overdue = :overdue, governing = :governing,
                  cover_stopped_on = :stopped, policy_versions = :pins, next_action_at = :next, computed_at = :now, version = version + 1
                where id = :id""",
                new MapSqlParameterSource("id", exposure.id())
                        .addValue("policy", picture.term().policy().name())
                        .addValue("outstanding", picture.outstanding())
                        .addValue("overdue", picture.overdue())
                        .addValue("governing", picture.governing())
                        .addValue("stopped", picture.coverStoppedOn())
                        .addValue("pins", pins.text())
                        .addValue("next", utcOrNull(picture.nextActionAt()))
                        .addValue("now", utc(now)));
    }

    @Override
    public void nextEpisode(ExposureRow exposure, @Nullable DayRange filed) {
        if (filed != null) {
            sql.update(
                    "update claim set filed_until = :until where exposure_id = :id and episode = :episode and withdrawn_at is not null",
                    new MapSqlParameterSource("id", exposure.id())
                            .addValue("episode", exposure.episode())
                            .addValue("until", filed.to()));
        }
        sql.update("update exposure set episode = episode + 1 where id = :id", Map.of("id", exposure.id()));
    }

    @Override
    public void saveReceivables(List<ReceivablePicture> changed, Map<Long, String> claimed, Instant now) {
        if (changed.isEmpty()) {
            return;
        }
        // As arrays: a statement for each of the thousands that one file may change costs PostgreSQL twice to three
        // times as much.
        sql.update(
                """
                merge into receivable r using (
                  select * from unnest(cast(:id as bigint array), cast(:state as varchar array), cast(:open as numeric(20, 4) array),
                    cast(:claim as varchar array)) as u (id, state, outstanding, claim)) n
                on (r.id = n.id)
                when matched then update set state = n.state, insurer_open = n.outstanding, claim_key = coalesce(n.claim, r.claim_key),
                  updated_at = :now""",
                new MapSqlParameterSource("id", array("bigint", changed, ReceivablePicture::id))
                        .addValue(
                                "state",
                                array("varchar", changed, each -> each.state().name()))
                        .addValue("open", array("numeric", changed, ReceivablePicture::outstanding))
                        .addValue("claim", array("varchar", changed, each -> claimed.get(each.id())))
                        .addValue("now", utc(now)));
    }

    private static <T> SqlArrayValue array(String type, List<T> rows, Function<T, @Nullable Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }

    @Override
    public void addDeadline(ExposureRow exposure, Deadline deadline, Instant now) {
        sql.update(
                """
                insert into deadline (exposure_id, episode, kind, creditor, policy, policy_version, opens_on, target_on, acts_on, safe_on, closes_on,
                  closes_at, status, provisional, governed_by, amount_at_risk, currency, rule, explanation, reason, current, computed_at, changed_at, revision)
                values (:exposure, :episode, :kind, :creditor, :policy, :version, :opens, :target, :acts, :safe, :closes,
                  :closesAt, :status, :provisional, :governed, :risk, :currency, :rule, :explanation, :reason, true, :now, :now,
                  (select coalesce(max(b.revision) + 1, 0) from deadline b
                    where b.exposure_id = :exposure and b.episode = :episode and b.kind = :kind))""",
                values(deadline)
                        .addValue("exposure", exposure.id())
                        .addValue("episode", exposure.episode())
                        .addValue("creditor", exposure.creditor())
                        .addValue("now", utc(now)));
    }

    private static MapSqlParameterSource values(Deadline deadline) {
        return new MapSqlParameterSource("kind", deadline.kind().name())
                .addValue("policy", deadline.policy())
                .addValue("version", deadline.policyVersion())
                .addValue("opens", deadline.opensOn())
                .addValue("target", deadline.targetOn())
                .addValue("acts", deadline.actsOn())
                .addValue("safe", deadline.safeOn())
                .addValue("closes", deadline.closesOn())
                .addValue("closesAt", utcOrNull(deadline.closesAt()))
                .addValue("status", deadline.status().name())
                .addValue("provisional", deadline.provisional())
                .addValue("governed", deadline.governedBy())
                .addValue("risk", deadline.amountAtRisk())
                .addValue("currency", deadline.currency())
                .addValue("rule", deadline.rule())
                .addValue("explanation", deadline.explanation())
                .addValue("reason", deadline.reason() == null ? null : ReasonText.write(deadline.reason()));
    }

    @Override
    public void replaceDeadlines(Collection<Long> ids, Instant now) {
        close("update deadline set current = false, replaced_at = :now where id in (:ids)", ids, now);
    }

    @Override
    public void voidDeadlines(Collection<Long> ids, Instant now) {
        close(
                "update deadline set status = 'VOID', computed_at = :now, changed_at = :now, revision = revision + 1 where id in (:ids)",
                ids,
                now);
    }

    private void close(String statement, Collection<Long> ids, Instant now) {
        if (!ids.isEmpty()) {
            Map<String, Object> values = new HashMap<>();
            values.put("ids", ids);
            values.put("now", utc(now));
            sql.update(statement, values);
        }
    }

    @Override
    public void updateDeadline(long id, Deadline deadline, Instant now) {
        sql.update("""
                update deadline set revision = revision + case when status = :status then 0 else 1 end, status = :status,
                  amount_at_risk = :risk, currency = :currency, explanation = :explanation, reason = :reason, changed_at = :now
                where id = :id""", values(deadline).addValue("id", id).addValue("now", utc(now)));
    }

    @Override
    public Map<String, List<Long>> unpin(String contract) {
        Map<String, List<Long>> ids = new HashMap<>();
        sql.query(
                "select id, creditor from exposure where contract = :contract for update",
                Map.of("contract", contract),
                (RowCallbackHandler)
                        row -> ids.computeIfAbsent(row.getString("creditor"), creditor -> new ArrayList<>())
                                .add(row.getLong("id")));
        sql.update(
                "update exposure set policy_versions = null where contract = :contract", Map.of("contract", contract));
        return ids;
    }
}
