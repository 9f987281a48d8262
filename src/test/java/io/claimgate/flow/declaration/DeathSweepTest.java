package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Death at every step: the N-th operation (a commit, a call) dies before it, or after it with its reply lost, for every N until a run is
 * untouched. However it dies, its successor gets the claim declared, and the insurer takes it once.
 */
class DeathSweepTest {

    @ParameterizedTest
    @CsvSource({
        "H2,         normal",
        "H2,         accept-then-timeout",
        "H2,         timeout-before",
        "POSTGRESQL, normal",
        "POSTGRESQL, http-503"
    })
    void whenever_the_process_dies_the_insurer_takes_the_claim_once(Databases database, String mode) {
        World world = new World(database);
        Ideas immortal = world.ideas;
        for (boolean before : List.of(true, false)) {
            int deaths = 0;
            for (int operation = 1; ; operation++) {
                // Given
                world.ideas = immortal;
                Death death = new Death(operation, before);
                death.comesTo(world);
                ClaimKey key = world.drafted(Claims.AUTOMATIC);
                world.insurer.behave(
                        "{\"operation\":\"DeclareClaim\",\"mode\":\"" + mode + "\",\"times\":1,\"delay\":\"PT0.75S\"}");

                // When
                live(world, key);

                // Then
                String place = mode + ", " + (before ? "before" : "after") + " operation " + operation;
                assertThat(world.state(key)).as(place).isEqualTo("DECLARED");
                assertThat(world.accepts(key)).as(place).isEqualTo(1);
                assertThat(world.events(key).stream().filter("declared"::equals))
                        .as(place)
                        .hasSize(1);
                assertThat(world.next(key)).as(place).isEmpty();
                if (!death.happened()) {
                    break;
                }
                deaths++;
            }
            assertThat(deaths).as("steps at which it died").isGreaterThanOrEqualTo(4);
        }
    }

    private static void live(World world, ClaimKey key) {
        for (int life = 0; life < 12 && world.next(key).isPresent(); life++) {
            try {
                world.run();
            } catch (Death.Died e) {
                // A successor takes the task over once the lease has ended.
                world.stores
                        .sql
                        .sql("update task set state = 'READY', owner = null where state = 'RUNNING'")
                        .update();
            }
            world.pass(Duration.ofSeconds(6));
        }
    }

    /** A task that was lost to another process is not acted on. */
    @ParameterizedTest
    @CsvSource({"H2", "POSTGRESQL"})
    void who_has_lost_the_task_sends_nothing(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        List<Task> taken = world.take(10);
        world.stores
                .sql
                .sql("update task set owner = 'another', fence = fence + 1")
                .update();

        // When
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(() -> world.handler.handle(taken.get(0)));

        // Then
        assertThat(thrown).isInstanceOf(io.claimgate.flow.Tasks.LeaseLost.class);
        assertThat(world.submission(key)).as("its work was rolled back").isEqualTo("none");
        assertThat(world.accepts(key)).isZero();
    }
}
