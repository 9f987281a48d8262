package io.claimgate.flow.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.support.Databases;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who holds a claim arms its tasks; who waited for the claim with one of them in hand would wait for ever. */
class LockOrderTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_watch_holds_no_task_of_a_claim_that_it_waits_for(Databases database) throws Exception {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.declared("1000.00");
        world.status(key, "ACCEPTED", "2026-07-01T10:00:00Z");
        world.settlement(key, "INDEMNITY", "S-1", "2026-07-01", "900.00");
        world.run();
        world.armed("exposure", world.exposure(key));
        Task watch = world.stores
                .tasks
                .take(SettledWorld.OWNER, Set.of(TaskKinds.EXPOSURE), 1)
                .get(0);
        ExecutorService other = Executors.newSingleThreadExecutor();

        // When
        Future<?> watching = world.stores.transactions.execute(status -> {
            world.declaration.claims().lock(key);
            Future<?> begun = other.submit(() -> world.watch.handle(watch));
            assertThatThrownBy(() -> begun.get(700, TimeUnit.MILLISECONDS))
                    .as("it waits for the claim")
                    .isInstanceOf(TimeoutException.class);
            world.stores.tasks.arm(TaskKinds.RESULTS, key.value(), "ACME-FR", world.stores.clock.now(), Tasks.NEVER);
            return begun;
        });

        // Then
        watching.get(20, TimeUnit.SECONDS);
        other.shutdown();
        assertThat(world.stores.tasks.take(SettledWorld.OWNER, Set.of(TaskKinds.RESULTS), 5))
                .hasSize(1);
    }
}
