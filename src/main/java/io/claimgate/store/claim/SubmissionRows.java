package io.claimgate.store.claim;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.utc;
import static io.claimgate.store.Times.utcOrNull;

import io.claimgate.claim.Attempt;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Sent;
import io.claimgate.claim.Submission;
import io.claimgate.flow.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Rows of table submission, of whatever operation. */
public final class SubmissionRows {

    private static final int LONGEST_ERROR = 2000;

    private final JdbcClient sql;
    private final BusinessClock clock;

    public SubmissionRows(JdbcClient sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param operation DECLARE, DOCUMENT, ... */
    public Submission.Pending insert(Claim claim, String operation, int number, String payload, Instant intentAt) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        sql.sql("""
                        insert into submission (claim_key, operation, attempt, state, insurer, creditor, payload_sha256, intent_at)
                        values (:key, :operation, :number, 'PENDING', :insurer, :creditor, :payload, :intentAt)""")
                .param("key", claim.key().value())
                .param("operation", operation)
                .param("number", number)
                .param("insurer", claim.subject().insurer())
                .param("creditor", claim.subject().creditor())
                .param("payload", payload)
                .param("intentAt", utc(intentAt))
                .update(id, "id");
        long row = Objects.requireNonNull(id.getKey(), "no id came back for the submission")
                .longValue();
        return new Submission.Pending(new Attempt(row, claim.key(), number, payload, intentAt));
    }

    public void update(Submission submission) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", submission.attempt().id());
        values.put("state", state(submission));
        values.put("calls", submission.calls());
        Sent sent = sent(submission);
        values.put("sentAt", sent == null ? null : utc(sent.at()));
        values.put("sentSystemAt", sent == null ? null : utc(sent.systemAt()));
        Submission.OutcomeUnknown unknown =
                submission instanceof Submission.OutcomeUnknown outcomeUnknown ? outcomeUnknown : null;
        values.put("overAt", unknown == null ? null : utc(unknown.over().at()));
        values.put("overSystemAt", unknown == null ? null : utc(unknown.over().systemAt()));
        values.put("asked", unknown == null ? null : unknown.asked());
        values.put("denied", unknown == null ? null : unknown.denied());
        values.put(
                "reference",
                submission instanceof Submission.Acknowledged acknowledged ? acknowledged.reference() : null);
        values.put("error", error(submission));
        values.put("finishedAt", utcOrNull(finishedAt(submission)));
        sql.sql("""
                        update submission set state = :state, calls = :calls, sent_at = coalesce(:sentAt, sent_at),
                          sent_system_at = coalesce(:sentSystemAt, sent_system_at),
                          over_at = coalesce(:overAt, over_at), over_system_at = coalesce(:overSystemAt, over_system_at), asked = coalesce(:asked, asked),
                          denied = coalesce(:denied, denied), insurer_reference = :reference, error = :error, finished_at = :finishedAt
                        where id = :id""").params(values).update();
    }

    /** A row with all columns of the table. */
    public static Submission submission(ResultSet row) throws SQLException {
        Attempt attempt = new Attempt(
                row.getLong("id"),
                new ClaimKey(row.getString("claim_key")),
                row.getInt("attempt"),
                row.getString("payload_sha256"),
                instant(row, "intent_at"));
        int calls = row.getInt("calls");
        String error = String.valueOf(row.getString("error"));
        String state = row.getString("state");
        return switch (state) {
            case "PENDING" -> new Submission.Pending(attempt);
            case "FAILED" -> new Submission.Failed(attempt, calls, error);
            case "SENDING" -> new Submission.Sending(attempt, calls, sent(row));
            case "OUTCOME_UNKNOWN" ->
                new Submission.OutcomeUnknown(
                        attempt, calls, sent(row), over(row), row.getInt("asked"), row.getInt("denied"), error);
            case "ACKNOWLEDGED" ->
                new Submission.Acknowledged(
                        attempt, calls, row.getString("insurer_reference"), instant(row, "finished_at"));
            case "REJECTED" -> new Submission.Rejected(attempt, calls, error, instant(row, "finished_at"));
            default ->
                throw new IllegalStateException("submission " + attempt.id() + " is in no known state: " + state);
        };
    }

    private static String state(Submission submission) {
        if (submission instanceof Submission.Pending) {
            return "PENDING";
        } else if (submission instanceof Submission.Failed) {
            return "FAILED";
        } else if (submission instanceof Submission.Sending) {
            return "SENDING";
        } else if (submission instanceof Submission.OutcomeUnknown) {
            return "OUTCOME_UNKNOWN";
        }
        return submission instanceof Submission.Acknowledged ? "ACKNOWLEDGED" : "REJECTED";
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(instant(row, "sent_at"), instant(row, "sent_system_at"));
    }

    /** Rows of before it was kept have only their beginning. */
    private static Sent over(ResultSet row) throws SQLException {
        return row.getObject("over_at") == null
                ? sent(row)
                : new Sent(instant(row, "over_at"), instant(row, "over_system_at"));
    }

    private static @Nullable Sent sent(Submission submission) {
        if (submission instanceof Submission.Sending sending) {
            return sending.sent();
        }
        return submission instanceof Submission.OutcomeUnknown unknown ? unknown.sent() : null;
    }

    private static @Nullable String error(Submission submission) {
        String reason = null;
        if (submission instanceof Submission.Failed failed) {
            reason = failed.reason();
        } else if (submission instanceof Submission.OutcomeUnknown unknown) {
            reason = unknown.reason();
        } else if (submission instanceof Submission.Rejected rejected) {
            reason = rejected.reason();
        }
        return reason == null || reason.length() <= LONGEST_ERROR ? reason : reason.substring(0, LONGEST_ERROR);
    }

    private @Nullable Instant finishedAt(Submission submission) {
        if (submission instanceof Submission.Acknowledged acknowledged) {
            return acknowledged.at();
        }
        if (submission instanceof Submission.Rejected rejected) {
            return rejected.at();
        }
        return submission instanceof Submission.Failed ? clock.now() : null;
    }
}
