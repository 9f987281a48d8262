package io.claimgate.store.restore;

import static io.claimgate.store.Times.utc;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ReceivableKey;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Departure;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import io.claimgate.flow.restore.RestoreBook;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** What a restore reads and writes, over all tables that it concerns. */
public final class JdbcRestoreBook implements RestoreBook {

    /** Files in work/ may bear numbers that no note tells of. */
    private static final long UNNOTED = 1_000;

    private final JdbcClient sql;
    private final BusinessClock clock;
    private final JdbcRestores restores;
    private final FoundFiles found;

    public JdbcRestoreBook(JdbcClient sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
        this.restores = new JdbcRestores(sql, clock);
        this.found = new FoundFiles(sql);
    }

    @Override
    public boolean knows(Departure departure) {
        if (departure instanceof Departure.FileTaken file) {
            return there(
                    "erp_file where source = ? and name = ? and ordinal = ? and (sha256 = ? or phase = 'TAKING')",
                    file.source(),
                    file.name(),
                    file.ordinal(),
                    file.sha256());
        }
        if (departure instanceof Departure.MessageSent sent) {
            return there(
                    "submission where claim_key = ? and operation = ? and payload_sha256 = ? and calls >= ?",
                    sent.claimKey(),
                    sent.operation(),
                    sent.payload(),
                    sent.call());
        }
        Departure.FileWritten written = (Departure.FileWritten) departure;
        return there("out_batch where source = ? and name = ? and state <> 'FIXED'", written.source(), written.name());
    }

    @Override
    public boolean knowsOut(String source, String name) {
        return there("out_batch where source = ? and name = ?", source, name);
    }

