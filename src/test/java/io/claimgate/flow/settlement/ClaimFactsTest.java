package io.claimgate.flow.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.support.Databases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How far a claim came is what its receivables say, and what its facts say is nobody else's. */
class ClaimFactsTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void receivables_show_the_furthest_that_their_claim_reached(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        world.at("2026-09-15T09:00:00Z");
        ClaimKey key = world.declared("1000.00");
        List<String> states = new ArrayList<>();
        world.run();
        states.add(world.receivable(key));
        dossier(world, key, "COMPLETE");
        states.add(world.receivable(key));
        dossier(world, key, "RECEIVED");
        states.add(world.receivable(key));
        world.status(key, "REFUSED", "2026-08-20T08:00:00Z");
        world.run();
        states.add(world.receivable(key));
        world.settlement(key, "INDEMNITY", "S1", "2026-09-01", "900.00");
        world.run();
        states.add(world.receivable(key));
        world.payment(key, "p1", "2026-09-10", "400.00", null);
        world.run();
        states.add(world.receivable(key));

        // When
        world.settlement(key, "RECOVERY", "R1", "2026-09-12", "600.00");
        world.run();
        states.add(world.receivable(key));

        // Then
        assertThat(states)
                .containsExactly(
                        "DECLARED",
                        "DECLARED",
                        "DOSSIER_SENT",
                        "DOSSIER_SENT",
                        "INDEMNIFIED",
                        "INDEMNIFIED",
                        "RECOVERED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_was_paid_before_the_insurer_paid_is_settled_not_recovered(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        world.at("2026-09-15T09:00:00Z");
        ClaimKey key = world.declared("1000.00");
        world.payment(key, "p1", "2026-08-10", "1000.00", null);

        // When
        world.settlement(key, "INDEMNITY", "S1", "2026-09-01", "900.00");
        world.run();

        // Then
        assertThat(world.receivable(key)).isEqualTo("SETTLED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_fact_of_another_claim_moves_no_clock_of_this_one(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.declared("1000.00");
        ClaimKey other = world.declared("1000.00");
        fact(world, key, other, "2026-07-05");
        world.run();
        String foreign = world.deadline(key, "waiting");

        // When
        fact(world, key, key, "2026-07-08");
        world.run();

        // Then
        assertThat(foreign).isEqualTo("none");
        assertThat(world.deadline(key, "waiting")).isEqualTo("OPEN 2026-12-08");
    }

    private static void fact(SettledWorld world, ClaimKey buyer, ClaimKey claim, String day) {
        world.stores
                .sql
                .sql("insert into fact (creditor, kind, fact_date, buyer_id, claim_key, recorded_by, recorded_at)"
                        + " values ('ACME-FR', 'FILE_COMPLETE', cast(? as date), ?, ?, 'machine', ?)")
                .params(
                        day,
                        world.exposure(buyer),
                        claim.value(),
                        io.claimgate.store.Times.utc(world.stores.clock.now()))
                .update();
        world.armed("exposure", world.exposure(buyer));
    }

    private static void dossier(SettledWorld world, ClaimKey key, String state) {
        world.stores
                .sql
                .sql("delete from dossier where claim_key = ?")
                .param(key.value())
                .update();
        world.stores
                .sql
                .sql("insert into dossier (claim_key, creditor, insurer, state, required, present, missing, updated_at)"
                        + " values (?, 'ACME-FR', 'sandbox', ?, 1, 1, '[]', ?)")
                .params(key.value(), state, io.claimgate.store.Times.utc(world.stores.clock.now()))
                .update();
        world.armed("exposure", world.exposure(key));
        world.run();
    }
}
