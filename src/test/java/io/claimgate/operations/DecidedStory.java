package io.claimgate.operations;

import static io.claimgate.operations.Fixture.HASH;
import static io.claimgate.operations.Fixture.NOW;
import static io.claimgate.operations.Fixture.TODAY;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts onto a declared claim of {@link Story} all that comes after: evidence, results, money, entries, and files in doubt. */
final class DecidedStory {

    private static final String CLAIM = "CG-DECLARED-1";
    private static final OffsetDateTime AT = NOW.atOffset(ZoneOffset.UTC);

    final long exposure;
    private final JdbcClient jdbc;

    DecidedStory(JdbcClient jdbc) {
        this.jdbc = jdbc;
        exposure = number("select exposure_id from claim where claim_key = ?", CLAIM);
        long receivable = number("select governing from claim where claim_key = ?", CLAIM);
        Fixture put = new Fixture(jdbc);
        put.deadline(exposure, "ACME-FR", receivable, "documents", TODAY.plusDays(20), "OPEN", "EUR", "8000.00");
        put.deadline(exposure, "ACME-FR", receivable, "remittance", TODAY.plusDays(5), "WARNING", "EUR", "450.00");
        dossier(receivable);
        results();
        money();
        entries();
        put("update claim set state = 'RECOVERING' where claim_key = ?", CLAIM);
        put(
                "insert into supply_hold (exposure_id, creditor, buyer_id, since, reason, opened_at, open_key)"
                        + " select exposure_id, creditor, buyer_id, ?, 'cover stopped by policy FR-MEP60', ?, exposure_id from claim where claim_key = ?",
                TODAY.minusDays(1),
                AT,
                CLAIM);
    }

    private void dossier(long receivable) {
        put(
                "insert into dossier (claim_key, creditor, insurer, state, required, present, missing, updated_at)"
                        + " values (?, 'ACME-FR', 'sandbox', 'OPEN', 3, 2, ?, ?)",
                CLAIM,
                "[{\"kind\":\"DELIVERY_PROOF\",\"invoiceNumber\":\"A-3000\",\"why\":\"policy FR-MEP60 asks for it\"}]",
                AT);
        document("INVOICE", "INVOICE_A-3000.pdf", "receivable/" + receivable, receivable);
        document("FORMAL_NOTICE", "mise en demeure <1>.pdf", "claim/" + CLAIM, null);
    }

    private void document(String kind, String name, String tie, @Nullable Long receivable) {
        put(
                "insert into document (creditor, kind, name, sha256, size_bytes, media_type, tie, receivable_id, claim_key, origin, received_at)"
                        + " values ('ACME-FR', ?, ?, ?, 48123, 'application/pdf', ?, ?, ?, 'erp:acme', ?)",
                kind,
                name,
                HASH,
                tie,
                receivable,
                receivable == null ? CLAIM : null,
                AT);
        if (receivable != null) {
            put(
                    "insert into submission (claim_key, operation, attempt, state, insurer, creditor, payload_sha256, intent_at, calls)"
                            + " values (?, 'DOCUMENT', 1, 'ACKNOWLEDGED', 'sandbox', 'ACME-FR', ?, ?, 1)",
                    CLAIM,
                    HASH,
                    AT);
            put(
                    "insert into transfer (submission_id, claim_key, creditor, channel, name, size_bytes, carried_at, received_at, receipt)"
                            + " select max(id), ?, 'ACME-FR', 'SOAP', '001_INVOICE.pdf', 48123, ?, ?, 'RC-000001' from submission",
                    CLAIM,
                    AT,
                    AT);
            put("insert into transfer_document (submission_id, document_id, name)"
                    + " select (select max(id) from submission), max(id), '001_INVOICE.pdf' from document");
        }
    }

    private void results() {
        put(
                "insert into claim_result (insurer, message_id, claim_key, creditor, kind, channel, status, at, amount, received_at, outcome)"
                        + " values ('sandbox', 'R-1', ?, 'ACME-FR', 'STATUS', 'PUSH', 'ACCEPTED', ?, 7200, ?, 'APPLIED')",
                CLAIM,
                AT,
                AT);
        put(
                "insert into claim_result (insurer, message_id, claim_key, creditor, kind, channel, wanted, reason, reply_by, received_at, outcome)"
                        + " values ('sandbox', 'R-2', ?, 'ACME-FR', 'REQUEST', 'POLL', 'CONTRACT,REMINDER', 'The order is not signed', ?, ?, 'APPLIED')",
                CLAIM,
                TODAY.plusDays(9),
                AT);
        put(
                "insert into claim_result (insurer, message_id, claim_key, creditor, kind, channel, settlement_id, settlement_kind, amount, currency,"
                        + " value_date, reference, received_at, outcome, outcome_note) values ('sandbox', 'R-3', ?, 'ACME-FR', 'SETTLEMENT', 'PUSH', 'S-1',"
                        + " 'INDEMNITY', 7200, 'EUR', ?, 'PAY-1', ?, 'CONTRADICTS', 'S-1 was told with another amount')",
                CLAIM,
                TODAY,
                AT);
    }