    private boolean there(String rows, Object... values) {
        return sql.sql("select count(*) from " + rows)
                        .params(List.of(values))
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<Restore> open(List<String> causes, String reason, Instant now, Instant systemNow) {
        List<String> unseen = causes.stream()
                .filter(sign -> !there("restoration_sign where sign = ?", sign))
                .toList();
        if (unseen.isEmpty()) {
            return Optional.empty();
        }
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        sql.sql(
                        "insert into restoration (reason, phase, noticed_at, noticed_system_at) values (:reason, 'FILES', :now, :system)")
                .param("reason", reason.length() <= 2000 ? reason : reason.substring(0, 2000))
                .param("now", utc(now))
                .param("system", utc(systemNow))
                .update(id, "id");
        long row = Objects.requireNonNull(id.getKey(), "no id came back").longValue();
        unseen.forEach(sign -> sql.sql("insert into restoration_sign (sign, restoration_id) values (?, ?)")
                .params(sign, row)
                .update());
        return restores.last();
    }

    @Override
    public void numberAbove(long file, long submission, long payment) {
        restart("erp_file", file);
        restart("submission", submission);
        restart("payment", payment);
    }

    private void restart(String table, long above) {
        long newest = sql.sql("select coalesce(max(id), 0) from " + table)
                .query(Long.class)
                .single();
        if (newest < above) {
            sql.sql("alter table " + table + " alter column id restart with " + (above + UNNOTED))
                    .update();
        }
    }

    @Override
    public void sameRow(Departure.Payment payment) {
        sql.sql("""
                        update payment set id = :row
                         where creditor = :creditor and source = :source and payment_id = :payment and id <> :row
                           and not exists (select 1 from payment p where p.id = :row)
                           and not exists (select 1 from claim_money m where m.payment_id = payment.id)""")
                .param("row", payment.row())
                .param("creditor", payment.creditor())
                .param("source", payment.source())
                .param("payment", payment.paymentId())
                .update();
    }

    @Override
    public void item(Restore restore, Kind kind, String ref, String creditor, Restores.State state, String detail) {
        restores.put(restore, kind.name(), ref, creditor, state, detail);
        sql.sql("update restoration_item set state = ?, detail = ? where restoration_id = ? and kind = ? and ref = ?")
                .params(state.name(), JdbcRestores.shortened(detail), restore.id(), kind.name(), ref)
                .update();
    }

    @Override
    public long count(Restore restore, Restores.State state) {
        return sql.sql("select count(*) from restoration_item where restoration_id = ? and state = ?")
                .params(restore.id(), state.name())
                .query(Long.class)
                .single();
    }

    @Override
    public void refresh(Restore restore) {
        became(
                restore,
                Restores.State.DONE,
                "it is not to be declared any more",
                "not exists (select 1 from claim c where c.claim_key = ref)");
        became(
                restore,
                Restores.State.FOUND,
                "the insurer has it",
                claim("c.state not in ('DRAFT', 'AWAITING_APPROVAL', 'DECLARING', 'WITHDRAWN', 'FORECLOSED')"));
        became(
                restore,
                Restores.State.NOT_FOUND,
                "the insurer has it not; it goes when outgoing is resumed",
                claim(
                        "c.state = 'DECLARING' and exists (select 1 from submission s where s.claim_key = c.claim_key and s.operation = 'DECLARE'"
                                + " and s.state = 'FAILED')"));
        became(
                restore,
                Restores.State.UNCLEAR,
                "a person finds out; its alert says what",
                claim("c.held or c.state in ('WITHDRAWN', 'FORECLOSED')"
                        + " or exists (select 1 from task t where t.kind = 'claim' and t.ref = c.claim_key and t.state = 'PARKED')"
                        + " or exists (select 1 from alert a where a.subject = concat('claim/', c.claim_key) and a.code = 'CLM-012'"
                        + " and a.cleared_at is null)"));
    }

    private static String claim(String condition) {
        return "exists (select 1 from claim c where c.claim_key = ref and (" + condition + "))";
    }

    private void became(Restore restore, Restores.State state, String detail, String condition) {
        sql.sql(
                        "update restoration_item set state = ?, detail = ? where restoration_id = ? and kind = 'CLAIM' and state = 'OPEN' and "
                                + condition)
                .params(state.name(), detail, restore.id())
                .update();
    }

    @Override
    public boolean intakeBusy() {
        return there("erp_file where phase in ('TAKEN', 'STAGED', 'APPLYING', 'APPLIED')") || due("exposure");
    }

    @Override
    public boolean resultsBusy() {
        return there("task where kind = 'insurer-results' and state <> 'PARKED'") || due("results") || due("exposure");
    }

    private boolean due(String kind) {
        return there(
                "task where kind = ? and state <> 'PARKED' and (due_at <= ? or attempts > 0)", kind, utc(clock.now()));
    }

    @Override
    public List<ClaimKey> unasked(Restore restore) {
        return sql.sql("""
                        select c.claim_key from claim c
                         where c.state in ('DRAFT', 'AWAITING_APPROVAL', 'DECLARING') and c.close_at > :now
                           and not exists (select 1 from submission s where s.claim_key = c.claim_key and s.operation = 'DECLARE'
                                              and s.state in ('SENDING', 'OUTCOME_UNKNOWN', 'ACKNOWLEDGED'))
                           and not exists (select 1 from restoration_item i
                                            where i.restoration_id = :id and i.kind = 'CLAIM' and i.ref = c.claim_key)
                         order by c.close_at, c.claim_key""")
                .param("now", utc(clock.now()))
                .param("id", restore.id())
                .query((row, number) -> new ClaimKey(row.getString(1)))
                .list();
    }

    @Override
    public boolean rewound(Restore restore) {
        boolean now = sql.sql("update restoration set rewound = true where id = ? and rewound = false")
                        .param(restore.id())
                        .update()
                == 1;
        if (now) {
            sql.sql("delete from insurer_cursor").update();
        }
        return now;
    }

    @Override
    public Optional<Place> place(ReceivableKey key, String contract) {
        return sql.sql("""
                        select r.id, r.buyer_id, e.id as exposure_id from receivable r
                          join exposure e on e.buyer_id = r.buyer_id and e.creditor = r.creditor and e.contract = :contract
                         where r.creditor = :creditor and r.invoice_number = :invoice and r.instalment = :instalment""")
                .param("contract", contract)
                .param("creditor", key.creditor())
                .param("invoice", key.invoiceNumber())
                .param("instalment", key.instalment())
                .query((row, number) ->
                        new Place(row.getLong("id"), row.getLong("buyer_id"), row.getLong("exposure_id")))
                .optional();
    }

    @Override
    public Optional<Long> unsent(Departure.MessageSent sent) {
        return sql.sql("""
                        select id from submission where claim_key = ? and operation = ? and attempt = ? and payload_sha256 = ?
                           and calls < ? and state in ('PENDING', 'FAILED')""")
                .params(sent.claimKey(), sent.operation(), sent.attempt(), sent.payload(), sent.call())
                .query(Long.class)
                .optional();
    }

    @Override
    public void maybeArrived(long submission, Departure.MessageSent sent, String why) {
        sql.sql("""
                        update submission set state = 'OUTCOME_UNKNOWN', calls = ?, sent_at = ?, sent_system_at = ?, asked = 0, denied = 0,
                          error = ? where id = ?""")
                .params(sent.call(), utc(sent.at()), utc(sent.systemAt()), why, submission)
                .update();
    }

    @Override
    public void written(Departure.FileWritten file, Instant now) {
        found.written(file, now);
    }

    @Override
    public List<String> entriesWithoutCause() {
        return sql.sql(
                        "select f.posting_id from posting_found f where not exists (select 1 from posting p where p.posting_id = f.posting_id)"
                                + " order by f.posting_id")
                .query(String.class)
                .list();
    }
}
