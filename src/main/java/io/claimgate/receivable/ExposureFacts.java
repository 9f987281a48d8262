package io.claimgate.receivable;

import io.claimgate.calendar.DayRange;
import io.claimgate.money.FxRates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one buyer under one contract and creditor. The order of the lists does not matter.
 *
 * @param claim of the present episode; null: none was ever drafted in it
 * @param rates what is known of the currencies concerned
 * @param buyerCountry ISO 3166-1 alpha-2; null: not told
 * @param filed days of earlier episodes on which a claim was at the insurer: cover lost on them stays lost
 */
public record ExposureFacts(
        List<ReceivableFacts> receivables,
        List<PaymentFacts> payments,
        List<EventFacts> events,
        List<LimitFacts> limits,
        PaymentsMode mode,
        @Nullable ClaimFacts claim,
        FxRates rates,
        @Nullable String buyerCountry,
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
            @Nullable ClaimFacts claim,
            FxRates rates,
            @Nullable String buyerCountry) {
        this(receivables, payments, events, limits, mode, claim, rates, buyerCountry, List.of());
    }

    /** Of a buyer of whom neither rates nor country are known. */
    public ExposureFacts(
            List<ReceivableFacts> receivables,
            List<PaymentFacts> payments,
            List<EventFacts> events,
            List<LimitFacts> limits,
            PaymentsMode mode,
            @Nullable ClaimFacts claim) {
        this(receivables, payments, events, limits, mode, claim, FxRates.NONE, null);
    }

    /** The same with other receivables and payments. */
    public ExposureFacts with(List<ReceivableFacts> others, List<PaymentFacts> paid) {
        return new ExposureFacts(others, paid, events, limits, mode, claim, rates, buyerCountry, filed);
    }

    /** The claim if the insurer has it, else null. */
    public @Nullable ClaimFacts acceptedClaim() {
        return claim != null && claim.phase() == ClaimFacts.Phase.ACCEPTED ? claim : null;
    }
}
