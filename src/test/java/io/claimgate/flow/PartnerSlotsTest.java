package io.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerSlotsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private final PartnerSlots slots = new PartnerSlots(2, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void only_so_many_calls_to_one_partner_at_once_and_others_are_not_concerned() {
        // Given
        slots.enter("slow");
        slots.enter("slow");

        // When
        boolean third = slots.enter("slow");
        boolean other = slots.enter("other");

        // Then
        assertThat(third).isFalse();
        assertThat(other).isTrue();
    }

    @Test
    void a_call_that_ended_makes_room() {
        // Given
        slots.enter("slow");
        slots.enter("slow");
        slots.leave("slow", NOW);

        // When
        boolean next = slots.enter("slow");

        // Then
        assertThat(next).isTrue();
    }

    @Test
    void behind_calls_that_are_over_in_a_moment_one_waits_in_line() throws Exception {
        // Given
        slots.enter("quick");
        slots.enter("quick");

        // When
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> slots.enter("quick"));
        slots.leave("quick", NOW);

        // Then
        assertThat(third.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void behind_a_call_that_does_not_end_nobody_waits_longer_than_a_moment() throws Exception {
        // Given
        slots.enter("silent");
        slots.enter("silent");
        boolean first = slots.enter("silent");
        long start = System.nanoTime();

        // When
        long entered =
                IntStream.range(0, 1_000).filter(call -> slots.enter("silent")).count();

        // Then
        assertThat(first).isFalse();
        assertThat(entered).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("a thousand who are turned away at once")
                .isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"10, true, 1", "10, false, 3", "0, true, 3"})
    void a_slow_partner_has_a_third_while_others_have_work(int seconds, boolean others, int expected) {
        // Given
        PartnerSlots three = new PartnerSlots(3, Clock.fixed(NOW, ZoneOffset.UTC));
        IntStream.range(0, 40).forEach(call -> {
            three.enter("slow");
            three.leave("slow", NOW.minusSeconds(seconds));
        });
        if (others) {
            three.withoutPartner();
        }

        // When
        long inside = IntStream.range(0, 10).filter(call -> three.enter("slow")).count();

        // Then
        assertThat(inside).isEqualTo(expected);
    }

    @Test
    void who_is_turned_away_comes_back_one_behind_the_other_at_the_partners_pace_and_never_too_late() {
        // Given calls that take ten seconds
        IntStream.range(0, 40).forEach(call -> {
            slots.enter("slow");
            slots.leave("slow", NOW.minusSeconds(10));
        });

        // When
        List<Instant> appointments = IntStream.range(0, 8)
                .mapToObj(turnedAway -> slots.appointment("slow"))
                .toList();

        // Then
        assertThat(appointments).isSorted();
        assertThat(Duration.between(NOW, appointments.get(0)))
                .as("of two places one is free every five seconds")
                .isBetween(Duration.ofMillis(2_400), Duration.ofMillis(2_500));
        assertThat(Duration.between(NOW, appointments.get(7))).isEqualTo(Duration.ofSeconds(15));
    }
}
