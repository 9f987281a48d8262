package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Laws;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Receivables with the same days share their clocks; each has the dates that it would have alone. */
class SharedClocksTest {

    @Property(seed = Laws.SEED)
    void a_receivable_among_others_of_its_days_has_the_dates_that_it_has_alone(
            @ForAll("situations") Situation situation, @ForAll("instants") Instant instant) {
        // Given: what all of them owe together decides about a capped overlay.
        Assume.that(situation.policy().overlays().stream().noneMatch(overlay -> overlay.overdueAtMost() != null));
        List<ReceivableFacts> twins = new ArrayList<>(situation.facts().receivables());
        situation.facts().receivables().stream()
                .map(facts -> Copies.numbered(facts, 5_000 + facts.id(), facts.invoiceNumber() + "-twin"))
                .forEach(twins::add);
        // When
        List<ReceivablePicture> together = situation.with(twins).at(instant).receivables();
        // Then
        for (ReceivablePicture each : together) {
            ReceivableFacts facts = twins.stream()
                    .filter(twin -> twin.id() == each.id())
                    .findFirst()
                    .orElseThrow();
            ReceivablePicture alone =
                    situation.with(List.of(facts)).at(instant).receivables().get(0);
            assertThat(dates(each)).isEqualTo(dates(alone));
        }
    }

    @Test
    void what_is_told_of_one_receivable_moves_no_other_of_its_days() {
        // Given
        Given given = Given.deadlines(Given.MEP_60, "consent: {declaration: EXTENDED_DUE_DATE + P30D}")
                .receivable("A", "1.00", "2026-03-31")
                .receivable("B", "1.00", "2026-03-31");
        given.events.add(new EventFacts(
                EventKind.CONSENT,
                Given.day("2026-05-28"),
                null,
                null,
                Given.day("2026-05-28"),
                given.id("A"),
                Given.day("2026-06-30"),
                null));
        // When
        ExposurePicture picture = given.on("2026-05-29");
        // Then: example 24
        assertThat(given.of(picture, "A").closesOn()).isEqualTo("2026-07-30");
        assertThat(given.of(picture, "B").closesOn()).isEqualTo("2026-06-29");
    }

    private static List<@Nullable Object> dates(ReceivablePicture picture) {
        return Arrays.asList(
                picture.opensOn(), picture.safeOn(), picture.closesOn(), picture.closesAt(), picture.coverStopOn());
    }

    @Provide
    Arbitrary<Situation> situations() {
        return FactArbitraries.situations();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return FactArbitraries.instants();
    }
}
