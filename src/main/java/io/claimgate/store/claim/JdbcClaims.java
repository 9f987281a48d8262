package io.claimgate.store.claim;

import static io.claimgate.store.Times.utc;
import static io.claimgate.store.Times.utcOrNull;

import io.claimgate.claim.Anomaly;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.claim.ClaimWindow;
import io.claimgate.claim.Debtor;
import io.claimgate.claim.Hold;
import io.claimgate.claim.ManualDeclaration;
import io.claimgate.claim.Release;
import io.claimgate.claim.ReleaseRule;
import io.claimgate.flow.declaration.ClaimStore;
import io.claimgate.flow.declaration.PauseScope;
import io.claimgate.store.Times;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables claim and claim_line, and the buyer as the insurer is told of it. */
public final class JdbcClaims implements ClaimStore {

    private static final String SELECT = "select * from claim where claim_key = ?";

    private static final String INSERT = """
            insert into claim (claim_key, exposure_id, episode, contract, policy, policy_version, insurer, creditor, buyer_id, governing, state,
              amount, currency, cause, opens_on, safe_on, closes_on, close_at, drafted_at, requested_by, declare_mode, on_safe_date, cap_claims,
              cap_amount, anomaly_factor, anomaly_at_least, first_load_waits, opening_hard, zone, config_hash, version)
            values (:key, :exposure, :episode, :contract, :policy, :policyVersion, :insurer, :creditor, :buyer, :governing, :state, :amount,
              :currency, :cause, :opensOn, :safeOn, :closesOn, :closeAt, :draftedAt, :requestedBy, :mode, :onSafeDate, :capClaims, :capAmount,
              :anomalyFactor, :anomalyAtLeast, :firstLoadWaits, :openingHard, :zone, :configHash, 0)""";

    private static final String UPDATE = """
            update claim set state = :state, amount = :amount, held = :held, held_by = :heldBy, held_reason = :heldReason, held_since = :heldSince,
              released_on = :releasedOn, released_by = :releasedBy, manual_reference = :manualReference, manual_at = :manualAt,
              manual_evidence = :manualEvidence, manual_by = :manualBy, declared_at = :declaredAt, insurer_claim_number = :insurerClaimNumber,
              version = version + 1
            where claim_key = :key and version = :version""";

    private static final String INSERT_LINE = """
            insert into claim_line (claim_key, receivable_id, invoice_number, instalment, issue_date, due_date, amount, currency, worth, disputed)
            values (:key, :receivable, :invoice, :instalment, :issued, :due, :amount, :currency, :worth, :disputed)""";

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;