    private void money() {
        movement("settlement/sandbox/S-1", "INDEMNITY_PAID", "7200.00", "0.00");
        movement("payment/7", "RECOVERY_BY_INSURED", "500.00", "450.00");
        put(
                "insert into claim_loss (claim_key, outstanding, indemnity, recovery_from, remaining, computed_at) values (?, 8000, 7200, ?, 7500, ?)",
                CLAIM,
                TODAY,
                AT);
        put(
                "insert into remittance (claim_key, creditor, insurer, cause, root, amount, currency, owed_on, closes_on, state, recorded_at,"
                        + " changed_at) values (?, 'ACME-FR', 'sandbox', 'payment/7/remit', 'payment/7', 450, 'EUR', ?, ?, 'OWED', ?, ?)",
                CLAIM,
                TODAY,
                TODAY.plusDays(5),
                AT,
                AT);
    }

    private void movement(String cause, String kind, String amount, String insurerShare) {
        put(
                "insert into claim_money (claim_key, creditor, cause, root, version, reversal, kind, value_date, booked_on, currency, amount,"
                        + " costs, insurer_share, insured_share, recorded_at) values (?, 'ACME-FR', ?, ?, 1, false, ?, ?, ?, 'EUR', ?, 0, ?, 0, ?)",
                CLAIM,
                cause,
                cause,
                kind,
                TODAY,
                TODAY,
                new BigDecimal(amount),
                new BigDecimal(insurerShare),
                AT);
    }

    private void entries() {
        batch(1, "WRITTEN");
        batch(2, "DOUBTFUL");
        batch(3, "DOUBTFUL");
        posting("P-CONFIRMED", "CONFIRMED", "settlement/sandbox/S-1", 1L, "4711");
        posting("P-DOUBTFUL", "FIXED", "payment/7", 2L, null);
        posting("P-OPEN", "OPEN", "remittance/1", null, null);
    }

    private void batch(long id, String state) {
        put(
                "insert into out_batch (id, kind, source, creditor, ordinal, name, sha256, size_bytes, items, state, fixed_at)"
                        + " values (?, 'POSTINGS', 'acme', 'ACME-FR', ?, ?, ?, 310, 1, ?, ?)",
                id,
                id,
                "postings_20260601T080000000_" + id + ".csv",
                HASH,
                state,
                AT);
    }

    private void posting(String id, String state, String cause, @Nullable Long batch, @Nullable String document) {
        put(
                "insert into posting (posting_id, source, creditor, claim_key, buyer_id, cause, event, insurer, insurer_reference, booked_on,"
                        + " currency, text, state, batch_id, made_at, answered_at, erp_document, config_hash) select ?, 'acme', 'ACME-FR', claim_key,"
                        + " buyer_id, ?, 'INDEMNITY_PAID', 'sandbox', 'PAY-1', ?, 'EUR', 'Indemnité reçue', ?, ?, ?, ?, ?, ? from claim where claim_key = ?",
                id,
                cause,
                TODAY,
                state,
                batch,
                AT,
                document == null ? null : AT,
                document,
                HASH,
                CLAIM);
        line(id, 1, "512", "Banques", "7200.00", "0.00");
        line(id, 2, "467", "Divers comptes débiteurs", "0.00", "7200.00");
    }

    private void line(String posting, int line, String account, String label, String debit, String credit) {
        put(
                "insert into posting_line (posting_id, line, account, account_label, debit, credit) values (?, ?, ?, ?, ?, ?)",
                posting,
                line,
                account,
                label,
                new BigDecimal(debit),
                new BigDecimal(credit));
    }

    private void put(String sql, @Nullable Object... values) {
        jdbc.sql(sql).params(Arrays.asList(values)).update();
    }

    private long number(String sql, String value) {
        return jdbc.sql(sql).param(value).query(Long.class).single();
    }
}
