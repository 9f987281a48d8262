package io.claimgate.support;

import static io.claimgate.store.Times.utc;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.store.claim.JdbcClaims;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Claims with everything that a claim stands on, in a database. */
public final class BookedClaims {

    private static final AtomicLong NUMBERS = new AtomicLong(5_000_000);
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private final JdbcClient sql;
    private final JdbcClaims claims;
    private final TransactionOperations transactions;

    public BookedClaims(JdbcClient sql, JdbcClaims claims, TransactionOperations transactions) {
        this.sql = sql;
        this.claims = claims;
        this.transactions = transactions;
    }

    /** Declared to this insurer, who calls it so. */
    public ClaimKey declared(String insurer, String insurerClaimNumber) {
        ClaimKey key = drafted(insurer);
        transactions.executeWithoutResult(
                status -> claims.update(claims.lock(key).orElseThrow().declaring()));
        transactions.executeWithoutResult(
                status -> claims.update(claims.lock(key).orElseThrow().declared(insurerClaimNumber, NOW)));
        return key;
    }

    /** On its way to this insurer, nobody knows whether it arrived. */
    public ClaimKey declaring(String insurer) {
        ClaimKey key = drafted(insurer);
        transactions.executeWithoutResult(
                status -> claims.update(claims.lock(key).orElseThrow().declaring()));
        return key;
    }

    /** A draft of 120,000 EUR for this insurer. */
    public ClaimKey drafted(String insurer) {
        long number = NUMBERS.incrementAndGet();
        transactions.executeWithoutResult(status -> {
            receivable(number);
            claims.insert(of(insurer, number), List.of(Claims.line(number, "120000.00")));
        });
        return of(insurer, number).key();
    }

    /** Of the buyer whose claim comes next, for who needs the claim elsewhere before. */
    public long nextNumber() {
        return NUMBERS.get() + 1;
    }

    private static Claim of(String insurer, long number) {
        Claim like = Claims.claim(number, Claims.AUTOMATIC);
        ClaimSubject subject = like.subject();
        return new Claim(
                like.key(),
                new ClaimSubject(
                        subject.contract(),
                        subject.policy(),
                        subject.policyVersion(),
                        insurer,
                        subject.creditor(),
                        subject.buyerId(),
                        subject.exposureId(),
                        subject.episode(),
                        subject.governing()),
                like.window(),
                like.rule(),
                like.amount(),
                like.currency(),
                like.cause(),
                like.requestedBy(),
                like.draftedAt(),
                like.configHash(),
                like.state(),
                null,
                null,
                null,
                null,
                null,
                0);
    }

    private void receivable(long number) {
        sql.sql("insert into erp_file (source, creditor, name, ordinal, phase, received_at, config_hash)"
                        + " select 'acme', 'ACME-FR', ?, 1, 'ANSWERED', ?, ?")
                .params("f-" + number + ".csv", utc(NOW), "0".repeat(64))
                .update();
        long file = sql.sql("select max(id) from erp_file").query(Long.class).single();
        sql.sql("insert into buyer (id, creditor, customer_no, name, country, city, updated_at)"
                        + " values (?, 'ACME-FR', ?, ?, 'FR', 'Paris', ?)")
                .params(number, "C-" + number, "Buyer " + number, utc(NOW))
                .update();
        sql.sql("insert into exposure (id, contract, creditor, buyer_id, policy, currency)"
                        + " values (?, 'ACME', 'ACME-FR', ?, 'ACME-2026', 'EUR')")
                .params(number, number)
                .update();
        sql.sql(
                        "insert into receivable (id, creditor, source, invoice_number, instalment, type, issue_date, due_date, original_due_date,"
                                + " currency, gross_amount, open_amount, buyer_id, buyer_ref, exposure_id, row_hash, first_file, last_file, created_at,"
                                + " updated_at) values (?, 'ACME-FR', 'acme', ?, 1, '380', ?, ?, ?, 'EUR', ?, ?, ?, ?, ?,"
                                + " cast('00000000-0000-0000-0000-000000000000' as uuid), ?, ?, ?, ?)")
                .params(
                        number,
                        "F-" + number,
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 3, 31),
                        new BigDecimal("120000.00"),
                        new BigDecimal("120000.00"),
                        number,
                        "C-" + number,
                        number,
                        file,
                        file,
                        utc(NOW),
                        utc(NOW))
                .update();
    }

    /** Over the stores of a test. */
    public static BookedClaims in(Stores stores) {
        return new BookedClaims(stores.sql, new JdbcClaims(stores.sql, stores.named), stores.transactions);
    }
}
