package io.claimgate.receivable;

import io.claimgate.calendar.DayRange;
import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.Warning;
import io.claimgate.money.MissingRate;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.DeadlineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exposure at an instant: everything that follows from its facts and its contract. It changes by time alone only at
 * {@code nextActionAt}; until then the picture of any instant is equal to this one.
 *
 * @param term terms of the receivable that governs the declaration, else the newest
 * @param outstanding insurer's ledger, gross principal, in the policy's currency; foreclosed ones included
 * @param overdue the part of it that is past its original due date
 * @param foreignCurrency outstanding in currencies for which there is no rate, in none of the sums
 * @param coverStoppedOn first uncovered day of the present gap; null while covered
 * @param deadlines one per kind that exists; a kind that is stored but no longer here is VOID
 * @param receivables oldest first; credit notes and deposits are none
 * @param changed those of which something else is stored: another state or amount, or not yet that the claim has it
 * @param newlyForeclosed foreclosed by now, but not as stored
 * @param warnings the step that each clock has reached; a kind that is warned but no longer here is cleared
 * @param supplementNeeded the insurer has a claim of this episode, and there are open receivables that are not in it
 * @param unknown clocks that lack a fact of the row
 * @param reopenedNearClose receivables that a bounced payment reopened inside the warnings or past the safe date
 * @param unmatchedPayments payments that move nothing: reversals of what nobody knows, negative amounts that name no payment
 * @param dateOfLoss null: not known, or still to come
 * @param missingRates rates that amounts wait for: an alert at once
 * @param concerns what of its receivables a person must look at
 * @param settled nothing is open above the tolerance: the episode is over
 * @param filing days on which the claim of this episode stops cover; null: none
 * @param nextActionAt the next instant at which anything here changes by time alone; null if nothing ever does
 */
public record ExposurePicture(
        ContractTerm term,
        BigDecimal outstanding,
        BigDecimal overdue,
        String currency,
        Map<String, BigDecimal> foreignCurrency,
        CoverHistory cover,
        @Nullable LocalDate coverStoppedOn,
        List<Deadline> deadlines,
        List<ReceivablePicture> receivables,
        List<ReceivablePicture> changed,
        List<Long> newlyForeclosed,
        List<Warning> warnings,
        DeclarationOutlook declaration,
        boolean supplementNeeded,
        List<UnknownDate> unknown,
        List<Long> reopenedNearClose,
        List<Long> unmatchedPayments,
        @Nullable LocalDate dateOfLoss,
        List<MissingRate> missingRates,
        List<Concern> concerns,
        boolean settled,
        @Nullable DayRange filing,
        @Nullable Instant nextActionAt) {

    public Optional<Deadline> deadline(DeadlineKind kind) {
        return deadlines.stream()
                .filter(deadline -> deadline.kind().equals(kind))
                .findFirst();
    }

    /** The receivable that governs the declaration; null where none does. */
    public @Nullable Long governing() {
        return deadline(DeadlineKind.DECLARATION).map(Deadline::governedBy).orElse(null);
    }
}
