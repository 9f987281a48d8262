package io.claimgate.store.transfer;

import static io.claimgate.store.Times.instantOrNull;
import static io.claimgate.store.Times.utc;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Submission;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Vault;
import io.claimgate.flow.transfer.Parcel;
import io.claimgate.flow.transfer.Transfer;
import io.claimgate.flow.transfer.TransferStore;
import io.claimgate.store.claim.SubmissionRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables transfer and transfer_document, and submissions of operation DOCUMENT. */
public final class JdbcTransfers implements TransferStore {

    private static final String DOCUMENT = "DOCUMENT";

    private final JdbcClient sql;
    private final SubmissionRows submissions;

    public JdbcTransfers(JdbcClient sql, BusinessClock clock) {
        this.sql = sql;
        this.submissions = new SubmissionRows(sql, clock);
    }

    @Override
    public Optional<ClaimKey> claimOf(long submission) {
        return sql.sql("select claim_key from transfer where submission_id = ?")
                .param(submission)
                .query(String.class)
                .optional()
                .map(ClaimKey::new);
    }

    @Override
    public Transfer get(long submission) {
        List<Transfer.Item> documents =
                sql.sql("""
                        select x.document_id, x.name, d.kind, d.sha256, d.size_bytes, d.media_type
                        from transfer_document x join document d on d.id = x.document_id where x.submission_id = ? order by x.name""").param(submission).query((row, number) -> item(row)).list();
        return sql.sql("""
                        select s.*, t.channel, t.name, t.size_bytes, t.carried_at, t.received_at
                        from transfer t join submission s on s.id = t.submission_id where t.submission_id = ?""")
                .param(submission)
                .query((row, number) -> transfer(row, documents))
                .single();
    }

    @Override
    public int lastNumber(ClaimKey key) {
        return sql.sql("select coalesce(max(attempt), 0) from submission where claim_key = ? and operation = ?")
                .params(key.value(), DOCUMENT)
                .query(Integer.class)
                .single();
    }

    @Override
    public long insert(
            Claim claim,
            int number,
            String channel,
            String name,
            List<Transfer.Item> documents,
            Vault.Stored payload,
            Instant intentAt) {
        long id = submissions
                .insert(claim, DOCUMENT, number, payload.sha256(), intentAt)
                .attempt()
                .id();
        sql.sql("""
                        insert into transfer (submission_id, claim_key, creditor, channel, name, size_bytes)
                        values (:id, :claim, :creditor, :channel, :name, :size)""")
                .param("id", id)
                .param("claim", claim.key().value())
                .param("creditor", claim.subject().creditor())
                .param("channel", channel)
                .param("name", name)
                .param("size", payload.size())
                .update();
        documents.forEach(
                document -> sql.sql("insert into transfer_document (submission_id, document_id, name) values (?, ?, ?)")
                        .params(id, document.documentId(), document.content().name())
                        .update());
        return id;
    }

    @Override
    public void update(Submission submission) {
        submissions.update(submission);
    }

    @Override
    public void carried(long submission, Instant at) {
        sql.sql("update transfer set carried_at = ? where submission_id = ?")
                .params(utc(at), submission)
                .update();
    }

    @Override
    public void received(long submission, Instant at, String receipt) {
        sql.sql("update transfer set received_at = ?, receipt = ? where submission_id = ?")
                .params(utc(at), receipt, submission)
                .update();
    }

    private static Transfer.Item item(ResultSet row) throws SQLException {
        return new Transfer.Item(
                row.getLong("document_id"),
                new Parcel.Content(
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("sha256"),
                        row.getLong("size_bytes"),
                        row.getString("media_type")));
    }

    private static Transfer transfer(ResultSet row, List<Transfer.Item> documents) throws SQLException {
        return new Transfer(
                SubmissionRows.submission(row),
                row.getString("creditor"),
                row.getString("channel"),
                row.getString("name"),
                row.getLong("size_bytes"),
                documents,
                instantOrNull(row, "carried_at"),
                instantOrNull(row, "received_at"));
    }
}
