package io.claimgate.operations;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Puts consistent rows into the database, by SQL. Business today is 1 June 2026 in all of them. */
final class Fixture {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    static final String HASH = "0".repeat(64);

    private final JdbcClient jdbc;

    Fixture(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long file(String creditor, String name, String phase, @Nullable String status) {
        return insert(
                "insert into erp_file (source, feed, kind, creditor, name, ordinal, phase, status, sha256, size_bytes, received_at, as_of,"
                        + " rows_read, rows_created, rows_rejected, rows_warned, held_reason, config_hash)"
                        + " values ('acme', 'open-items', 'invoices', ?, ?, 1, ?, ?, ?, 1234, ?, ?, 12, 9, 2, 1, ?, ?)",
                creditor,
                name,
                phase,
                status,
                HASH,
                NOW.atOffset(ZoneOffset.UTC),
                TODAY,
                "HELD".equals(phase) ? "It would clear 40 % of the open amount, more than the guard allows." : null,
                HASH);
    }

    void fault(long file, long line, String message) {
        jdbc.sql("insert into file_fault (file_id, line, no, field, code, message, fault_value, warning)"
                        + " values (?, ?, 1, 'dueDate', 'ERP-104', ?, '31/02/2026', false)")
                .params(file, line, message)
                .update();
    }

    long buyer(String creditor, String number, String name) {
        return insert(
                "insert into buyer (creditor, customer_no, name, country, updated_at) values (?, ?, ?, 'FR', ?)",
                creditor,
                number,
                name,
                NOW.atOffset(ZoneOffset.UTC));
    }

    long exposure(String creditor, long buyer, String currency, String outstanding) {
        return insert(
                "insert into exposure (contract, creditor, buyer_id, policy, currency, outstanding, overdue, cover_stopped_on, computed_at)"
                        + " values ('FR-MEP60', ?, ?, 'FR-MEP60', ?, ?, ?, date '2026-05-31', ?)",
                creditor,
                buyer,
                currency,
                new BigDecimal(outstanding),
                new BigDecimal(outstanding),
                NOW.atOffset(ZoneOffset.UTC));
    }

    long receivable(
            String creditor,
            long file,
            long buyer,
            long exposure,
            String number,
            LocalDate due,
            String currency,
            String gross,
            String state) {
        String ref = jdbc.sql("select customer_no from buyer where id = ?")
                .param(buyer)
                .query(String.class)
                .single();
        long id = insert(
                "insert into receivable (creditor, source, invoice_number, instalment, type, issue_date, due_date, original_due_date, currency,"
                        + " gross_amount, net_amount, open_amount, insurer_open, payment_reference, buyer_id, buyer_ref, policy, exposure_id, state,"
                        + " row_hash, first_file, last_file, created_at, updated_at)"
                        + " values (?, 'acme', ?, 1, '380', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'FR-MEP60', ?, ?, ?, ?, ?, ?, ?)",
                creditor,
                number,
                due.minusDays(30),
                due.plusDays(20),
                due,
                currency,
                new BigDecimal(gross),
                null,
                new BigDecimal(gross),
                new BigDecimal(gross),
                "RF-" + number,
                buyer,
                ref,
                exposure,
                state,
                new UUID(0, 1),
                file,
                file,
                NOW.atOffset(ZoneOffset.UTC),
                NOW.atOffset(ZoneOffset.UTC));
        jdbc.sql("update exposure set governing = coalesce(governing, ?) where id = ?")
                .params(id, exposure)
                .update();
        return id;
    }

    long deadline(
            long exposure,
            String creditor,
            long governedBy,
            String kind,
            LocalDate closes,
            String status,
            String currency,
            String amount) {
        return insert(
                "insert into deadline (exposure_id, episode, kind, creditor, policy, policy_version, opens_on, acts_on, safe_on, closes_on,"
                        + " closes_at, status, governed_by, amount_at_risk, currency, rule, explanation, computed_at)"
                        + " values (?, 1, ?, ?, 'FR-MEP60', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'END_OF_COVER_STOP + P30D', ?, ?)",
                exposure,
                kind,
                creditor,
                closes.minusDays(30),
                closes.minusDays(10),
                closes.minusDays(1),
                closes,
                closes.plusDays(1).atStartOfDay().atOffset(ZoneOffset.ofHours(2)),
                status,
                governedBy,
                new BigDecimal(amount),
                currency,
                "The original due date " + closes.minusDays(90)
                        + " plus 60 days ends the cover; 30 days after that the window closes on " + closes
                        + ", whatever day of the week it is.",
                NOW.atOffset(ZoneOffset.UTC));
    }

    void claim(
            String key,
            long exposure,
            String creditor,
            long buyer,
            long receivable,
            String state,
            LocalDate closes,
            String amount) {
        jdbc.sql(
                        "insert into claim (claim_key, exposure_id, episode, contract, policy, policy_version, insurer, creditor, buyer_id, governing,"
                                + " state, amount, currency, cause, opens_on, safe_on, closes_on, close_at, drafted_at, requested_by, declared_at,"
                                + " insurer_claim_number, config_hash, declare_mode, on_safe_date, opening_hard, zone) values (?, ?, 1, 'FR-MEP60', 'FR-MEP60', 1, 'sandbox', ?, ?, ?, ?, ?, 'EUR',"
                                + " 'PROTRACTED_DEFAULT', ?, ?, ?, ?, ?, 'machine', ?, ?, ?, 'APPROVAL', 'DECLARE', true, 'Europe/Paris')")
                .params(
                        key,
                        exposure,
                        creditor,
                        buyer,
                        receivable,
                        state,
                        new BigDecimal(amount),
                        closes.minusDays(30),
                        closes.minusDays(1),
                        closes,
                        closes.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC),
                        NOW.atOffset(ZoneOffset.UTC),
                        state.equals("DECLARED") ? NOW.atOffset(ZoneOffset.UTC) : null,
                        state.equals("DECLARED") ? "INS-" + key : null,
                        HASH)
                .update();
        jdbc.sql(
                        "insert into claim_line (claim_key, receivable_id, invoice_number, instalment, issue_date, due_date, amount, currency)"
                                + " select ?, id, invoice_number, instalment, issue_date, original_due_date, open_amount, currency from receivable where id = ?")
                .params(key, receivable)
                .update();
        jdbc.sql("update receivable set claim_key = ? where id = ?")
                .params(key, receivable)
                .update();
        jdbc.sql("update deadline set claim_key = ? where exposure_id = ?")
                .params(key, exposure)
                .update();
    }

