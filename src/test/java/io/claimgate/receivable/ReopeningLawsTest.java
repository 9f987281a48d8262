package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.deadline.Deadline;
import io.claimgate.support.Laws;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whoever pays everything and takes it back stands where he stood: settling and reopening restores the dates (deadlines.md 11). */
class ReopeningLawsTest {

    @Property(seed = Laws.SEED)
    void settling_and_reopening_restores_the_dates(
            @ForAll("situations") Situation open,
            @ForAll @IntRange(max = 400) int paidAfter,
            @ForAll @IntRange(min = 1, max = 60) int returnedAfter,
            @ForAll("instants") Instant end) {
        // Given
        Instant settledAt = end.minusSeconds(1);
        LocalDate paidOn = FactArbitraries.FIRST.plusDays(paidAfter);
        List<PaymentFacts> paid = new ArrayList<>(open.facts().payments());
        List<PaymentFacts> back = new ArrayList<>();
        owed(open, end).forEach((currency, amount) -> {
            paid.add(money(paid.size(), "all-" + currency, paidOn, amount, currency, null));
            back.add(money(
                    paid.size() + 100,
                    "back-" + currency,
                    paidOn.plusDays(returnedAfter),
                    amount.negate(),
                    currency,
                    "all-" + currency));
        });
        Situation settled = open.with(paid, PaymentsMode.EXPLICIT);
        List<PaymentFacts> both = new ArrayList<>(paid);
        both.addAll(back);
        // When
        Situation reopened = settled.watched(List.of(settledAt)).with(both, PaymentsMode.EXPLICIT);
        // Then
        assertThat(settled.at(settledAt).settled()).isTrue();
        assertThat(dates(reopened.at(end))).isEqualTo(dates(open.at(end)));
        assertThat(reopened.at(end).outstanding())
                .isEqualByComparingTo(open.at(end).outstanding());
    }

    @Provide
    Arbitrary<Situation> situations() {
        return FactArbitraries.situations()
                .map(situation -> situation.with(
                        situation.facts().payments().stream()
                                .filter(payment -> !payment.derived())
                                .filter(payment -> payment.reversalOf() == null)
                                .toList(),
                        PaymentsMode.EXPLICIT));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return FactArbitraries.instants();
    }

    private static Map<String, BigDecimal> owed(Situation open, Instant at) {
        Map<String, BigDecimal> owed = new TreeMap<>();
        Map<Long, String> currencies = new TreeMap<>();
        open.facts().receivables().forEach(facts -> currencies.put(facts.id(), facts.currency()));
        open.at(at).receivables().stream()
                .filter(receivable -> receivable.outstanding().signum() > 0)
                .forEach(receivable ->
                        owed.merge(currencies.get(receivable.id()), receivable.outstanding(), BigDecimal::add));
        return owed;
    }

    private static PaymentFacts money(
            int id, String key, LocalDate on, BigDecimal amount, String currency, String reversalOf) {
        return new PaymentFacts(500L + id, key, on, amount, currency, null, null, reversalOf, false);
    }

    /** Everything but when the machine acts: a bounced payment is no reason to act before it bounced. */
    private static List<String> dates(ExposurePicture picture) {
        List<String> dates = new ArrayList<>();
        for (Deadline deadline : picture.deadlines()) {
            dates.add(deadline.kind() + " by " + deadline.governedBy() + ": " + deadline.opensOn() + " "
                    + deadline.floorOn() + " " + deadline.targetOn() + " " + deadline.safeOn() + " "
                    + deadline.closesAt() + " " + deadline.status() + " " + deadline.provisional());
        }
        for (ReceivablePicture each : picture.receivables()) {
            dates.add(each.id() + " " + each.state() + " " + each.opensOn() + " " + each.safeOn() + " "
                    + each.closesAt() + " " + each.coverStopOn());
        }
        return dates;
    }
}
