package io.claimgate.store.claim;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.instantOrNull;

import io.claimgate.claim.Anomaly;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.claim.ClaimWindow;
import io.claimgate.claim.Debtor;
import io.claimgate.claim.Hold;
import io.claimgate.claim.ManualDeclaration;
import io.claimgate.claim.Release;
import io.claimgate.claim.ReleaseRule;
import io.claimgate.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Rows of claim and claim_line as the domain knows them. */
final class ClaimRows {

    private ClaimRows() {}

    static Claim claim(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Claim(
                new ClaimKey(row.getString("claim_key")),
                subject(row),
                window(row),
                rule(row),
                amount(row, currency),
                currency,
                row.getString("cause"),
                row.getString("requested_by"),
                instant(row, "drafted_at"),
                row.getString("config_hash"),
                ClaimState.valueOf(row.getString("state")),
                hold(row),
                release(row),
                manual(row),
                instantOrNull(row, "declared_at"),
                row.getString("insurer_claim_number"),
                row.getLong("version"));
    }

    static ClaimLine line(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new ClaimLine(
                row.getLong("receivable_id"),
                row.getString("invoice_number"),
                row.getInt("instalment"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                amount(row, currency),
                currency,
                worth(row),
                row.getBigDecimal("disputed").setScale(Currencies.minorUnits(currency), RoundingMode.UNNECESSARY));
    }

    /** Numeric columns have four decimals; the claim's currency gives it back its own. */
    private static @Nullable BigDecimal worth(ResultSet row) throws SQLException {
        BigDecimal worth = row.getBigDecimal("worth");
        return worth == null
                ? null
                : worth.setScale(Currencies.minorUnits(row.getString("claim_currency")), RoundingMode.UNNECESSARY);
    }

    static Debtor debtor(ResultSet row) throws SQLException {
        // Scheme and number of one identifier, the first in order, come as one text: "0002 552100554".
        String registration = row.getString("registration");
        int space = registration == null ? -1 : registration.indexOf(' ');
        return new Debtor(
                row.getString("customer_no"),
                row.getString("name"),
                row.getString("country"),
                registration == null ? null : registration.substring(0, space),
                registration == null ? null : registration.substring(space + 1),
                row.getString("vat"),
                row.getString("street"),
                row.getString("post_code"),
                row.getString("city"));
    }

    private static ClaimSubject subject(ResultSet row) throws SQLException {
        return new ClaimSubject(
                row.getString("contract"),
                row.getString("policy"),
                row.getInt("policy_version"),
                row.getString("insurer"),
                row.getString("creditor"),
                row.getLong("buyer_id"),
                row.getLong("exposure_id"),
                row.getInt("episode"),
                row.getLong("governing"));
    }

    private static ClaimWindow window(ResultSet row) throws SQLException {
        return new ClaimWindow(
                row.getObject("opens_on", LocalDate.class),
                row.getObject("safe_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                instant(row, "close_at"),
                row.getBoolean("opening_hard"),
                ZoneId.of(row.getString("zone")));
    }

    private static ReleaseRule rule(ResultSet row) throws SQLException {
        Integer claims = row.getObject("cap_claims", Integer.class);
        BigDecimal amount = row.getBigDecimal("cap_amount");
        ReleaseRule.DailyCap cap = claims == null && amount == null ? null : new ReleaseRule.DailyCap(claims, amount);
        return new ReleaseRule(
                ReleaseRule.Mode.valueOf(row.getString("declare_mode")),
                ReleaseRule.OnSafeDate.valueOf(row.getString("on_safe_date")),
                cap,
                anomaly(row),
                row.getBoolean("first_load_waits"));
    }

    private static @Nullable Anomaly anomaly(ResultSet row) throws SQLException {
        BigDecimal factor = row.getBigDecimal("anomaly_factor");
        return factor == null ? null : new Anomaly(factor, row.getInt("anomaly_at_least"));
    }

    private static @Nullable Hold hold(ResultSet row) throws SQLException {
        return row.getBoolean("held")
                ? new Hold(row.getString("held_by"), row.getString("held_reason"), instant(row, "held_since"))
                : null;
    }

    private static @Nullable Release release(ResultSet row) throws SQLException {
        String by = row.getString("released_by");
        return by == null ? null : new Release(row.getObject("released_on", LocalDate.class), by);
    }

    private static @Nullable ManualDeclaration manual(ResultSet row) throws SQLException {
        String by = row.getString("manual_by");
        return by == null
                ? null
                : new ManualDeclaration(
                        row.getString("manual_reference"),
                        instant(row, "manual_at"),
                        row.getString("manual_evidence"),
                        by);
    }

    private static BigDecimal amount(ResultSet row, String currency) throws SQLException {
        return row.getBigDecimal("amount").setScale(Currencies.minorUnits(currency), RoundingMode.UNNECESSARY);
    }
}
