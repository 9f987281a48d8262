package io.claimgate.store.claim;

import static io.claimgate.store.Times.utc;

import io.claimgate.claim.ChangeLine;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Submission;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.declaration.ChangeStore;
import io.claimgate.flow.declaration.ClaimStore;
import io.claimgate.flow.declaration.PauseScope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables claim_change and claim_change_line, and the submissions of changes. */
public final class JdbcChanges implements ChangeStore {

    private static final String OPEN = " and state in ('PLANNED', 'WITH_PERSON', 'UNDER_WAY')";

    private static final String INSERT = """
            insert into claim_change (claim_key, change_no, kind, state, creditor, amount_before, amount_after, currency, reason, requested_by,
              seen_at, due_at, waits_for)
            values (:key, :number, :kind, :state, :creditor, :before, :after, :currency, :reason, :requestedBy, :seenAt, :dueAt, :waitsFor)""";

    private static final String UPDATE = """
            update claim_change set kind = :kind, state = :state, amount_after = :after, reason = :reason, due_at = :dueAt, waits_for = :waitsFor,
              manual_reference = :manualReference, manual_at = :manualAt, manual_evidence = :manualEvidence, manual_by = :manualBy,
              told_at = :toldAt, reference = :reference
            where claim_key = :key and change_no = :number""";

    private static final String INSERT_LINE = """
            insert into claim_change_line (claim_key, change_no, receivable_id, invoice_number, instalment, issue_date, due_date, amount_before,
              amount, currency, worth, disputed)
            values (:key, :number, :receivable, :invoice, :instalment, :issued, :due, :before, :amount, :currency, :worth, :disputed)""";

    private static final String JOIN = """
            insert into claim_line (claim_key, receivable_id, invoice_number, instalment, issue_date, due_date, amount, currency, worth, disputed)
            values (:key, :receivable, :invoice, :instalment, :issued, :due, :amount, :currency, :worth, :disputed)""";

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final SubmissionRows submissions;

    public JdbcChanges(JdbcClient sql, NamedParameterJdbcTemplate batches, BusinessClock clock) {
        this.sql = sql;
        this.batches = batches;
        this.submissions = new SubmissionRows(sql, clock);
    }

    @Override
    public List<ClaimChange> open(ClaimKey key) {
        return sql.sql("select * from claim_change where claim_key = ?" + OPEN + " order by change_no")
                .param(key.value())
                .query((row, number) ->
                        ChangeRows.change(row, lines(key, row.getInt("change_no"), row.getString("currency"))))
                .list();
    }

    @Override
    public Optional<ClaimChange> find(ClaimKey key, int number) {
        return sql.sql("select * from claim_change where claim_key = ? and change_no = ?")
                .params(key.value(), number)
                .query((row, count) -> ChangeRows.change(row, lines(key, number, row.getString("currency"))))
                .optional();
    }

    private List<ChangeLine> lines(ClaimKey key, int number, String currency) {
        return sql.sql(
                        "select * from claim_change_line where claim_key = ? and change_no = ? order by due_date, issue_date, invoice_number, instalment")
                .params(key.value(), number)
                .query((row, count) -> ChangeRows.line(row, currency))
                .list();
    }

    @Override
    public int lastNumber(ClaimKey key) {
        return sql.sql("select coalesce(max(change_no), 0) from claim_change where claim_key = ?")
                .param(key.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Instant> lastTold(ClaimKey key) {
        return sql
                .sql(
                        "select told_at from claim_change where claim_key = ? and told_at is not null order by change_no desc")
                .param(key.value())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .findFirst()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void insert(ClaimChange change, String creditor) {
        Map<String, Object> values = ChangeRows.values(change);
        values.put("creditor", creditor);
        sql.sql(INSERT).params(values).update();
        insertLines(change);
    }

    @Override
    public void update(ClaimChange change) {
        sql.sql(UPDATE).params(ChangeRows.values(change)).update();
        if (change.state().follows()) {
            sql.sql("delete from claim_change_line where claim_key = ? and change_no = ?")
                    .params(change.claim().value(), change.number())
                    .update();
            insertLines(change);
        }
    }

    private void insertLines(ClaimChange change) {
        batches.batchUpdate(
                INSERT_LINE,
                change.lines().stream()
                        .map(line -> ChangeRows.values(change, line))
                        .<Map<String, ?>>map(values -> values)
                        .toArray(Map[]::new));
    }

    @Override
    public void applyLines(ClaimChange change) {
        for (ChangeLine line : change.lines()) {
            Map<String, Object> values = ChangeRows.values(change.claim(), line.now());
            int known = sql.sql("update claim_line set amount = :amount, worth = :worth, disputed = :disputed"
                            + " where claim_key = :key and receivable_id = :receivable")
                    .params(values)
                    .update();
            if (known == 0) {
                sql.sql(JOIN).params(values).update();
            }
        }
    }

    @Override
    public void withdrawn(ClaimKey key, Instant at, boolean paid) {
        sql.sql("update claim set withdrawn_at = ?, withdrawn_paid = ? where claim_key = ?")
                .params(utc(at), paid, key.value())
                .update();
    }

    @Override
    public Optional<Submission> latest(ClaimKey key, int number) {
        return sql.sql(
                        "select * from submission where claim_key = ? and change_no = ? order by attempt desc fetch first 1 rows only")
                .params(key.value(), number)
                .query((row, count) -> SubmissionRows.submission(row))
                .optional();
    }

    @Override
    public Submission.Pending intent(Claim claim, ClaimChange change, String payload, Instant intentAt) {
        String operation = change.kind().name();
        int attempt = sql.sql("select coalesce(max(attempt), 0) from submission where claim_key = ? and operation = ?")
                        .params(claim.key().value(), operation)
                        .query(Integer.class)
                        .single()
                + 1;
        Submission.Pending pending = submissions.insert(claim, operation, attempt, payload, intentAt);
        sql.sql("update submission set change_no = ? where id = ?")
                .params(change.number(), pending.attempt().id())
                .update();
        return pending;
    }

    @Override
    public List<ClaimStore.Undeclared> waiting(PauseScope scope, String name) {
        return sql.sql("""
                        select distinct c.claim_key, c.creditor from claim_change x join claim c on c.claim_key = x.claim_key
                        where x.state in ('PLANNED', 'UNDER_WAY')
                          and (:scope = 'ALL' or (:scope = 'INSURER' and c.insurer = :name) or (:scope = 'CREDITOR' and c.creditor = :name))
                        order by c.claim_key""")
                .param("scope", scope.name())
                .param("name", name)
                .query((row, number) -> new ClaimStore.Undeclared(
                        new ClaimKey(row.getString("claim_key")), row.getString("creditor"), Tasks.NEVER))
                .list();
    }
}
