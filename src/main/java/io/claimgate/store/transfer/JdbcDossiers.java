package io.claimgate.store.transfer;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.Document.ToClaim;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.dossier.DocumentsClock;
import io.claimgate.dossier.Dossier;
import io.claimgate.dossier.DossierState;
import io.claimgate.dossier.Evidence;
import io.claimgate.dossier.Missing;
import io.claimgate.dossier.Requested;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Vault;
import io.claimgate.flow.transfer.DossierStore;
import io.claimgate.flow.transfer.Notice;
import io.claimgate.flow.transfer.Statement;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables document, dossier and dossier_request, and the facts that concern a claim's file. */
public final class JdbcDossiers implements DossierStore {

    private final JdbcClient sql;
    private final BusinessClock clock;
    private final ObjectMapper json;
    private final AccountRows account;

    public JdbcDossiers(JdbcClient sql, BusinessClock clock, ObjectMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
        this.account = new AccountRows(sql);
    }

    @Override
    public List<Evidence> evidence(Claim claim) {
        // The same bytes of one kind, tied to several receivables, travel once and serve all of them.
        return sql.sql("""
                        select d.*, r.invoice_number, coalesce(s.transfers, 0) as on_the_way, s.at_insurer
                        from document d left join receivable r on r.id = d.receivable_id
                        left join (select o.kind, o.sha256, count(*) as transfers, min(t.received_at) as at_insurer
                          from transfer t join transfer_document x on x.submission_id = t.submission_id join document o on o.id = x.document_id
                          where t.claim_key = :claim group by o.kind, o.sha256) s on s.kind = d.kind and s.sha256 = d.sha256
                        where d.creditor = :creditor and d.id in (
                          select id from document where claim_key = :claim
                          union select o.id from document o join buyer b on b.id = o.buyer_id where b.id = :buyer or b.merged_into = :buyer
                          union select o.id from document o join receivable i on i.id = o.receivable_id
                            join claim_line l on l.invoice_number = i.invoice_number
                            where l.claim_key = :claim and i.creditor = :creditor)
                        order by d.id""")
                .param("claim", claim.key().value())
                .param("buyer", claim.subject().buyerId())
                .param("creditor", claim.subject().creditor())
                .query((row, number) -> DocumentRows.evidence(row))
                .list();
    }

    @Override
    public List<Requested> requests(ClaimKey key) {
        return sql.sql("select kind, requested_at, note, reply_by from dossier_request where claim_key = ?"
                        + " order by requested_at, kind")
                .param(key.value())
                .query((row, number) -> new Requested(
                        DocumentKind.valueOf(row.getString("kind")),
                        instant(row, "requested_at"),
                        row.getString("note"),
                        row.getObject("reply_by", LocalDate.class)))
                .list();
    }

    @Override
    public Optional<DocumentsClock> clock(Claim claim) {
        return sql.sql("""
                        select safe_on, closes_on, closes_at, status from deadline
                        where exposure_id = ? and episode = ? and kind = 'documents' and current and closes_at is not null""")
                .params(claim.subject().exposureId(), claim.subject().episode())
                .query((row, number) -> new DocumentsClock(
                        row.getObject("safe_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class),
                        instant(row, "closes_at"),
                        row.getString("status").equals("MET")))
                .optional();
    }

    @Override
    public Optional<Dossier> find(ClaimKey key) {
        return sql.sql("select * from dossier where claim_key = ?")
                .param(key.value())
                .query((row, number) -> dossier(row))
                .optional();
    }

    @Override
    public void save(Dossier dossier) {
        Map<String, Object> values = new HashMap<>();
        values.put("claim", dossier.claim().value());
        values.put("creditor", dossier.creditor());
        values.put("insurer", dossier.insurer());
        values.put("state", dossier.state().name());
        values.put("required", dossier.required());
        values.put("present", dossier.present());
        values.put("missing", written(dossier.missing()));
        values.put("completeOn", dossier.completeOn());
        values.put("now", utc(clock.now()));
        int updated = sql.sql("""
                        update dossier set state = :state, required = :required, present = :present, missing = :missing, complete_on = :completeOn,
                          updated_at = :now, version = version + 1 where claim_key = :claim""").params(values).update();
        if (updated == 0) {
            sql.sql("""
                            insert into dossier (claim_key, creditor, insurer, state, required, present, missing, complete_on, updated_at)
                            values (:claim, :creditor, :insurer, :state, :required, :present, :missing, :completeOn, :now)""").params(values).update();
        }
    }

    @Override
    public Optional<LocalDate> toldComplete(ClaimKey key) {
        return sql.sql("select min(fact_date) as told from fact where claim_key = ? and kind = 'FILE_COMPLETE'"
                        + " and recorded_by <> ?")
                .params(key.value(), EventLog.MACHINE)
                .query((row, number) -> Optional.ofNullable(row.getObject("told", LocalDate.class)))
                .single();
    }

    @Override
    public void fileComplete(Claim claim, LocalDate on) {
        sql.sql("""
                        insert into fact (creditor, kind, fact_date, buyer_id, claim_key, recorded_by, recorded_at)
                        values (?, 'FILE_COMPLETE', ?, ?, ?, ?, ?)""")
                .params(
                        claim.subject().creditor(),
                        on,
                        claim.subject().buyerId(),
                        claim.key().value(),
                        EventLog.MACHINE,
                        utc(clock.now()))
                .update();
    }

    @Override
    public void made(Claim claim, DocumentKind kind, String name, Vault.Stored bytes) {
        sql.sql("""
                        insert into document (creditor, kind, name, sha256, size_bytes, media_type, tie, claim_key, origin, received_at)
                        select :creditor, :kind, :name, :sha, :size, 'application/pdf', :tie, :claim, 'gateway', :now
                        where not exists (select 1 from document where creditor = :creditor and kind = :kind and sha256 = :sha and tie = :tie)""")
                .param("creditor", claim.subject().creditor())
                .param("kind", kind.name())
                .param("name", name)
                .param("sha", bytes.sha256())
                .param("size", bytes.size())
                .param("tie", new ToClaim(claim.key().value()).text())
                .param("claim", claim.key().value())
                .param("now", utc(clock.now()))
                .update();
    }

    @Override
    public List<Notice> notices(Claim claim, DocumentKind kind) {
        return account.notices(claim, kind);
    }

    @Override
    public List<Statement.Paid> payments(Claim claim, LocalDate until) {
        return account.payments(claim, until);
    }

    @Override
    public Map<Long, BigDecimal> grossAmounts(Claim claim) {
        return account.grossAmounts(claim);
    }

    private Dossier dossier(ResultSet row) throws SQLException {
        return new Dossier(
                new ClaimKey(row.getString("claim_key")),
                row.getString("creditor"),
                row.getString("insurer"),
                DossierState.valueOf(row.getString("state")),
                row.getInt("required"),
                row.getInt("present"),
                read(row.getString("missing")),
                row.getObject("complete_on", LocalDate.class));
    }

    private String written(List<Missing> missing) {
        try {
            return json.writeValueAsString(missing);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is missing holds plain values only", e);
        }
    }

    private List<Missing> read(String missing) {
        try {
            return json.readValue(missing, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the dossier's list of what is missing is no JSON: " + missing, e);
        }
    }
}
