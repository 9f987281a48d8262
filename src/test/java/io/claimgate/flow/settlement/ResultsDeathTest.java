package io.claimgate.flow.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.support.Databases;
import io.claimgate.support.FailingDataSource;
import io.claimgate.support.Stores;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Death at every commit while results are applied, before it or with its answer lost: everything counts once all the same. */
class ResultsDeathTest {

    private static final List<String> BOOKED = List.of(
            "INDEMNITY_ACKNOWLEDGED 900.00",
            "INDEMNITY_PAID 900.00",
            "RECOVERY_BY_INSURED 500.00",
            "REMITTED 450.00",
            "RECOVERY_BY_INSURER 100.00");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whenever_the_process_dies_everything_counts_once(Databases database) {
        FailingDataSource mortal = new FailingDataSource(database.fresh());
        SettledWorld world = new SettledWorld(new Stores(mortal));
        world.at("2026-09-15T09:00:00Z");
        for (boolean lostReply : List.of(false, true)) {
            int deaths = 0;
            for (int commit = 1; ; commit++) {
                // Given
                ClaimKey key = world.declared("1000.00");
                world.status(key, "ACCEPTED", "2026-09-01T08:00:00Z");
                world.settlement(key, "INDEMNITY", "S-" + key, "2026-09-02", "900.00");
                world.payment(key, "p-" + key, "2026-09-10", "500.00", null);

                // When
                mortal.dieAtCommit(commit, lostReply);
                boolean died = live(world, mortal, key);

                // Then
                String place = (lostReply ? "after" : "before") + " commit " + commit;
                assertThat(world.state(key)).as(place).isEqualTo("RECOVERING");
                assertThat(world.booked.of(key.value())).as(place).containsExactlyElementsOf(BOOKED);
                assertThat(world.events(key).stream().filter("settlement.received"::equals))
                        .as(place)
                        .hasSize(2);
                assertThat(world.sum(key, "owed")).as(place).isEqualByComparingTo("0");
                assertThat(world.texts("select kind from task where ref = ? and kind = 'results'", key.value()))
                        .as(place)
                        .isEmpty();
                assertThat(world.texts(
                                "select kind from claim_change where claim_key = ? and state not in ('TOLD', 'DROPPED')",
                                key.value()))
                        .as(place + ": the insurer has paid, the amount is final")
                        .isEmpty();
                if (!died) {
                    break;
                }
                deaths++;
            }
            assertThat(deaths).as("commits at which it died").isGreaterThanOrEqualTo(6);
        }
    }

    /** One life after another until everything was done; whether any ended early. */
    private static boolean live(SettledWorld world, FailingDataSource mortal, ClaimKey key) {
        boolean died = false;
        for (int life = 0; life < 5; life++) {
            try {
                world.run();
                remit(world, key);
                collect(world, key);
                world.run();
                mortal.live();
                return died;
            } catch (RuntimeException | Error e) {
                if (!FailingDataSource.isDeath(e)) {
                    throw e;
                }
                died = true;
                mortal.live();
                // A successor takes the task over once the lease has ended.
                world.stores
                        .sql
                        .sql("update task set state = 'READY', owner = null where state = 'RUNNING'")
                        .update();
            }
        }
        throw new IllegalStateException("it never came to rest");
    }

    /** A person's act, tried again until it is done. */
    private static void remit(SettledWorld world, ClaimKey key) {
        world.stores
                .sql
                .sql("select id from remittance where claim_key = ? and state = 'OWED'")
                .param(key.value())
                .query(Long.class)
                .list()
                .forEach(id -> world.acts.remitted(key, id, LocalDate.of(2026, 9, 12), "SEPA " + id, "anna"));
    }

    private static void collect(SettledWorld world, ClaimKey key) {
        if (world.outcomes(key).size() < 3) {
            world.settlement(key, "RECOVERY", "R-" + key, "2026-09-14", "100.00", null, "90.00", "10.00");
        }
    }
}
