package io.claimgate.flow.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Submission;
import io.claimgate.support.Databases;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Results of claims that we do not know to be declared. */
class EarlyResultsTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_result_proves_that_the_insurer_has_a_claim_whose_answer_was_lost(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = lost(world);
        world.at("2026-07-03T09:00:00Z");

        // When
        world.status(key, "ACKNOWLEDGED", "2026-07-02T08:00:00Z");
        world.run();

        // Then
        Claim claim = world.declaration.claims().find(key).orElseThrow();
        assertThat(claim.state().name()).isEqualTo("ACKNOWLEDGED");
        assertThat(claim.declaredAt()).isEqualTo(Instant.parse("2026-07-02T08:00:00Z"));
        assertThat(world.declaration.submissions().latest(key).orElseThrow())
                .isInstanceOf(Submission.Acknowledged.class);
        assertThat(world.events(key)).contains("claim.declared", "claim.acknowledged");
        assertThat(world.receivable(key)).isEqualTo("DECLARED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void money_for_a_foreclosed_claim_whose_answer_was_lost_is_late_proof(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = lost(world);
        world.stores.transactions.executeWithoutResult(status -> world.declaration
                .claims()
                .update(world.declaration.claims().lock(key).orElseThrow().foreclosed()));

        // When
        world.settlement(key, "INDEMNITY", "S1", "2026-07-20", "900.00");
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("INDEMNIFIED");
        assertThat(world.sum(key, "paid")).isEqualByComparingTo("900");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_result_of_a_claim_that_was_not_sent_is_a_persons(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.drafted("1000.00").key();

        // When
        world.status(key, "ACCEPTED", "2026-07-02T08:00:00Z");
        world.settlement(key, "INDEMNITY", "S1", "2026-07-20", "900.00");
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("DRAFT");
        assertThat(world.declaration.claims().find(key).orElseThrow().hold()).isNotNull();
        assertThat(world.outcomes(key)).containsOnly("CONTRADICTS");
        assertThat(world.alerts(key)).containsExactly("REC-013");
        assertThat(world.booked.of(key.value())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_result_that_overtakes_the_answer_waits_for_it(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        Claim draft = world.drafted("1000.00");
        ClaimKey key = draft.key();
        Submission.Sending sending = world.stores.transactions.execute(status -> world.sending(draft));
        world.status(key, "ACKNOWLEDGED", "2026-07-01T09:00:00Z");
        world.run();
        String early = world.state(key) + " " + world.outcomes(key);

        // When
        world.stores.transactions.executeWithoutResult(status -> {
            world.declaration.submissions().update(sending.acknowledged("INS-1", world.stores.clock.now()));
            world.declaration
                    .claims()
                    .update(world.declaration
                            .claims()
                            .lock(key)
                            .orElseThrow()
                            .declared("INS-1", world.stores.clock.now()));
        });
        // The wait is a physical one; the test does not sleep.
        world.stores.sql.sql("update task set hold_until = null").update();
        world.run();

        // Then
        assertThat(early).isEqualTo("DECLARING [WAITING]");
        assertThat(world.state(key)).isEqualTo("ACKNOWLEDGED");
        assertThat(world.declaration.claims().find(key).orElseThrow().insurerClaimNumber())
                .isEqualTo("INS-1");
    }

    private static ClaimKey lost(SettledWorld world) {
        Claim draft = world.drafted("1000.00");
        world.stores.transactions.executeWithoutResult(
                status -> world.declaration.submissions().update(lost(world, draft)));
        return draft.key();
    }

    private static Submission.OutcomeUnknown lost(SettledWorld world, Claim draft) {
        Submission.Sending sending = world.sending(draft);
        return sending.lost("no answer", sending.sent());
    }
}
