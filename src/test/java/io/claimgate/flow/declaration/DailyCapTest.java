package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ReleaseRule;
import io.claimgate.flow.Task;
import io.claimgate.support.Databases;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the machine lets go by itself in a day. */
class DailyCapTest {

    @ParameterizedTest
    @CsvSource({
        // cap by number, cap by amount (claims of 1,000.00), let go of 20
        "7,  ,        7",
        ",   5500.00, 5",
        "9,  3000.00, 3"
    })
    void four_workers_together_let_go_exactly_what_the_policy_allows(Integer claims, BigDecimal amount, int expected)
            throws InterruptedException {
        for (Databases database : Databases.values()) {
            // Given
            World world = new World(database);
            ReleaseRule rule = capped(claims, amount);
            List<ClaimKey> keys = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                keys.add(world.drafted(rule, "1000.00"));
            }

            // When
            runWithFourThreads(world);

            // Then
            List<String> states = keys.stream().map(world::state).toList();
            assertThat(states.stream().filter("DECLARED"::equals)).hasSize(expected);
            assertThat(states.stream().filter("AWAITING_APPROVAL"::equals)).hasSize(20 - expected);
            ClaimKey waiting = keys.get(states.indexOf("AWAITING_APPROVAL"));
            assertThat(world.alerts(waiting)).as("one alert for all").isEmpty();
            world.run();
            assertThat(world.caseAlert())
                    .startsWith("CLM-006 WARNING")
                    .contains((20 - expected) + " claims of " + (20 - expected) * 1000 + ".00 EUR wait");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_waits_for_the_cap_waits_for_an_approver_not_for_tomorrow(Databases database) {
        // Given
        World world = new World(database);
        ReleaseRule rule = capped(1, null);
        world.drafted(rule, "1000.00");
        ClaimKey second = world.drafted(rule, "1000.00");
        world.run();

        // When
        world.pass(Duration.ofDays(2));
        ClaimKey third = world.drafted(rule, "1000.00");
        world.run();
        String untouched = world.state(second);
        world.acts.approve(second, "anna");
        world.run();

        // Then
        assertThat(untouched).isEqualTo("AWAITING_APPROVAL");
        assertThat(world.state(third)).as("the next day has its own cap").isEqualTo("DECLARED");
        assertThat(world.state(second)).isEqualTo("DECLARED");
        assertThat(world.caseAlert()).as("nothing waits any more").isEqualTo("none");
    }

    private static ReleaseRule capped(Integer claims, BigDecimal amount) {
        return new ReleaseRule(
                ReleaseRule.Mode.AUTOMATIC, ReleaseRule.OnSafeDate.ESCALATE, new ReleaseRule.DailyCap(claims, amount));
    }

    /** As the runner does it: a task that failed by a lost race is run again. */
    private static void runWithFourThreads(World world) throws InterruptedException {
        ConcurrentLinkedQueue<Task> tasks = new ConcurrentLinkedQueue<>(world.take(100));
        ExecutorService workers = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            workers.execute(() -> {
                for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
                    try {
                        world.handler.handle(task);
                    } catch (org.springframework.dao.DataAccessException lostRace) {
                        tasks.add(task);
                    }
                }
            });
        }
        workers.shutdown();
        assertThat(workers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    }
}
