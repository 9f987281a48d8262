package io.claimgate.receivable;

import io.claimgate.support.Laws;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Files come in any order: facts of different keys end the same, whichever of them we learn first. */
class ArrivalLawsTest {

    @Property(seed = Laws.SEED)
    void the_order_of_the_facts_does_not_matter(
            @ForAll("situations") Situation situation, @ForAll("instants") Instant instant, @ForAll long order) {
        // Given
        ExposureFacts facts = situation.facts();
        Random random = new Random(order);
        Situation other = new Situation(
                situation.policy(),
                new ExposureFacts(
                        shuffled(facts.receivables(), random),
                        shuffled(facts.payments(), random),
                        shuffled(facts.events(), random),
                        facts.limits(),
                        facts.mode(),
                        facts.claim()));
        // When
        ExposurePicture picture = other.at(instant);
        // Then
        Situation.same(picture, situation.at(instant));
    }

    /** One by one, with a computation after each that keeps what it must; only what postpones has to be known before a close. */
    @Property(seed = Laws.SEED)
    void facts_that_come_one_by_one_end_as_facts_that_come_together(
            @ForAll("situations") Situation situation, @ForAll("instants") Instant instant, @ForAll long order) {
        // Given
        List<Object> coming = new ArrayList<>(situation.facts().receivables());
        coming.addAll(situation.facts().payments());
        coming.addAll(situation.facts().events());
        Collections.shuffle(coming, new Random(order));
        // When
        Situation known = new Known(situation).all(coming, instant);
        Situation together = situation.keeping(situation.at(instant));
        // Then
        Situation.same(known.at(instant), together.at(instant));
    }

    @Provide
    Arbitrary<Situation> situations() {
        return FactArbitraries.situations();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return FactArbitraries.instants();
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** What the database holds while facts arrive. */
    private static final class Known {
        private final List<ReceivableFacts> receivables = new ArrayList<>();
        private final List<PaymentFacts> payments = new ArrayList<>();
        private final List<EventFacts> events = new ArrayList<>();
        private final Situation whole;

        Known(Situation whole) {
            this.whole = whole;
            whole.facts().events().stream()
                    .filter(event -> FactArbitraries.moves(event.kind()))
                    .forEach(events::add);
        }

        Situation all(List<Object> coming, Instant instant) {
            for (Object fact : coming) {
                if (fact instanceof ReceivableFacts receivable) {
                    receivables.add(receivable);
                } else if (fact instanceof PaymentFacts payment) {
                    payments.add(payment);
                } else if (fact instanceof EventFacts event && !FactArbitraries.moves(event.kind())) {
                    events.add(event);
                }
                List<ReceivableFacts> kept =
                        situation().keeping(situation().at(instant)).facts().receivables();
                receivables.clear();
                receivables.addAll(kept);
            }
            return situation();
        }

        private Situation situation() {
            return new Situation(
                    whole.policy(),
                    new ExposureFacts(
                            receivables,
                            payments,
                            events,
                            List.of(),
                            whole.facts().mode(),
                            whole.facts().claim()));
        }
    }
}
