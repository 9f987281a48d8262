package io.claimgate.receivable;

import io.claimgate.calendar.DayEnd;
import io.claimgate.calendar.DayRange;
import io.claimgate.policy.ChangeTerms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long a claim at the insurer stops cover: from its declaration until all is paid, or until it is withdrawn (deadlines.md 8, 30). */
final class Filing {

    private Filing() {}

    /**
     * The days; null where the insurer never had the claim, or all was paid before. Open at its end while it goes on.
     *
     * @param settledOn day on which the last debt was paid; null while anything is open
     * @param coverBack whether a payment is enough, or the insurer must have the withdrawal
     */
    static @Nullable DayRange of(
            @Nullable ClaimFacts claim, DayEnd dayEnd, @Nullable LocalDate settledOn, ChangeTerms.CoverBack coverBack) {
        if (claim == null || claim.declaredAt() == null) {
            return null;
        }
        LocalDate from = dayEnd.dayOf(claim.declaredAt());
        LocalDate to = until(claim, dayEnd, settledOn, coverBack);
        return to != null && to.isBefore(from) ? null : new DayRange(from, to);
    }

    private static @Nullable LocalDate until(
            ClaimFacts claim, DayEnd dayEnd, @Nullable LocalDate settledOn, ChangeTerms.CoverBack coverBack) {
        boolean wordNeeded = coverBack == ChangeTerms.CoverBack.INSURERS_WORD;
        ClaimFacts.Withdrawal withdrawal = claim.withdrawal();
        if (withdrawal != null) {
            LocalDate word = dayEnd.dayOf(withdrawal.at());
            return wordNeeded || settledOn == null || settledOn.isAfter(word) ? word : settledOn;
        }
        // An indemnified claim is not withdrawn any more: nobody waits for a word about it.
        return wordNeeded && claim.after().indemnifiedOn() == null ? null : settledOn;
    }
}
