package io.claimgate.flow.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claimgate.accounting.Booking.Event;
import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.ActRefused;
import io.claimgate.problem.ProblemCode;
import io.claimgate.support.Databases;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money after the indemnity: shared once, taken back when it bounces, owed to the insurer with its clock. */
class RecoveriesTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void example_18_what_the_buyer_pays_after_the_loss_is_shared_once_the_insurer_has_paid(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        world.at("2026-08-15T09:00:00Z");
        ClaimKey key = world.declared("120000.00");
        world.lossOn(key, "2026-08-01");
        world.payment(key, "p0", "2026-07-31", "10000.00", null);
        world.payment(key, "p1", "2026-08-10", "24000.00", null);
        world.run();
        List<String> before = world.booked.of(key.value());

        // When
        world.settlement(key, "INDEMNITY", "S1", "2026-08-14", "99000.00");
        world.run();
        world.run();

        // Then: 110,000 outstanding at the loss; 24,000 x 99,000 / 110,000
        assertThat(before).isEmpty();
        assertThat(world.booked.of(key.value()))
                .containsExactly(
                        "INDEMNITY_ACKNOWLEDGED 99000.00", "INDEMNITY_PAID 99000.00", "RECOVERY_BY_INSURED 24000.00");
        assertThat(world.remittances(key)).containsExactly("OWED 21600.00 2026-09-09");
        assertThat(world.sum(key, "remaining")).isEqualByComparingTo("86000");
        assertThat(world.deadline(key, "remittance")).isEqualTo("OPEN 2026-09-09");
        assertThat(world.alerts(key)).containsExactly("REC-018");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_remittance_is_warned_of_by_its_safe_date_and_met_when_it_is_made(Databases database) {
        // Given
        SettledWorld world = indemnified(database);
        ClaimKey key = world.declared("1000.00");
        indemnity(world, key);
        world.payment(key, "p1", "2026-09-10", "500.00", null);
        world.at("2026-09-10T09:00:00Z");
        world.run();

        // When
        world.at("2026-10-08T09:00:00Z");
        world.run();
        List<String> warned = world.texts(
                "select code from alert where subject = ? and cleared_at is null and message like '%remittance%'",
                "exposure/" + world.exposure(key));
        String late = world.deadline(key, "remittance");
        world.acts.remitted(key, 1, LocalDate.of(2026, 10, 7), "SEPA 1", "anna");
        world.run();

        // Then
        assertThat(warned).containsExactly("CLM-001");
        assertThat(late).isEqualTo("WARNING 2026-10-10");
        assertThat(world.deadline(key, "remittance")).isEqualTo("MET 2026-10-10");
        assertThat(world.texts(
                        "select code from alert where subject = ? and cleared_at is null and message like '%remittance%'",
                        "exposure/" + world.exposure(key)))
                .isEmpty();
        assertThat(world.booked.of(key.value())).endsWith("REMITTED 450.00");
        assertThat(world.events(key)).contains("claim.remitted");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_payment_that_bounces_is_a_new_movement_and_is_owed_no_more(Databases database) {
        // Given
        SettledWorld world = indemnified(database);
        ClaimKey key = world.declared("1000.00");
        indemnity(world, key);
        world.payment(key, "p1", "2026-09-10", "500.00", null);
        world.run();

        // When
        world.payment(key, "p1-back", "2026-09-15", "-500.00", "p1");
        world.run();

        // Then
        assertThat(world.texts(
                        "select case when reversal then 'taken back' else kind end from claim_money where claim_key = ? and payment_id is not null"
                                + " order by id",
                        key.value()))
                .containsExactly("RECOVERY_BY_INSURED", "taken back");
        assertThat(world.booked.of(key.value()))
                .endsWith("RECOVERY_BY_INSURED 500.00", "RECOVERY_BY_INSURED_REVERSED 500.00");
        assertThat(world.remittances(key)).containsExactly("VOID 450.00 2026-10-10");
        assertThat(world.state(key)).isEqualTo("INDEMNIFIED");
        assertThat(world.deadline(key, "remittance")).startsWith("VOID");
        assertThat(world.alerts(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_was_remitted_before_it_bounced_is_asked_back_by_a_person(Databases database) {
        // Given
        SettledWorld world = indemnified(database);
        ClaimKey key = world.declared("1000.00");
        indemnity(world, key);
        world.payment(key, "p1", "2026-09-10", "500.00", null);
        world.at("2026-09-15T09:00:00Z");
        world.run();
        world.acts.remitted(key, 1, LocalDate.of(2026, 9, 12), "SEPA 1", "anna");

        // When
        world.payment(key, "p1-back", "2026-09-14", "-200.00", "p1");
        world.run();

        // Then
        assertThat(world.remittances(key)).containsExactly("REMITTED 450.00 2026-10-10");
        assertThat(world.alerts(key)).containsExactly("REC-015");
        assertThat(world.texts("select message from alert where subject = ? and code = 'REC-015'", "claim/" + key))
                .singleElement()
                .asString()
                .contains("180.00");
        assertThat(world.booked.standing(key.value(), Event.RECOVERY_BY_INSURED))
                .isEqualByComparingTo("300");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void example_10_a_credit_note_after_the_indemnity_is_owed_back_once(Databases database) {
        // Given
        SettledWorld world = indemnified(database);
        ClaimKey key = world.declared("50000.00");
        world.settlement(key, "INDEMNITY", "S1", "2026-09-01", "45000.00");
        world.at("2026-09-01T09:00:00Z");
        world.run();

        // When
        world.at("2026-09-20T09:00:00Z");
        world.creditNote(key, "N1", "2026-09-18", "5000.00");
        world.run();
        world.creditNote(world.declared("1.00"), "elsewhere", "2026-09-18", "0.50");
        world.run();

        // Then
        assertThat(world.booked.of(key.value()))
                .containsExactly("INDEMNITY_ACKNOWLEDGED 45000.00", "INDEMNITY_PAID 45000.00", "CLAWBACK 4500.00");
        assertThat(world.remittances(key)).containsExactly("OWED 4500.00 2026-10-18");
        assertThat(world.sum(key, "clawed_back")).isEqualByComparingTo("4500");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_insurers_own_demand_for_a_credit_note_is_not_a_second_one(Databases database) {
        // Given
        SettledWorld world = indemnified(database);
        ClaimKey key = world.declared("50000.00");
        world.settlement(key, "INDEMNITY", "S1", "2026-09-01", "45000.00");
        world.at("2026-09-20T09:00:00Z");
        world.creditNote(key, "N1", "2026-09-18", "5000.00");
        world.run();

        // When
        world.settlement(key, "CLAWBACK", "C1", "2026-09-25", "4500.00");
        world.run();

        // Then
        assertThat(world.booked.standing(key.value(), Event.CLAWBACK)).isEqualByComparingTo("4500");
        assertThat(world.sum(key, "owed")).isEqualByComparingTo("4500");
        assertThat(world.alerts(key)).containsExactly("REC-018");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_is_not_closed_while_the_insurer_is_owed_or_the_erp_has_not_confirmed(Databases database) {
        // Given
        SettledWorld world = indemnified(database);
        ClaimKey key = world.declared("1000.00");
        indemnity(world, key);
        world.payment(key, "p1", "2026-09-10", "500.00", null);
        world.at("2026-09-15T09:00:00Z");
        world.run();

        // When
        ActRefused owing = catchThrowableOfType(ActRefused.class, () -> world.acts.close(key, "enough", "anna"));
        world.acts.remitted(key, 1, LocalDate.of(2026, 9, 12), "SEPA 1", "anna");
        ActRefused unconfirmed = catchThrowableOfType(ActRefused.class, () -> world.acts.close(key, "enough", "anna"));
        world.booked.confirmAll();
        world.acts.close(key, "enough", "anna");

        // Then
        assertThat(owing.code()).isEqualTo(ProblemCode.OPS_006);
        assertThat(owing).hasMessageContaining("450.00 EUR; remit it first");
        assertThat(unconfirmed).hasMessageContaining("has not confirmed 4 postings");
        assertThat(world.state(key)).isEqualTo("CLOSED");
        assertThat(world.receivable(key)).isEqualTo("INDEMNIFIED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_remittance_is_made_once_on_a_day_that_can_be(Databases database) {
        // Given
        SettledWorld world = indemnified(database);
        ClaimKey key = world.declared("1000.00");
        indemnity(world, key);
        world.payment(key, "p1", "2026-09-10", "500.00", null);
        world.at("2026-09-15T09:00:00Z");
        world.run();
        LocalDate day = LocalDate.of(2026, 9, 12);

        // When
        ProblemCode future = refused(world, key, 1, LocalDate.of(2026, 9, 16), "SEPA 1");
        ProblemCode early = refused(world, key, 1, LocalDate.of(2026, 9, 9), "SEPA 1");
        ProblemCode unnamed = refused(world, key, 1, day, " ");
        ProblemCode unknown = refused(world, key, 99, day, "SEPA 1");
        world.acts.remitted(key, 1, day, "SEPA 1", "anna");
        ProblemCode again = refused(world, key, 1, day, "SEPA 1");

        // Then
        assertThat(List.of(future, early, unnamed)).containsOnly(ProblemCode.OPS_005);
        assertThat(unknown).isEqualTo(ProblemCode.OPS_004);
        assertThat(again).isEqualTo(ProblemCode.OPS_006);
        assertThat(world.sum(key, "remitted")).isEqualByComparingTo("450");
    }

    private static ProblemCode refused(SettledWorld world, ClaimKey key, long id, LocalDate on, String reference) {
        return catchThrowableOfType(ActRefused.class, () -> world.acts.remitted(key, id, on, reference, "anna"))
                .code();
    }

    private static SettledWorld indemnified(Databases database) {
        SettledWorld world = new SettledWorld(database);
        world.at("2026-09-01T09:00:00Z");
        return world;
    }

    private static void indemnity(SettledWorld world, ClaimKey key) {
        world.settlement(key, "INDEMNITY", "S-" + key, "2026-09-01", "900.00");
        world.run();
    }
}
