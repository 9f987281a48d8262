package io.claimgate.store.claim;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Submission;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.declaration.PauseScope;
import io.claimgate.flow.declaration.SubmissionStore;
import io.claimgate.store.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table submission, operation DECLARE; and which documents wait to be sent. */
public final class JdbcSubmissions implements SubmissionStore {

    private static final String DECLARE = "DECLARE";

    private final JdbcClient sql;
    private final SubmissionRows rows;

    public JdbcSubmissions(JdbcClient sql, BusinessClock clock) {
        this.sql = sql;
        this.rows = new SubmissionRows(sql, clock);
    }

    @Override
    public Optional<Submission> latest(ClaimKey key) {
        return sql.sql(
                        "select * from submission where claim_key = ? and operation = ? order by attempt desc fetch first 1 rows only")
                .params(key.value(), DECLARE)
                .query((row, number) -> SubmissionRows.submission(row))
                .optional();
    }

    @Override
    public Submission.Pending insert(Claim claim, int number, String payload, Instant intentAt) {
        return rows.insert(claim, DECLARE, number, payload, intentAt);
    }

    @Override
    public void update(Submission submission) {
        rows.update(submission);
    }

    @Override
    public List<WaitingDocuments> waitingDocuments(PauseScope scope, String name) {
        return sql.sql("""
                        select s.id, s.creditor,
                          coalesce((select min(d.closes_at) from deadline d join claim c on c.exposure_id = d.exposure_id and c.episode = d.episode
                            where c.claim_key = s.claim_key and d.kind = 'documents' and d.current), :never) as close_at
                        from submission s where s.operation = 'DOCUMENT' and s.state in ('PENDING', 'FAILED')
                          and (:scope = 'ALL' or (:scope = 'INSURER' and s.insurer = :name) or (:scope = 'CREDITOR' and s.creditor = :name))
                        order by s.id""")
                .param("never", Times.utc(io.claimgate.flow.Tasks.NEVER))
                .param("scope", scope.name())
                .param("name", name)
                .query((row, number) -> new WaitingDocuments(
                        row.getLong("id"), row.getString("creditor"), Times.instant(row, "close_at")))
                .list();
    }
}
