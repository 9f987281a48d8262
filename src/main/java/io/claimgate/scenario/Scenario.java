package io.claimgate.scenario;

import io.claimgate.calendar.DayEnd;
import io.claimgate.money.FxRate;
import io.claimgate.receivable.EventFacts;
import io.claimgate.receivable.LimitFacts;
import io.claimgate.receivable.PaymentFacts;
import io.claimgate.receivable.ReceivableFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one buyer, as a person tells them.
 *
 * @param asOf decides statuses only, facts all count, whatever their date; null: the day of the latest fact
 * @param receivables invoices and credit notes, by ids of the scenario
 * @param limits empty: unlimited
 * @param declared when the insurer got the claim; null: nothing was declared
 * @param deliveries days of which one asks whether a delivery is insured
 * @param recoveries what the insurer collected
 * @param rates of other currencies than the policy's
 * @param buyerCountry ISO 3166-1 alpha-2; null: not told
 */
public record Scenario(
        @Nullable LocalDate asOf,
        List<ReceivableFacts> receivables,
        List<PaymentFacts> payments,
        List<EventFacts> events,
        List<LimitFacts> limits,
        @Nullable Declared declared,
        List<LocalDate> deliveries,
        List<Collected> recoveries,
        List<FxRate> rates,
        @Nullable String buyerCountry) {

    public Scenario {
        receivables = List.copyOf(receivables);
        payments = List.copyOf(payments);
        events = List.copyOf(events);
        limits = List.copyOf(limits);
        deliveries = List.copyOf(deliveries);
        recoveries = List.copyOf(recoveries);
        rates = List.copyOf(rates);
    }

    /**
     * A declaration.
     *
     * @param on its day in the policy's zone
     * @param at the insurer's stamp; null: the day counts from its beginning
     */
    public record Declared(@Nullable LocalDate on, @Nullable Instant at) {

        /** @throws IllegalArgumentException with neither day nor stamp */
        public Declared {
            if (on == null && at == null) {
                throw new IllegalArgumentException("a declaration needs a day or an instant");
            }
        }

        /** When it was, for a contract whose days end so. */
        Instant instant(DayEnd dayEnd) {
            return at != null
                    ? at
                    : dayEnd.startOf(Objects.requireNonNull(on, "a declaration has a day or an instant"));
        }
    }

    /** Money that the insurer collected; the costs are borne by both before the split. */
    public record Collected(LocalDate on, BigDecimal amount, BigDecimal costs) {}

    /** The latest day that any fact names; null without facts. */
    @Nullable
    LocalDate latestFact() {
        Stream<@Nullable LocalDate> days = Stream.of(
                        receivables.stream().flatMap(each -> Stream.of(each.issueDate(), each.deliveryDate())),
                        payments.stream().map(PaymentFacts::paidOn),
                        events.stream().map(EventFacts::date),
                        Stream.ofNullable(declared == null ? null : declared.on()),
                        deliveries.stream(),
                        recoveries.stream().map(Collected::on))
                .flatMap(each -> each);
        return days.filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
    }
}
