package io.claimgate.recovery;

import io.claimgate.claim.ClaimState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When nothing more is to be done about a claim. By itself it closes when the insurer has paid all that it acknowledged and nothing is left
 * to be collected, or when its refusal has stood long enough for an answer; a person may close any claim that was decided. Never while we
 * owe the insurer, nor before the ERP has confirmed every posting.
 */
public sealed interface Closing {

    /** It is over. */
    record Over(String reason) implements Closing {}

    /** Not yet; only what happens next can end it. */
    record Open(String reason) implements Closing {}

    /** Not yet, but at {@code at} if nothing happens until then. */
    record Later(Instant at) implements Closing {}

    Set<ClaimState> DECIDED = Set.of(
            ClaimState.ACCEPTED,
            ClaimState.PARTIALLY_ACCEPTED,
            ClaimState.REFUSED,
            ClaimState.INDEMNIFIED,
            ClaimState.RECOVERING);

    /**
     * @param owed what we owe the insurer
     * @param openPostings that the ERP has not confirmed
     * @param refusedAt the insurer's refusal, if that is its last word
     */
    record Situation(
            ClaimState state,
            ClaimAccount account,
            BigDecimal owed,
            List<String> openPostings,
            @Nullable Instant refusedAt) {}

    /** Order of the rules is the order of the answer. */
    static Closing byItself(Situation claim, Period refusalStands, ZoneId zone, Instant now) {
        Optional<String> hindrance = hindrance(claim);
        if (!DECIDED.contains(claim.state())) {
            return new Open("it is " + claim.state());
        }
        if (hindrance.isPresent()) {
            return new Open(hindrance.get());
        }
        Instant refusedAt = claim.refusedAt();
        if (claim.state() == ClaimState.REFUSED && refusedAt != null) {
            Instant at = refusedAt.atZone(zone).plus(refusalStands).toInstant();
            return now.isBefore(at) ? new Later(at) : new Over("refused, and the refusal stood for " + refusalStands);
        }
        ClaimAccount account = claim.account();
        boolean paid = account.paid().signum() > 0 && account.paid().compareTo(account.acknowledged()) >= 0;
        return paid && account.remaining().signum() == 0
                ? new Over("indemnified, and nothing is left to be collected")
                : new Open("the insurer still has to pay, or the buyer has");
    }

    /** Why a person may not close it; empty: he may. */
    static Optional<String> hindranceToPerson(Situation claim) {
        return DECIDED.contains(claim.state())
                ? hindrance(claim)
                : Optional.of("it is " + claim.state() + "; only what the insurer decided can be closed");
    }

    private static Optional<String> hindrance(Situation claim) {
        if (claim.owed().signum() > 0) {
            return Optional.of("the insurer is owed " + claim.owed().toPlainString() + " "
                    + claim.account().currency() + "; remit it first");
        }
        return claim.openPostings().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the ERP has not confirmed " + claim.openPostings().size() + " postings, the first is "
                                + claim.openPostings().get(0));
    }
}
