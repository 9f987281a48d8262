package io.claimgate.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeldTasksTest {

    private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<Instant> wall = new AtomicReference<>(START);
    private final HeldTasks held = new HeldTasks(clock(), nanos::get, LEASE);

    @Test
    void a_lease_that_was_not_renewed_ends() {
        // Given
        Task task = task(1, 1);
        held.taken(List.of(task), held.ends());

        // When
        pass(LEASE);

        // Then
        assertThat(held.runs(task)).isFalse();
    }

    @Test
    void it_ends_by_the_time_of_day_where_the_counting_clock_stood_still_with_a_sleeping_machine() {
        // Given
        Task task = task(1, 1);
        held.taken(List.of(task), held.ends());

        // When
        wall.updateAndGet(now -> now.plus(LEASE));

        // Then
        assertThat(held.runs(task)).isFalse();
    }

    @Test
    void it_ends_by_the_counting_clock_where_the_time_of_day_was_set_back() {
        // Given
        Task task = task(1, 1);
        held.taken(List.of(task), held.ends());

        // When
        nanos.addAndGet(LEASE.toNanos());

        // Then
        assertThat(held.runs(task)).isFalse();
    }

    @Test
    void it_is_counted_from_before_the_database_was_asked() {
        // Given
        Task task = task(1, 1);
        HeldTasks.Ends ends = held.ends();
        pass(Duration.ofSeconds(59));

        // When
        held.taken(List.of(task), ends);

        // Then
        assertThat(held.runs(task)).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(held.runs(task)).isFalse();
    }

    @Test
    void who_holds_a_task_anew_does_not_hold_what_he_held_of_it_before() {
        // Given
        Task before = task(1, 1);
        held.taken(List.of(before), held.ends());

        // When
        held.taken(List.of(task(1, 2)), held.ends());

        // Then
        assertThat(held.runs(before)).isFalse();
        held.ended(before);
        assertThat(held.runs(task(1, 2))).isTrue();
    }

    @Test
    void what_the_database_did_not_renew_is_not_renewed_here() {
        // Given
        Task ours = task(1, 1);
        Task lost = task(2, 1);
        held.taken(List.of(ours, lost), held.ends());
        pass(Duration.ofSeconds(40));

        // When
        held.renewed(List.of(1L), held.ends());
        pass(Duration.ofSeconds(40));

        // Then
        assertThat(held.runs(ours)).isTrue();
        assertThat(held.runs(lost)).isFalse();
    }

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
        wall.updateAndGet(now -> now.plus(duration));
    }

    private static Task task(long id, long fence) {
        return new Task(id, "k", "a", "C", START, START, 0, 0, "me", fence);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return wall.get();
            }
        };
    }
}
