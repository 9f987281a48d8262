package io.claimgate.operations.reading;

import io.claimgate.deadline.words.Language;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it stands in a calendar.
 *
 * @param safeOn null for clocks that the insurer keeps
 * @param english why this date, as it was stored
 * @param reason the same as data; null where it was stored before reasons were
 * @param revision grows whenever dates or status change
 * @param changedAt when anything of it last changed, business time
 */
public record CalendarEntry(
        long exposureId,
        int episode,
        String kind,
        @Nullable String claimKey,
        String creditor,
        String policy,
        @Nullable LocalDate safeOn,
        LocalDate closesOn,
        String status,
        boolean provisional,
        BigDecimal amountAtRisk,
        String currency,
        String english,
        @Nullable String reason,
        int revision,
        Instant changedAt,
        String buyerId,
        String buyerName) {

    static CalendarEntry of(Row row) throws SQLException {
        return new CalendarEntry(
                row.number("exposure_id"),
                row.whole("episode"),
                row.text("kind"),
                row.textOrNull("claim_key"),
                row.text("creditor"),
                row.text("policy"),
                row.dateOrNull("safe_on"),
                row.date("closes_on"),
                row.text("status"),
                row.flag("provisional"),
                row.amount("amount_at_risk"),
                row.text("currency"),
                row.text("explanation"),
                row.textOrNull("reason"),
                row.whole("revision"),
                row.instant("changed_at"),
                row.text("customer_no"),
                row.text("buyer_name"));
    }

    /** The day on which a careful person has acted: the safe date, else the close. */
    public LocalDate day() {
        return safeOn == null ? closesOn : safeOn;
    }

    /** Whether it was met or is not needed any more. */
    public boolean over() {
        return status.equals("MET") || status.equals("VOID");
    }

    public boolean missed() {
        return status.equals("MISSED");
    }

    public String explanation(Language language) {
        return Explained.in(language, english, reason);
    }
}
