package io.claimgate.operations.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The declaration of an exposure's loss, in the words of contract 6. */
public record Claim(
        String claimKey,
        String policy,
        int policyVersion,
        String insurer,
        String creditor,

        @Schema(description = "the buyer's first customer number")
        String buyerId,

        String buyerName,
        long exposureId,
        int episode,
        String cause,
        String state,
        boolean held,
        @Nullable String heldBy,
        @Nullable String heldReason,
        @Nullable Instant heldSince,
        BigDecimal amount,
        String currency,

        @Schema(description = "invoice number of the governing receivable")
        String governedBy,

        @Nullable LocalDate opensOn,
        @Nullable LocalDate safeOn,
        LocalDate closesOn,
        Instant closesAt,
        Instant draftedAt,
        String requestedBy,
        @Nullable String releasedBy,
        @Nullable LocalDate releasedOn,

        @Schema(description = "the insurer's receipt stamp, else our completed positive answer") @Nullable
        Instant declaredAt,

        @Nullable String insurerClaimNumber,
        @Nullable String manualReference,
        List<Line> lines,

        @Schema(description = "what serves it, and how far it came; filled only with one alone")
        List<DossierDocument> documents,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "only with one alone, from the declaration on")
        @Nullable
        DossierRow dossier,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "what the insurer is told of it since it was declared; only with one alone")
        @Nullable
        List<ChangeRow> changes,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "only with one alone") @Nullable
        List<Submission> submissions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "only with one alone") @Nullable
        List<EventRow> history,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "only while a guard stops it") @Nullable
        Stopped stopped) {

    /** Which guard stopped it, in which case, and why. */
    public record Stopped(String guard, long caseId, String reason, Instant since) {

        static Stopped of(Row row) throws SQLException {
            return new Stopped(row.text("guard"), row.number("case_id"), row.text("reason"), row.instant("since"));
        }
    }

    private static final Set<String> CHANGEABLE = Set.of(
            "DECLARED",
            "ACKNOWLEDGED",
            "INFORMATION_REQUESTED",
            "UNDER_REVIEW",
            "ACCEPTED",
            "PARTIALLY_ACCEPTED",
            "REFUSED");
    private static final Set<String> DECIDED =
            Set.of("ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED", "INDEMNIFIED", "RECOVERING");

    /** A receivable that the claim declares. */
    public record Line(
            long receivableId,
            String invoiceNumber,
            int instalment,
            LocalDate issueDate,
            LocalDate dueDate,
            BigDecimal amount,
            String currency) {

        static Line of(Row row) throws SQLException {
            return new Line(
                    row.number("receivable_id"),
                    row.text("invoice_number"),
                    row.whole("instalment"),
                    row.date("issue_date"),
                    row.date("due_date"),
                    row.amount("amount"),
                    row.text("currency"));
        }
    }

    static Claim of(Row row) throws SQLException {
        return new Claim(
                row.text("claim_key"),
                row.text("policy"),
                row.whole("policy_version"),
                row.text("insurer"),
                row.text("creditor"),
                row.text("customer_no"),
                row.text("buyer_name"),
                row.number("exposure_id"),
                row.whole("episode"),
                row.text("cause"),
                row.text("state"),
                row.flag("held"),
                row.textOrNull("held_by"),
                row.textOrNull("held_reason"),
                row.instantOrNull("held_since"),
                row.amount("amount"),
                row.text("currency"),
                row.text("governing_number"),
                row.dateOrNull("opens_on"),
                row.dateOrNull("safe_on"),
                row.date("closes_on"),
                row.instant("close_at"),
                row.instant("drafted_at"),
                row.text("requested_by"),
                row.textOrNull("released_by"),
                row.dateOrNull("released_on"),
                row.instantOrNull("declared_at"),
                row.textOrNull("insurer_claim_number"),
                row.textOrNull("manual_reference"),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether the insurer does not have it yet, so that it can be held or withdrawn. */
    public boolean undeclared() {
        return state.equals("DRAFT") || state.equals("AWAITING_APPROVAL") || state.equals("DECLARING");
    }

    /** Whether it can be withdrawn by a message: the insurer has it, and nothing is settled. */
    public boolean withdrawable() {
        return CHANGEABLE.contains(state);
    }

    /** Whether an answer was lost, so that two persons may send it again. */
    public boolean lost() {
        return undeclared()
                && submissions != null
                && submissions.stream().anyMatch(one -> one.state().equals("OUTCOME_UNKNOWN"));
    }

    /** Whether the insurer decided it and it is not over, so that a person may close it. */
    public boolean decided() {
        return DECIDED.contains(state);
    }

    Claim with(List<Line> all, @Nullable Stopped by) {
        return with(all, documents, dossier, changes, submissions, history, by);
    }

    Claim with(
            List<Line> all,
            List<DossierDocument> evidence,
            @Nullable DossierRow file,
            @Nullable List<ChangeRow> told,
            @Nullable List<Submission> attempts,
            @Nullable List<EventRow> events,
            @Nullable Stopped by) {
        return new Claim(
                claimKey,
                policy,
                policyVersion,
                insurer,
                creditor,
                buyerId,
                buyerName,
                exposureId,
                episode,
                cause,
                state,
                held,
                heldBy,
                heldReason,
                heldSince,
                amount,
                currency,
                governedBy,
                opensOn,
                safeOn,
                closesOn,
                closesAt,
                draftedAt,
                requestedBy,
                releasedBy,
                releasedOn,
                declaredAt,
                insurerClaimNumber,
                manualReference,
                all,
                evidence,
                file,
                told,
                attempts,
                events,
                by);
    }
}
