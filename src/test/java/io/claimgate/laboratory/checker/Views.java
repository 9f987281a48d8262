package io.claimgate.laboratory.checker;

import io.claimgate.laboratory.checker.Gateway.Claim;
import io.claimgate.laboratory.checker.Gateway.Parked;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the gateway says of itself by the views of its database. */
public final class Views {

    private Views() {}

    /**
     * @param now of business
     * @param findings of the verification of the history
     */
    public static Gateway read(JdbcClient sql, Instant now, List<String> findings, List<Path> logs) {
        Map<String, List<String>> documents = new HashMap<>();
        sql.sql("select claim_key, sha256 from v_document where sent <> 'NOT_SENT'")
                .query((ResultSet row) -> {
                    documents
                            .computeIfAbsent(row.getString("claim_key"), key -> new ArrayList<>())
                            .add(row.getString("sha256"));
                });
        List<Claim> claims = sql.sql(
                        "select c.claim_key, c.customer_no, c.state, c.amount, c.currency,"
                                + " (select count(*) from v_alert a where a.subject = concat('claim/', c.claim_key)) as alerts from v_claim c")
                .query((row, number) -> claim(row, documents))
                .list();
        List<String> open = sql.sql("select concat(kind, ' ', ref, ' ', coalesce(last_error, '')) from v_task"
                        + " where state = 'RUNNING' or (state = 'READY' and due_at <= ?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
        List<Parked> parked = sql.sql("select kind, ref, parked_reason from v_task where state = 'PARKED'")
                .query((row, number) ->
                        new Parked(row.getString("kind") + " " + row.getString("ref"), row.getString("parked_reason")))
                .list();
        Map<String, String> submissions = new TreeMap<>();
        sql.sql("select claim_key, operation, id, state from v_submission").query((ResultSet row) -> {
            submissions.put(
                    row.getString("claim_key") + " " + row.getString("operation") + " " + row.getLong("id"),
                    row.getString("state"));
        });
        Map<String, Long> declared = new HashMap<>();
        sql.sql("select stream, count(*) as n from v_event where type = 'io.claimgate.claim.declared' group by stream")
                .query((ResultSet row) -> {
                    declared.put(row.getString("stream").replace("claim/", ""), row.getLong("n"));
                });
        return new Gateway(claims, open, parked, submissions, findings, declared, logs);
    }

    private static Claim claim(ResultSet row, Map<String, List<String>> documents) throws SQLException {
        return new Claim(
                row.getString("claim_key"),
                row.getString("customer_no"),
                row.getString("state"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getLong("alerts") > 0,
                documents.getOrDefault(row.getString("claim_key"), List.of()));
    }
}
