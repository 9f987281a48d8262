package io.claimgate.store.claim;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.instantOrNull;
import static io.claimgate.store.Times.utc;
import static io.claimgate.store.Times.utcOrNull;

import io.claimgate.claim.ChangeKind;
import io.claimgate.claim.ChangeLine;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ManualDeclaration;
import io.claimgate.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of claim_change and claim_change_line as the domain knows them. */
final class ChangeRows {

    private ChangeRows() {}

    static ClaimChange change(ResultSet row, List<ChangeLine> lines) throws SQLException {
        return new ClaimChange(
                new ClaimKey(row.getString("claim_key")),
                row.getInt("change_no"),
                ChangeKind.valueOf(row.getString("kind")),
                ClaimChange.State.valueOf(row.getString("state")),
                lines,
                amount(row, "amount_before"),
                amount(row, "amount_after"),
                row.getString("currency"),
                row.getString("reason"),
                row.getString("requested_by"),
                instant(row, "seen_at"),
                instant(row, "due_at"),
                row.getString("waits_for"),
                manual(row),
                instantOrNull(row, "told_at"),
                row.getString("reference"));
    }

    /** @param currency of the claim */
    static ChangeLine line(ResultSet row, String currency) throws SQLException {
        BigDecimal worth = row.getBigDecimal("worth");
        return new ChangeLine(
                new ClaimLine(
                        row.getLong("receivable_id"),
                        row.getString("invoice_number"),
                        row.getInt("instalment"),
                        row.getObject("issue_date", LocalDate.class),
                        row.getObject("due_date", LocalDate.class),
                        amount(row, "amount"),
                        row.getString("currency"),
                        worth == null
                                ? null
                                : worth.setScale(Currencies.minorUnits(currency), RoundingMode.UNNECESSARY),
                        amount(row, "disputed")),
                row.getBigDecimal("amount_before") == null ? null : amount(row, "amount_before"));
    }

    private static @Nullable ManualDeclaration manual(ResultSet row) throws SQLException {
        String by = row.getString("manual_by");
        return by == null
                ? null
                : new ManualDeclaration(
                        row.getString("manual_reference"),
                        instant(row, "manual_at"),
                        row.getString("manual_evidence"),
                        by);
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column)
                .setScale(Currencies.minorUnits(row.getString("currency")), RoundingMode.UNNECESSARY);
    }

    static Map<String, Object> values(ClaimChange change) {
        Map<String, Object> values = new HashMap<>();
        ManualDeclaration manual = change.manual();
        values.put("key", change.claim().value());
        values.put("number", change.number());
        values.put("kind", change.kind().name());
        values.put("state", change.state().name());
        values.put("before", change.amountBefore());
        values.put("after", change.amountAfter());
        values.put("currency", change.currency());
        values.put("reason", change.reason());
        values.put("requestedBy", change.requestedBy());
        values.put("seenAt", utc(change.seenAt()));
        values.put("dueAt", utc(change.dueAt()));
        values.put("waitsFor", change.waitsFor());
        values.put("manualReference", manual == null ? null : manual.reference());
        values.put("manualAt", manual == null ? null : utc(manual.at()));
        values.put("manualEvidence", manual == null ? null : manual.evidence());
        values.put("manualBy", manual == null ? null : manual.by());
        values.put("toldAt", utcOrNull(change.toldAt()));
        values.put("reference", change.reference());
        return values;
    }

    static Map<String, Object> values(ClaimChange change, ChangeLine line) {
        Map<String, Object> values = values(change.claim(), line.now());
        values.put("number", change.number());
        values.put("before", line.before());
        return values;
    }

    static Map<String, Object> values(ClaimKey key, ClaimLine line) {
        Map<String, Object> values = new HashMap<>();
        values.put("key", key.value());
        values.put("receivable", line.receivableId());
        values.put("invoice", line.invoiceNumber());
        values.put("instalment", line.instalment());
        values.put("issued", line.issueDate());
        values.put("due", line.dueDate());
        values.put("amount", line.amount());
        values.put("worth", line.worth());
        values.put("disputed", line.disputed());
        values.put("currency", line.currency());
        return values;
    }
}
