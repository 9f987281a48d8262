package io.claimgate.store.intake;

import io.claimgate.feed.EventRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A staged line of kind events and one thing that it is about; a line about an invoice of three instalments makes three.
 *
 * @param receivableId null: about the buyer
 * @param currency of the receivable; null about the buyer
 */
record StagedEvent(
        long line,
        String creditor,
        String kind,
        LocalDate date,
        @Nullable LocalDate awareOn,
        @Nullable LocalDate publishedOn,
        long buyerId,
        @Nullable Long receivableId,
        @Nullable String currency,
        @Nullable BigDecimal amount,
        @Nullable LocalDate newDueDate,
        @Nullable Integer level,
        @Nullable String channel,
        @Nullable String note,
        UUID hash) {

    static final List<String> COLUMNS = List.of(
            "file_id",
            "line",
            "creditor",
            "kind",
            "event_date",
            "aware_on",
            "published_on",
            "buyer_ref",
            "invoice_number",
            "instalment",
            "about_buyer",
            "amount",
            "new_due_date",
            "level",
            "channel",
            "note",
            "row_hash");

    /** What a row of the file puts into {@link #COLUMNS}. */
    static @Nullable Object[] values(long fileId, EventRow event) {
        return new @Nullable Object[] {
            fileId,
            event.line(),
            event.creditor(),
            event.kind().name(),
            event.date(),
            event.awareOn(),
            event.publishedOn(),
            event.buyerRef(),
            event.invoiceNumber(),
            event.instalment(),
            event.aboutBuyer(),
            event.amount(),
            event.newDueDate(),
            event.level(),
            event.channel(),
            event.note(),
            event.hash()
        };
    }

    /** The business key of the fact within its creditor: what happened, when, to whom, which step, until when. */
    String key() {
        return kind + "|" + date + "|" + (receivableId == null ? "buyer/" + buyerId : "receivable/" + receivableId)
                + "|" + (level == null ? "" : level) + "|" + (newDueDate == null ? "" : newDueDate);
    }

    static StagedEvent of(ResultSet row) throws SQLException {
        return new StagedEvent(
                row.getLong("line"),
                row.getString("creditor"),
                row.getString("kind"),
                row.getObject("event_date", LocalDate.class),
                row.getObject("aware_on", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                row.getLong("buyer_id"),
                row.getObject("receivable_id", Long.class),
                row.getString("currency"),
                row.getBigDecimal("amount"),
                row.getObject("new_due_date", LocalDate.class),
                row.getObject("level", Integer.class),
                row.getString("channel"),
                row.getString("note"),
                row.getObject("row_hash", UUID.class));
    }
}
