package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.Ideas;
import io.claimgate.support.Databases;
import io.claimgate.support.Deaths;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Death at every step of a change, and lost answers: the N-th operation (a commit, a call) dies before it, or after it with its reply lost,
 * for every N until a run is untouched. However it dies, the insurer takes the change once, and our books say what it knows.
 */
class ChangeDeathTest {

    @ParameterizedTest
    @CsvSource({
        "H2,         SupplementClaim, normal,              SUPPLEMENT 1500.00",
        "H2,         AmendClaim,      normal,              AMEND 600.00",
        "H2,         AmendClaim,      accept-then-timeout, AMEND 600.00",
        "H2,         AmendClaim,      timeout-before,      AMEND 600.00",
        "H2,         WithdrawClaim,   normal,              WITHDRAW 0.00",
        "POSTGRESQL, SupplementClaim, normal,              SUPPLEMENT 1500.00",
        "POSTGRESQL, AmendClaim,      http-503,            AMEND 600.00",
        "POSTGRESQL, WithdrawClaim,   accept-then-timeout, WITHDRAW 0.00"
    })
    void whenever_the_process_dies_the_insurer_takes_the_change_once(
            Databases database, String operation, String mode, String told) {
        ChangedWorld world = new ChangedWorld(database, "changes: {every: P0D}");
        Ideas immortal = world.world.ideas;
        for (boolean before : Deaths.sides(database == Databases.H2 && mode.equals("normal"))) {
            int deaths = 0;
            for (int step = 1; ; step++) {
                // Given
                declared(world, immortal);
                Death death = new Death(step, before);
                death.comesTo(world.world);
                world.wire(world.world.channels());
                world.behave(operation, mode, 1);
                happens(world, operation);

                // When
                live(world);

                // Then
                String place = operation + " " + mode + ", " + death;
                assertThat(world.told()).as(place).containsExactly(told + " x1");
                assertThat(world.changes()).as(place).containsExactly(told.replace(" ", " TOLD "));
                assertThat(world.linesAtInsurer())
                        .as(place)
                        .isEqualTo(operation.startsWith("W") ? List.of() : world.lines());
                assertThat(world.events())
                        .as(place)
                        .filteredOn(event -> event.matches("supplemented|amended|withdrawn"))
                        .hasSize(1);
                assertThat(world.world.next(world.claim())).as(place).isEmpty();
                if (!death.happened()) {
                    break;
                }
                deaths++;
            }
            assertThat(deaths).as("steps at which it died").isGreaterThanOrEqualTo(5);
        }
    }

    private static void declared(ChangedWorld world, Ideas immortal) {
        world.world.ideas = immortal;
        world.wire(world.world.insurer.channels());
        world.world.insurer.behaveNormally();
        world.world.at("2026-05-01T08:00:00Z");
        world.newBuyer();
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.until("2026-06-12T10:00:00Z");
        assertThat(world.state()).isEqualTo("DECLARED");
    }

    private static void happens(ChangedWorld world, String operation) {
        switch (operation) {
            case "SupplementClaim" -> world.invoice("B", "2026-05-20", "2026-07-20", "500.00");
            case "AmendClaim" -> world.payment("p", "2026-06-11", "400.00");
            default -> world.payment("p", "2026-06-11", "1000.00");
        }
    }

    private static void live(ChangedWorld world) {
        String now = "2026-06-12T10:0%d:00Z";
        for (int life = 1; life < 9; life++) {
            try {
                world.until(now.formatted(life));
            } catch (Death.Died e) {
                // A successor takes the task over once the lease has ended.
                world.world
                        .stores
                        .sql
                        .sql("update task set state = 'READY', owner = null where state = 'RUNNING'")
                        .update();
            }
        }
    }
}
