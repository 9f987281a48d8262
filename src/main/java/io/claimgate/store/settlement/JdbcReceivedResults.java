package io.claimgate.store.settlement;

import static io.claimgate.store.Times.utc;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.settlement.ReceivedResults;
import io.claimgate.flow.settlement.Told;
import io.claimgate.recovery.InsurerResult;
import io.claimgate.recovery.InsurerResult.DocumentsRequest;
import io.claimgate.recovery.InsurerResult.Settlement;
import io.claimgate.recovery.InsurerResult.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table claim_result, as far as taking in goes. */
public final class JdbcReceivedResults implements ReceivedResults {

    private static final String INSERT = """
            insert into claim_result (insurer, message_id, claim_key, insurer_claim_number, creditor, kind, channel, status, at, settlement_id,
              settlement_kind, amount, currency, costs, value_date, insurer_share, insured_share, reference, reason, wanted, reply_by, message_ref,
              received_at)
            values (:insurer, :messageId, :claimKey, :number, :creditor, :kind, :channel, :status, :at, :settlementId, :settlementKind, :amount,
              :currency, :costs, :valueDate, :insurerShare, :insuredShare, :reference, :reason, :wanted, :replyBy, :message, :receivedAt)""";

    private final JdbcClient sql;

    public JdbcReceivedResults(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean expected(Set<String> insurers) {
        return sql.sql("select 1 from claim where insurer in (:insurers) fetch first 1 rows only")
                .param("insurers", insurers)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public Optional<ClaimKey> numbered(Set<String> insurers, String insurerClaimNumber) {
        return sql.sql("select claim_key from claim where insurer in (:insurers) and insurer_claim_number = :number"
                        + " order by claim_key fetch first 1 rows only")
                .param("insurers", insurers)
                .param("number", insurerClaimNumber)
                .query((row, number) -> new ClaimKey(row.getString("claim_key")))
                .optional();
    }

    @Override
    public void add(Claim claim, Told told, long message, Instant receivedAt) {
        Map<String, Object> values = new HashMap<>();
        values.put("insurer", told.insurer());
        values.put("messageId", told.result().messageId());
        values.put("claimKey", claim.key().value());
        values.put("number", told.about().insurerClaimNumber());
        values.put("creditor", claim.subject().creditor());
        values.put("channel", told.channel().name());
        values.put("message", message);
        values.put("receivedAt", utc(receivedAt));
        sql.sql(INSERT).params(values).params(content(told.result())).update();
    }

    private static Map<String, Object> content(InsurerResult result) {
        Map<String, Object> values = new HashMap<>();
        for (String column : new String[] {
            "status",
            "at",
            "settlementId",
            "settlementKind",
            "amount",
            "currency",
            "costs",
            "valueDate",
            "insurerShare",
            "insuredShare",
            "reference",
            "reason",
            "wanted",
            "replyBy"
        }) {
            values.put(column, null);
        }
        if (result instanceof Status status) {
            put(values, status);
        } else if (result instanceof Settlement settlement) {
            put(values, settlement);
        } else if (result instanceof DocumentsRequest request) {
            put(values, request);
        }
        return values;
    }

    private static void put(Map<String, Object> values, Status status) {
        values.put("kind", "STATUS");
        values.put("status", status.status().name());
        values.put("at", utc(status.at()));
        values.put("amount", status.acceptedAmount());
        values.put("reason", status.reason());
    }

    private static void put(Map<String, Object> values, Settlement settlement) {
        values.put("kind", "SETTLEMENT");
        values.put("settlementId", settlement.settlementId());
        values.put("settlementKind", settlement.kind().name());
        values.put("amount", settlement.amount());
        values.put("currency", settlement.currency());
        values.put("costs", settlement.costs());
        values.put("valueDate", settlement.valueDate());
        values.put("insurerShare", settlement.insurerShare());
        values.put("insuredShare", settlement.insuredShare());
        values.put("reference", settlement.reference());
    }

    private static void put(Map<String, Object> values, DocumentsRequest request) {
        values.put("kind", "REQUEST");
        values.put("at", utc(request.at()));
        values.put("wanted", String.join(",", request.kinds()));
        values.put("reason", request.note());
        values.put("replyBy", request.replyBy());
    }
}
