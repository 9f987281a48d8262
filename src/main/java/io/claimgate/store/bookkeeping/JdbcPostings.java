package io.claimgate.store.bookkeeping;

import static io.claimgate.store.Times.utc;

import io.claimgate.accounting.Customer;
import io.claimgate.accounting.Posting;
import io.claimgate.accounting.PostingLine;
import io.claimgate.accounting.PostingState;
import io.claimgate.flow.Departure;
import io.claimgate.flow.bookkeeping.OutBatch;
import io.claimgate.flow.bookkeeping.PostingStates;
import io.claimgate.flow.bookkeeping.Postings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Tables posting and posting_line. */
public final class JdbcPostings implements Postings, PostingStates {

    private static final int CHUNK = 1000;
    private static final String STANDING =
            "select posting_id, source, creditor, claim_key, state, batch_id, erp_document, erp_message from posting ";

    private final NamedParameterJdbcTemplate sql;
    private final PostingRows rows;

    public JdbcPostings(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
        this.rows = new PostingRows(sql);
    }

    @Override
    public boolean booked(String cause) {
        return number("select count(*) from posting where cause = :cause", Map.of("cause", cause)) > 0;
    }

    @Override
    public Map<Long, Customer> customers(Collection<Long> receivables) {
        Map<Long, Customer> customers = new HashMap<>();
        List<Long> ids = List.copyOf(receivables);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            sql.query(
                    "select r.id, r.buyer_ref, b.name from receivable r join buyer b on b.id = r.buyer_id where r.id in (:ids)",
                    Map.of("ids", ids.subList(from, Math.min(from + CHUNK, ids.size()))),
                    (RowCallbackHandler)
                            row -> customers.put(row.getLong(1), new Customer(row.getString(2), row.getString(3))));
        }
        return customers;
    }

    @Override
    public void insert(Posting posting, Instant now, String configHash) {
        sql.update(
                """
                insert into posting (posting_id, source, creditor, claim_key, buyer_id, cause, event, insurer, insurer_reference, booked_on,
                  currency, text, made_at, config_hash)
                values (:id, :source, :creditor, :claim, :buyer, :cause, :event, :insurer, :reference, :day, :currency, :text, :now, :hash)""",
                new MapSqlParameterSource("id", posting.id())
                        .addValue("source", posting.source())
                        .addValue("creditor", posting.creditor())
                        .addValue("claim", posting.claimKey())
                        .addValue("buyer", posting.buyerId())
                        .addValue("cause", posting.cause())
                        .addValue("event", posting.event().name())
                        .addValue("insurer", posting.insurer())
                        .addValue("reference", posting.insurerReference())
                        .addValue("day", posting.date())
                        .addValue("currency", posting.currency())
                        .addValue("text", posting.text())
                        .addValue("now", utc(now))
                        .addValue("hash", configHash));
        List<MapSqlParameterSource> lines = new ArrayList<>();
        for (PostingLine line : posting.lines()) {
            Customer auxiliary = line.auxiliary();
            lines.add(new MapSqlParameterSource("id", posting.id())
                    .addValue("line", lines.size() + 1)
                    .addValue("account", line.account().number())
                    .addValue("label", line.account().label())
                    .addValue("auxiliary", auxiliary == null ? null : auxiliary.number())
                    .addValue("name", auxiliary == null ? null : auxiliary.name())
                    .addValue("debit", line.debit().amount())
                    .addValue("credit", line.credit().amount())
                    .addValue("invoice", line.invoiceNumber()));
        }
        // Before the database was restored it stood in a file already: it is never written a second time.
        sql.update(
                "update posting set state = 'WRITTEN', batch_id = (select f.batch_id from posting_found f where f.posting_id = :id),"
                        + " entry_no = (select f.entry_no from posting_found f where f.posting_id = :id)"
                        + " where posting_id = :id and exists (select 1 from posting_found f where f.posting_id = :id)",
                Map.of("id", posting.id()));
        sql.batchUpdate(
                "insert into posting_line (posting_id, line, account, account_label, auxiliary, auxiliary_label, debit, credit, invoice_number)"
                        + " values (:id, :line, :account, :label, :auxiliary, :name, :debit, :credit, :invoice)",
                lines.toArray(MapSqlParameterSource[]::new));
    }

    @Override
    public List<Posting> open(String source, int most) {
        return rows.read(
                "where state = 'OPEN' and source = :source order by made_no fetch first " + most + " rows only",
                Map.of("source", source));
    }

    @Override
    public long nextEntry(String source, String creditor) {
        return number(
                "select coalesce(max(entry_no), 0) + 1 from (select entry_no from posting where source = :source and creditor = :creditor"
                        + " union all select entry_no from posting_found where source = :source and creditor = :creditor) given",
                Map.of("source", source, "creditor", creditor));
    }

    @Override
    public boolean fix(OutBatch batch, Map<String, Long> entries) {
        MapSqlParameterSource[] values = entries.entrySet().stream()
                .map(entry -> new MapSqlParameterSource("id", entry.getKey())
                        .addValue("no", entry.getValue())
                        .addValue("batch", batch.id()))
                .toArray(MapSqlParameterSource[]::new);
        int[] changed = sql.batchUpdate(
                "update posting set state = 'FIXED', batch_id = :batch, entry_no = :no where posting_id = :id and state = 'OPEN'",
                values);
        for (int count : changed) {
            if (count == 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Map<String, Departure.Entry> entries(OutBatch batch) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        sql.query(
                "select posting_id, entry_no from posting where batch_id = :batch order by entry_no",
                Map.of("batch", batch.id()),
                (RowCallbackHandler) row -> numbers.put(row.getString(1), row.getLong(2)));
        Map<String, Departure.Entry> entries = new LinkedHashMap<>();
        rows.read("where batch_id = :batch order by entry_no", Map.of("batch", batch.id()))
                .forEach(posting -> entries.put(
                        posting.id(), new Departure.Entry(numbers.getOrDefault(posting.id(), 0L), posting.digest())));
        return entries;
    }

    @Override
    public Optional<String> writtenOtherwise(Posting posting) {
        return sql
                .queryForList(
                        "select b.name from posting_found f join out_batch b on b.id = f.batch_id"
                                + " where f.posting_id = :id and f.digest <> :digest",
                        Map.of("id", posting.id(), "digest", posting.digest()),
                        String.class)
                .stream()
                .findFirst();
    }

    @Override
    public List<Departure.Payment> payments(OutBatch batch) {
        List<Long> rows = sql
                .queryForList(
                        "select cause from posting where batch_id = :batch and cause like 'payment/%'",
                        Map.of("batch", batch.id()), String.class)
                .stream()
                .map(cause -> Long.valueOf(cause.split("/")[1]))
                .distinct()
                .toList();
        return rows.isEmpty()
                ? List.of()
                : sql.query(
                        "select creditor, source, payment_id, id from payment where id in (:ids) order by id",
                        Map.of("ids", rows),
                        (row, number) -> new Departure.Payment(
                                row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    @Override
    public List<Standing> of(OutBatch batch) {
        return standings(STANDING + "where batch_id = :batch order by entry_no", Map.of("batch", batch.id()));
    }

    @Override
    public List<Standing> written(OutBatch batch) {
        List<Standing> waiting = standings(
                STANDING + "where batch_id = :batch order by entry_no for update", Map.of("batch", batch.id()));
        sql.update(
                "update posting set state = 'WRITTEN' where batch_id = :batch and state = 'FIXED'",
                Map.of("batch", batch.id()));
        return waiting;
    }

    @Override
    public Optional<Standing> lock(String postingId, String source, String creditor) {
        return standings(
                        STANDING + "where posting_id = :id and source = :source and creditor = :creditor for update",
                        Map.of("id", postingId, "source", source, "creditor", creditor))
                .stream()
                .findFirst();
    }

    @Override
    public void answer(
            Standing posting, PostingState state, @Nullable String document, @Nullable String message, Instant now) {
        sql.update(
                "update posting set state = :state, erp_document = :document, erp_message = :message, answered_at = :now where posting_id = :id",
                new MapSqlParameterSource("id", posting.id())
                        .addValue("state", state.name())
                        .addValue("document", document)
                        .addValue("message", message)
                        .addValue("now", utc(now)));
    }

    @Override
    public List<String> openOf(String claimKey) {
        return sql.queryForList(
                "select posting_id from posting where claim_key = :claim and state <> 'CONFIRMED' order by made_no",
                Map.of("claim", claimKey),
                String.class);
    }

    private List<Standing> standings(String query, Map<String, ?> values) {
        return sql.query(query, values, (row, number) -> standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        long batch = row.getLong("batch_id");
        Long told = row.wasNull() ? null : batch;
        return new Standing(
                row.getString("posting_id"),
                row.getString("source"),
                row.getString("creditor"),
                row.getString("claim_key"),
                PostingState.valueOf(row.getString("state")),
                told,
                row.getString("erp_document"),
                row.getString("erp_message"));
    }

    private long number(String query, Map<String, ?> values) {
        Long number = sql.queryForObject(query, values, Long.class);
        return number == null ? 0 : number;
    }
}