    public JdbcClaims(JdbcClient sql, NamedParameterJdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    @Override
    public Optional<Claim> find(ClaimKey key) {
        return sql.sql(SELECT)
                .param(key.value())
                .query((row, number) -> ClaimRows.claim(row))
                .optional();
    }

    @Override
    public Optional<Claim> lock(ClaimKey key) {
        return sql.sql(SELECT + " for update")
                .param(key.value())
                .query((row, number) -> ClaimRows.claim(row))
                .optional();
    }

    @Override
    public List<ClaimLine> lines(ClaimKey key) {
        return sql.sql(
                        "select l.*, c.currency as claim_currency from claim_line l join claim c on c.claim_key = l.claim_key"
                                + " where l.claim_key = ? order by l.due_date, l.issue_date, l.invoice_number, l.instalment")
                .param(key.value())
                .query((row, number) -> ClaimRows.line(row))
                .list();
    }

    @Override
    public Debtor debtor(ClaimSubject subject) {
        return sql.sql("""
                        select b.customer_no, b.name, b.country, b.street, b.post_code, b.city,
                          (select min(i.id_value) from buyer_identifier i where i.buyer_id = b.id and i.scheme = 'VAT') as vat,
                          (select min(concat(i.scheme, ' ', i.id_value)) from buyer_identifier i where i.buyer_id = b.id and i.scheme <> 'VAT'
                            and i.scheme not like '%:%') as registration
                        from buyer b where b.id = ?""")
                .param(subject.buyerId())
                .query((row, number) -> ClaimRows.debtor(row))
                .single();
    }

    @Override
    public void insert(Claim claim, List<ClaimLine> lines) {
        sql.sql(INSERT).params(inserted(claim)).update();
        insertLines(claim.key(), lines);
    }

    @Override
    public boolean delete(ClaimKey key) {
        if (told(key)) {
            return false;
        }
        sql.sql("delete from claim_line where claim_key = ?").param(key.value()).update();
        sql.sql("delete from claim where claim_key = ?").param(key.value()).update();
        sql.sql("update receivable set claim_key = null where claim_key = ?")
                .param(key.value())
                .update();
        return true;
    }

    private boolean told(ClaimKey key) {
        return sql.sql("select count(*) from claim_result where claim_key = ?")
                        .param(key.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void insertLines(ClaimKey key, List<ClaimLine> lines) {
        batches.batchUpdate(
                INSERT_LINE,
                lines.stream()
                        .map(line -> ChangeRows.values(key, line))
                        .<Map<String, ?>>map(values -> values)
                        .toArray(Map[]::new));
    }

    @Override
    public void update(Claim claim) {
        int updated = sql.sql(UPDATE).params(updated(claim)).update();
        if (updated != 1) {
            throw new IllegalStateException(
                    "claim " + claim.key() + " is no longer at version " + claim.version() + "; somebody changed it");
        }
    }

    @Override
    public void revise(Claim claim, BigDecimal amount, ClaimWindow window, List<ClaimLine> lines) {
        Map<String, Object> values = new HashMap<>();
        putWindow(values, window);
        values.put("amount", amount);
        values.put("key", claim.key().value());
        sql.sql("""
                        update claim set amount = :amount, opens_on = :opensOn, safe_on = :safeOn, closes_on = :closesOn, close_at = :closeAt,
                          opening_hard = :openingHard, zone = :zone, version = version + 1 where claim_key = :key""").params(values).update();
        sql.sql("delete from claim_line where claim_key = ?")
                .param(claim.key().value())
                .update();
        insertLines(claim.key(), lines);
    }

    @Override
    public List<Claim> undeclaredOf(long exposureId) {
        return sql.sql(
                        "select * from claim where exposure_id = ? and state in ('DRAFT', 'AWAITING_APPROVAL', 'DECLARING')"
                                + " order by drafted_at, claim_key")
                .param(exposureId)
                .query((row, number) -> ClaimRows.claim(row))
                .list();
    }

    @Override
    public List<Undeclared> undeclared(PauseScope scope, String name) {
        return sql.sql(
                        "select claim_key, creditor, close_at from claim where state in ('DRAFT', 'AWAITING_APPROVAL', 'DECLARING')"
                                + " and (:scope = 'ALL' or (:scope = 'INSURER' and insurer = :name) or (:scope = 'CREDITOR' and creditor = :name))"
                                + " order by close_at, claim_key")
                .param("scope", scope.name())
                .param("name", name)
                .query((row, number) -> new Undeclared(
                        new ClaimKey(row.getString("claim_key")),
                        row.getString("creditor"),
                        Times.instant(row, "close_at")))
                .list();
    }

    private static Map<String, Object> inserted(Claim claim) {
        Map<String, Object> values = new HashMap<>();
        ClaimSubject subject = claim.subject();
        values.put("key", claim.key().value());
        values.put("exposure", subject.exposureId());
        values.put("episode", subject.episode());
        values.put("contract", subject.contract());
        values.put("policy", subject.policy());
        values.put("policyVersion", subject.policyVersion());
        values.put("insurer", subject.insurer());
        values.put("creditor", subject.creditor());
        values.put("buyer", subject.buyerId());
        values.put("governing", subject.governing());
        values.put("state", claim.state().name());
        values.put("amount", claim.amount());
        values.put("currency", claim.currency());
        values.put("cause", claim.cause());
        values.put("draftedAt", utc(claim.draftedAt()));
        values.put("requestedBy", claim.requestedBy());
        values.put("configHash", claim.configHash());
        putWindow(values, claim.window());
        putRule(values, claim.rule());
        return values;
    }

    private static void putWindow(Map<String, Object> values, ClaimWindow window) {
        values.put("opensOn", window.opensOn());
        values.put("safeOn", window.safeOn());
        values.put("closesOn", window.closesOn());
        values.put("closeAt", utc(window.closeAt()));
        values.put("openingHard", window.openingHard());
        values.put("zone", window.zone().getId());
    }

    private static void putRule(Map<String, Object> values, ReleaseRule rule) {
        ReleaseRule.DailyCap cap = rule.dailyCap();
        values.put("mode", rule.mode().name());
        values.put("onSafeDate", rule.onSafeDate().name());
        values.put("capClaims", cap == null ? null : cap.claims());
        values.put("capAmount", cap == null ? null : cap.amount());
        Anomaly anomaly = rule.anomaly();
        values.put("anomalyFactor", anomaly == null ? null : anomaly.factor());
        values.put("anomalyAtLeast", anomaly == null ? null : anomaly.atLeast());
        values.put("firstLoadWaits", rule.firstLoadWaits());
    }

    private static Map<String, Object> updated(Claim claim) {
        Map<String, Object> values = new HashMap<>();
        Hold hold = claim.hold();
        Release release = claim.release();
        ManualDeclaration manual = claim.manual();
        values.put("key", claim.key().value());
        values.put("version", claim.version());
        values.put("state", claim.state().name());
        values.put("amount", claim.amount());
        values.put("held", hold != null);
        values.put("heldBy", hold == null ? null : hold.by());
        values.put("heldReason", hold == null ? null : hold.reason());
        values.put("heldSince", hold == null ? null : utc(hold.since()));
        values.put("releasedOn", release == null ? null : release.on());
        values.put("releasedBy", release == null ? null : release.by());
        values.put("manualReference", manual == null ? null : manual.reference());
        values.put("manualAt", manual == null ? null : utc(manual.at()));
        values.put("manualEvidence", manual == null ? null : manual.evidence());
        values.put("manualBy", manual == null ? null : manual.by());
        values.put("declaredAt", utcOrNull(claim.declaredAt()));
        values.put("insurerClaimNumber", claim.insurerClaimNumber());
        return values;
    }
}
