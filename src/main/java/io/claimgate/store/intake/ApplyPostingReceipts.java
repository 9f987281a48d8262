package io.claimgate.store.intake;

import io.claimgate.accounting.PostingState;
import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.FeedKind;
import io.claimgate.feed.RowFault;
import io.claimgate.flow.bookkeeping.Receipts;
import io.claimgate.flow.intake.Books;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Faults;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What ERPs answer to postings, row by row: each answer is an event, and most files are as short as the files that they answer. */
public final class ApplyPostingReceipts implements Books {

    private static final String STAGING = "staging_posting_receipt";
    private static final int CHUNK = 500;
    private static final String ROWS = "select line, creditor, posting_id, status, erp_document, message from "
            + STAGING + " where file_id = :file and line > :from and line <= :to order by line fetch first " + CHUNK
            + " rows only";

    private record Staged(long line, String creditor, Receipts.Receipt receipt) {}

    private final NamedParameterJdbcTemplate sql;
    private final Faults faults;
    private final Repeats repeated;
    private final Receipts receipts;

    public ApplyPostingReceipts(NamedParameterJdbcTemplate sql, Faults faults, Receipts receipts) {
        this.sql = sql;
        this.faults = faults;
        this.repeated = new Repeats(sql, faults);
        this.receipts = receipts;
    }

    @Override
    public FeedKind kind() {
        return FeedKind.POSTING_RECEIPTS;
    }

    @Override
    public Counts check(ErpFile file, ErpSource source, boolean repeats) {
        Counts counts = repeats
                ? repeated.remove(STAGING, List.of("creditor", "posting_id"), "postingId", "posting_id", file.id())
                : Counts.NONE;
        List<Staged> rows = rows(file, 0, Long.MAX_VALUE);
        while (!rows.isEmpty()) {
            long last = rows.get(rows.size() - 1).line();
            counts = counts.plus(checked(file, rows));
            rows = rows(file, last, Long.MAX_VALUE);
        }
        return counts;
    }

    private Counts checked(ErpFile file, List<Staged> rows) {
        List<RowFault> refused = new ArrayList<>();
        for (Staged row : rows) {
            receipts.refusal(file.source(), row.creditor(), row.receipt())
                    .ifPresent(refusal -> refused.add(new RowFault(
                            row.line(),
                            "postingId",
                            refusal.code(),
                            refusal.message(),
                            row.receipt().postingId(),
                            false)));
        }
        faults.addMore(file.id(), refused);
        repeated.removeLines(STAGING, file.id(), refused.stream().map(RowFault::line));
        return Counts.ofRead(0, refused.size());
    }

    /** The ids of postings are ours. */
    @Override
    public Optional<String> foreignKeys(ErpFile file) {
        return Optional.empty();
    }

    /** Receipts bring in nothing. */
    @Override
    public void prepare(ErpFile file, ErpSource source) {}

    @Override
    public Applied apply(ErpFile file, ErpSource source, long from, long to) {
        long updated = 0;
        long unchanged = 0;
        MessageDigest changes = Hashes.sha256();
        List<Staged> rows = rows(file, from, to);
        while (!rows.isEmpty()) {
            for (Staged row : rows) {
                Receipts.Taken taken = receipts.take(file.source(), row.creditor(), row.receipt());
                if (taken == Receipts.Taken.CHANGED) {
                    updated++;
                    changes.update((row.line() + " " + row.receipt() + "\n").getBytes(StandardCharsets.UTF_8));
                } else {
                    // One that another file has answered since the check tells nothing new either.
                    unchanged++;
                }
            }
            rows = rows(file, rows.get(rows.size() - 1).line(), to);
        }
        String digest = updated == 0 ? "" : HexFormat.of().formatHex(changes.digest());
        return new Applied(Counts.ofApplied(0, updated, unchanged, 0), digest);
    }

    private List<Staged> rows(ErpFile file, long from, long to) {
        return sql.query(
                ROWS,
                Map.of("file", file.id(), "from", from, "to", to),
                (row, number) -> new Staged(
                        row.getLong("line"),
                        row.getString("creditor"),
                        new Receipts.Receipt(
                                row.getString("posting_id"),
                                PostingState.Answer.valueOf(row.getString("status")),
                                row.getString("erp_document"),
                                row.getString("message"))));
    }
}
