package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The money of one claim: its sums, every movement, and what is owed to the insurer. */
public record ClaimMoney(
        String claimKey, String currency, Sums sums, List<Movement> movements, List<Remittance> remittances) {

    /** What stands; what was taken back is counted against it. */
    public record Sums(
            BigDecimal declared,
            BigDecimal acknowledged,
            BigDecimal paid,
            BigDecimal recoveredByInsurer,
            BigDecimal recoveredByInsured,
            BigDecimal recoveryCosts,
            BigDecimal insurerShare,
            BigDecimal insuredShare,
            BigDecimal costsCharged,
            BigDecimal clawedBack,
            BigDecimal remitted,

            @Schema(description = "to the insurer, now") BigDecimal owed,

            @Schema(description = "gross, when the first recovery could come; null before any settlement") @Nullable
            BigDecimal outstanding,

            @Schema(description = "the indemnity as the policy computes it") @Nullable
            BigDecimal computedIndemnity,

            @Schema(description = "first day whose money is a recovery") @Nullable
            LocalDate recoveryFrom,

            @Schema(description = "still to be collected") @Nullable
            BigDecimal remaining) {

        static Sums of(Row row) throws SQLException {
            return new Sums(
                    row.amount("declared"),
                    row.amount("acknowledged"),
                    row.amount("paid"),
                    row.amount("recovered_by_insurer"),
                    row.amount("recovered_by_insured"),
                    row.amount("recovery_costs"),
                    row.amount("insurer_share"),
                    row.amount("insured_share"),
                    row.amount("costs_charged"),
                    row.amount("clawed_back"),
                    row.amount("remitted"),
                    row.amount("owed"),
                    row.amountOrNull("outstanding"),
                    row.amountOrNull("computed_indemnity"),
                    row.dateOrNull("recovery_from"),
                    row.amountOrNull("remaining"));
        }
    }

    /** One row of the claim's books; never changed. */
    public record Movement(
            @Schema(description = "of the booking; its postings carry it")
            String cause,

            @Schema(
                    description =
                            "INDEMNITY_ACKNOWLEDGED, INDEMNITY_PAID, RECOVERY_BY_INSURER, RECOVERY_BY_INSURED, COSTS_CHARGED, CLAWBACK, REMITTED")
            String kind,

            @Schema(description = "whether it takes an earlier one back")
            boolean reversal,

            LocalDate valueDate,
            BigDecimal amount,
            BigDecimal costs,
            BigDecimal insurerShare,
            BigDecimal insuredShare,
            Instant recordedAt) {

        static Movement of(Row row) throws SQLException {
            return new Movement(
                    row.text("cause"),
                    row.text("kind"),
                    row.flag("reversal"),
                    row.date("value_date"),
                    row.amount("amount"),
                    row.amount("costs"),
                    row.amount("insurer_share"),
                    row.amount("insured_share"),
                    row.instant("recorded_at"));
        }
    }

    /** Money of the insurer that is, or was, with us. */
    public record Remittance(
            long id,
            String cause,
            BigDecimal amount,

            @Schema(description = "when it came to us, or was asked for")
            LocalDate owedOn,

            @Nullable LocalDate closesOn,

            @Schema(description = "OWED, REMITTED, VOID") String state,

            @Nullable LocalDate remittedOn,
            @Nullable String reference,
            @Nullable String recordedBy) {

        static Remittance of(Row row) throws SQLException {
            return new Remittance(
                    row.number("id"),
                    row.text("cause"),
                    row.amount("amount"),
                    row.date("owed_on"),
                    row.dateOrNull("closes_on"),
                    row.text("state"),
                    row.dateOrNull("remitted_on"),
                    row.textOrNull("reference"),
                    row.textOrNull("recorded_by"));
        }
    }
}
