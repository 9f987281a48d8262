package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Laws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of time, over every policy and every story that we can think of. */
class ClockLawsTest {

    @Property(seed = Laws.SEED)
    void one_jump_of_the_clock_equals_many(
            @ForAll("situations") Situation situation, @ForAll("stops") List<Instant> stops) {
        // Given
        Instant end = stops.get(stops.size() - 1);
        // When
        Situation jumped = situation.watched(List.of(end));
        Situation walked = situation.watched(stops);
        // Then
        assertThat(walked.facts()).isEqualTo(jumped.facts());
        Situation.same(walked.at(end), jumped.at(end));
    }

    @Property(seed = Laws.SEED)
    void a_picture_stands_still_until_its_next_action(
            @ForAll("situations") Situation situation,
            @ForAll("instants") Instant instant,
            @ForAll("parts") double part) {
        // Given
        ExposurePicture picture = situation.at(instant);
        Instant next = picture.nextActionAt() == null ? FactArbitraries.NEVER : picture.nextActionAt();
        Duration still = Duration.between(instant, next).minusNanos(1);
        // When
        ExposurePicture between = situation.at(instant.plusSeconds((long) (still.toSeconds() * part)));
        ExposurePicture justBefore = situation.at(instant.plus(still));
        // Then
        assertThat(next).isAfter(instant);
        Situation.same(between, picture);
        Situation.same(justBefore, picture);
    }

    @Provide
    Arbitrary<Situation> situations() {
        return FactArbitraries.situations();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return FactArbitraries.instants();
    }

    @Provide
    Arbitrary<List<Instant>> stops() {
        return FactArbitraries.instants()
                .list()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(stops -> stops.stream().sorted().toList());
    }

    @Provide
    Arbitrary<Double> parts() {
        return Arbitraries.doubles().between(0, 1);
    }
}