    long submission(String key, String creditor, String state) {
        return insert(
                "insert into submission (claim_key, operation, attempt, state, insurer, creditor, payload_sha256, intent_at, sent_at, finished_at,"
                        + " calls, insurer_reference) values (?, 'DECLARE', 1, ?, 'sandbox', ?, ?, ?, ?, ?, 1, ?)",
                key,
                state,
                creditor,
                HASH,
                NOW.atOffset(ZoneOffset.UTC),
                NOW.atOffset(ZoneOffset.UTC),
                NOW.plusSeconds(2).atOffset(ZoneOffset.UTC),
                "INS-" + key);
    }

    long message(String key, String creditor, long submission, String sha256) {
        return insert(
                "insert into message (direction, partner, operation, creditor, claim_key, submission_id, sha256, content_type, size_bytes, at,"
                        + " system_at, outcome) values ('OUT', 'sandbox', 'DeclareClaim', ?, ?, ?, ?, 'text/xml', 11, ?, ?, 'accepted')",
                creditor,
                key,
                submission,
                sha256,
                NOW.atOffset(ZoneOffset.UTC),
                NOW.atOffset(ZoneOffset.UTC));
    }

    long task(String kind, String ref, String creditor, String state) {
        return insert(
                "insert into task (kind, ref, creditor, due_at, close_at, state, since, attempts, last_error, parked_reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 4, ?, ?)",
                kind,
                ref,
                creditor,
                NOW.minusSeconds(3600).atOffset(ZoneOffset.UTC),
                NOW.plusSeconds(864_000).atOffset(ZoneOffset.UTC),
                state,
                NOW.atOffset(ZoneOffset.UTC),
                state.equals("PARKED") ? "java.net.ConnectException: refused" : null,
                state.equals("PARKED")
                        ? "The insurer's address refuses connections; correct it in insurer.yaml and replay."
                        : null);
    }

    /** A guard's open case in which that claim waits. */
    long guardCase(String guard, String policy, String creditor, String source, String claimKey) {
        long id = insert(
                "insert into guard_case (guard, case_key, open_key, policy, policy_version, creditor, source, reason, opened_at)"
                        + " values (?, ?, ?, ?, 1, ?, ?, ?, ?)",
                guard,
                policy + "/" + creditor + "/" + source,
                guard + "|" + policy + "/" + creditor + "/" + source,
                policy,
                creditor,
                source,
                "what source " + source + " brought of " + creditor + " is declared under policy " + policy
                        + ", version 1, for the first time",
                NOW.atOffset(ZoneOffset.UTC));
        jdbc.sql("insert into claim_stop (claim_key, case_id, reason, since) values (?, ?, ?, ?)")
                .params(claimKey, id, "first load of " + source, NOW.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private long insert(String sql, @Nullable Object... values) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(sql).params(java.util.Arrays.asList(values)).update(key, "id");
        return java.util.Objects.requireNonNull(key.getKey()).longValue();
    }
}
