package io.claimgate.store.settlement;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.utc;

import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.settlement.ClaimResults;
import io.claimgate.recovery.InsurerResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table claim_result as far as its results are applied, and what follows from them: requests and facts. */
public final class JdbcClaimResults implements ClaimResults {

    private static final int LONGEST_NOTE = 500;

    private final JdbcClient sql;

    public JdbcClaimResults(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Row> of(ClaimKey claim) {
        return sql.sql("select * from claim_result where claim_key = ? order by id")
                .param(claim.value())
                .query((row, number) -> row(row))
                .list();
    }

    @Override
    public Optional<Row> counted(String insurer, String settlementId) {
        return sql
                .sql(
                        "select * from claim_result where insurer = ? and settlement_id = ? and outcome = 'APPLIED' order by id")
                .params(insurer, settlementId)
                .query((row, number) -> row(row))
                .stream()
                .findFirst();
    }

    @Override
    public void outcome(long id, Outcome outcome, @Nullable String note, Instant at) {
        String kept = note == null || note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
        sql.sql("update claim_result set outcome = :outcome, outcome_note = :note, applied_at = :at where id = :id")
                .param("outcome", outcome.name())
                .param("note", kept)
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    @Override
    public void wanted(ClaimKey claim, InsurerResult.DocumentsRequest request) {
        request.kinds().stream().map(JdbcClaimResults::known).distinct().forEach(kind -> wanted(claim, request, kind));
    }

    private void wanted(ClaimKey claim, InsurerResult.DocumentsRequest request, String kind) {
        Long there = sql.sql("select count(*) from dossier_request where claim_key = ? and message_id = ? and kind = ?")
                .params(claim.value(), request.messageId(), kind)
                .query(Long.class)
                .single();
        if (there == 0) {
            sql.sql("""
                            insert into dossier_request (claim_key, message_id, kind, note, requested_at, reply_by)
                            values (:claim, :message, :kind, :note, :at, :reply)""")
                    .param("claim", claim.value())
                    .param("message", request.messageId())
                    .param("kind", kind)
                    .param("note", request.note())
                    .param("at", utc(request.at()))
                    .param("reply", request.replyBy())
                    .update();
        }
    }

    /** What no kind of ours names is asked for all the same. */
    private static String known(String wanted) {
        return Arrays.stream(DocumentKind.values()).map(Enum::name).anyMatch(wanted::equals)
                ? wanted
                : DocumentKind.OTHER.name();
    }

    @Override
    public void fact(Fact fact) {
        Long there = sql.sql("select count(*) from fact where creditor = ? and fact_key = ?")
                .params(fact.creditor(), fact.key())
                .query(Long.class)
                .single();
        if (there > 0) {
            return;
        }
        sql.sql("""
                        insert into fact (creditor, kind, fact_date, buyer_id, claim_key, fact_key, recorded_by, recorded_at)
                        values (:creditor, :kind, :day, :buyer, :claim, :key, :by, :at)""")
                .param("creditor", fact.creditor())
                .param("kind", fact.kind())
                .param("day", fact.on())
                .param("buyer", fact.buyerId())
                .param("claim", fact.claim().value())
                .param("key", fact.key())
                .param("by", EventLog.MACHINE)
                .param("at", utc(fact.recordedAt()))
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("insurer"),
                result(row),
                instant(row, "received_at"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("insurer_claim_number"));
    }

    private static InsurerResult result(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case "STATUS" ->
                new InsurerResult.Status(
                        row.getString("message_id"),
                        InsurerResult.Decision.valueOf(row.getString("status")),
                        instant(row, "at"),
                        row.getBigDecimal("amount"),
                        row.getString("reason"));
            case "SETTLEMENT" ->
                new InsurerResult.Settlement(
                        row.getString("message_id"),
                        row.getString("settlement_id"),
                        InsurerResult.SettlementKind.valueOf(row.getString("settlement_kind")),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getBigDecimal("costs"),
                        row.getObject("value_date", LocalDate.class),
                        row.getBigDecimal("insurer_share"),
                        row.getBigDecimal("insured_share"),
                        Optional.ofNullable(row.getString("reference")).orElse(""));
            case "REQUEST" ->
                new InsurerResult.DocumentsRequest(
                        row.getString("message_id"),
                        instant(row, "at"),
                        Optional.ofNullable(row.getString("wanted")).stream()
                                .flatMap(wanted -> Arrays.stream(wanted.split(",")))
                                .map(String::strip)
                                .filter(wanted -> !wanted.isEmpty())
                                .toList(),
                        row.getString("reason"),
                        row.getObject("reply_by", LocalDate.class));
            default -> throw new IllegalStateException("result " + row.getLong("id") + " is of no known kind: " + kind);
        };
    }
}
