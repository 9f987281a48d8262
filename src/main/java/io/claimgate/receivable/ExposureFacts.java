package io.claimgate.receivable;

import io.claimgate.calendar.DayRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one buyer under one contract and creditor. The order of the lists does not matter.
 *
 * @param claim of the present episode; null: none was ever drafted in it
 * @param filed days of earlier episodes on which a claim was at the insurer: cover lost on them stays lost
 */
public record ExposureFacts(
        List<ReceivableFacts> receivables,
        List<PaymentFacts> payments,
        List<EventFacts> events,
        List<LimitFacts> limits,
        PaymentsMode mode,
        @Nullable ClaimFacts claim,
        List<DayRange> filed) {

    public ExposureFacts {
        receivables = List.copyOf(receivables);
        payments = List.copyOf(payments);
        events = List.copyOf(events);
        limits = List.copyOf(limits);
        filed = List.copyOf(filed);
    }

    /** Facts of an exposure in its first episode. */
    public ExposureFacts(
            List<ReceivableFacts> receivables,
            List<PaymentFacts> payments,
            List<EventFacts> events,
            List<LimitFacts> limits,
            PaymentsMode mode,
            @Nullable ClaimFacts claim) {
        this(receivables, payments, events, limits, mode, claim, List.of());
    }

    /** The claim if the insurer has it, else null. */
    public @Nullable ClaimFacts acceptedClaim() {
        return claim != null && claim.phase() == ClaimFacts.Phase.ACCEPTED ? claim : null;
    }
}
