package io.claimgate.flow.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.accounting.Booking.Event;
import io.claimgate.claim.ClaimKey;
import io.claimgate.support.Databases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Results applied through the real handler on real tables. */
class ResultsTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_lives_from_acknowledgement_to_its_end(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.declared("120000.00");
        world.status(key, "ACKNOWLEDGED", "2026-07-02T08:00:00Z");
        world.status(key, "UNDER_REVIEW", "2026-07-05T08:00:00Z");
        world.at("2026-09-10T09:00:00Z");
        world.status(key, "ACCEPTED", "2026-09-01T08:00:00Z");
        world.settlement(key, "DECISION", "D1", "2026-09-01", "108000.00");
        world.settlement(key, "INDEMNITY", "S1", "2026-09-05", "108000.00");
        world.run();
        List<String> indemnified = List.of(world.state(key), world.receivable(key));
        world.payment(key, "p1", "2026-09-08", "120000.00", null);
        world.run();
        List<String> recovering = List.of(world.state(key), world.receivable(key));
        world.acts.remitted(key, 1, java.time.LocalDate.of(2026, 9, 9), "SEPA 4711", "anna");
        world.run();
        List<String> waiting = List.of(world.state(key), world.deadline(key, "remittance"));
        world.booked.confirmAll();

        // When
        world.payment(key, "p2", "2026-09-09", "1.00", null);
        world.run();

        // Then
        assertThat(indemnified).containsExactly("INDEMNIFIED", "INDEMNIFIED");
        assertThat(recovering).containsExactly("RECOVERING", "RECOVERED");
        assertThat(waiting).containsExactly("RECOVERING", "MET 2026-10-08");
        assertThat(world.state(key)).isEqualTo("CLOSED");
        assertThat(world.outcomes(key)).containsOnly("APPLIED");
        assertThat(world.booked.of(key.value()))
                .containsExactly(
                        "INDEMNITY_ACKNOWLEDGED 108000.00",
                        "INDEMNITY_PAID 108000.00",
                        "RECOVERY_BY_INSURED 120000.00",
                        "REMITTED 108000.00");
        assertThat(world.sum(key, "insurer_share")).isEqualByComparingTo("108000");
        assertThat(world.sum(key, "owed")).isEqualByComparingTo("0");
        assertThat(world.alerts(key)).isEmpty();
        assertThat(world.events(key))
                .contains(
                        "claim.decided",
                        "settlement.received",
                        "claim.indemnified",
                        "claim.recovering",
                        "claim.closed");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_the_insurer_said_last_holds_however_late_the_rest_comes(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.declared("1000.00");
        world.status(key, "ACCEPTED", "2026-09-01T08:00:00Z");
        world.run();

        // When
        world.status(key, "UNDER_REVIEW", "2026-08-01T08:00:00Z");
        world.status(key, "ACKNOWLEDGED", "2026-07-02T22:30:00Z");
        world.status(key, "ACCEPTED", "2026-09-01T08:00:00Z");
        world.run();

        // Then: the acknowledgement is a fact all the same, on its day in Paris
        assertThat(world.state(key)).isEqualTo("ACCEPTED");
        assertThat(world.outcomes(key)).containsExactly("APPLIED", "SUPERSEDED", "SUPERSEDED", "REPEATED");
        assertThat(world.texts("select cast(fact_date as varchar) from fact where claim_key = ?", key.value()))
                .containsExactly("2026-07-03");
        assertThat(world.alerts(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_changed_decision_changes_the_claim_and_what_was_acknowledged(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.declared("1000.00");
        world.status(key, "ACCEPTED", "2026-09-01T08:00:00Z");
        world.settlement(key, "DECISION", "D1", "2026-09-01", "900.00");
        world.run();

        // When
        world.status(key, "REFUSED", "2026-09-20T08:00:00Z");
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("REFUSED");
        assertThat(world.alerts(key)).containsExactly("REC-010");
        assertThat(world.booked.of(key.value()))
                .containsExactly("INDEMNITY_ACKNOWLEDGED 900.00", "INDEMNITY_ACKNOWLEDGEMENT_REVERSED 900.00");
        assertThat(world.sum(key, "acknowledged")).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_refusal_of_what_was_paid_contradicts(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.declared("1000.00");
        world.settlement(key, "INDEMNITY", "S1", "2026-09-01", "900.00");
        world.run();

        // When
        world.status(key, "REFUSED", "2026-09-20T08:00:00Z");
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("INDEMNIFIED");
        assertThat(world.outcomes(key)).containsExactly("APPLIED", "CONTRADICTS");
        assertThat(world.alerts(key)).containsExactly("REC-010");
        assertThat(world.sum(key, "paid")).isEqualByComparingTo("900");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_settlement_counts_once_and_never_in_another_shape(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.declared("1000.00");
        ClaimKey other = world.declared("2000.00");
        world.settlement(key, "INDEMNITY", "S1", "2026-09-01", "900.00");
        world.run();

        // When
        world.settlement(key, "INDEMNITY", "S1", "2026-09-01", "900.00");
        world.settlement(key, "INDEMNITY", "S1", "2026-09-01", "901.00");
        world.settlement(other, "INDEMNITY", "S1", "2026-09-01", "900.00");
        world.run();

        // Then
        assertThat(world.outcomes(key)).containsExactly("APPLIED", "REPEATED", "CONTRADICTS");
        assertThat(world.outcomes(other)).containsExactly("CONTRADICTS");
        assertThat(world.alerts(key)).containsExactly("REC-011");
        assertThat(world.booked.standing(key.value(), Event.INDEMNITY_PAID)).isEqualByComparingTo("900");
        assertThat(world.booked.of(other.value())).isEmpty();
        assertThat(world.state(other)).isEqualTo("DECLARED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void shares_that_do_not_add_up_are_a_persons_until_the_insurer_corrects_them(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.declared("120000.00");
        world.lossOn(key, "2026-08-01");
        world.settlement(key, "INDEMNITY", "S1", "2026-08-20", "90000.00");
        world.run();

        // When
        world.settlement(key, "RECOVERY", "R1", "2026-09-01", "24000.00", "2400.00", "16200.00", "5400.01");
        world.run();
        List<String> wrong = world.alerts(key);
        List<String> note = world.texts(
                "select outcome_note from claim_result where claim_key = ? and settlement_id = 'R1'", key.value());
        world.settlement(key, "RECOVERY", "R1", "2026-09-01", "24000.00", "2400.00", "16200.00", "5400.00");
        world.run();

        // Then: example 3, first told wrongly
        assertThat(wrong).containsExactly("REC-014");
        assertThat(note)
                .singleElement()
                .asString()
                .contains("21600.00", "the insurer gets 16200.00 and we keep 5400.00");
        assertThat(world.outcomes(key)).containsExactly("APPLIED", "CONTRADICTS", "APPLIED");
        assertThat(world.alerts(key)).isEmpty();
        assertThat(world.sum(key, "insurer_share")).isEqualByComparingTo("16200");
        assertThat(world.sum(key, "insured_share")).isEqualByComparingTo("5400");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_insurers_split_is_booked_and_a_difference_told(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.declared("120000.00");
        world.settlement(key, "INDEMNITY", "S1", "2026-08-20", "90000.00");

        // When
        world.settlement(key, "RECOVERY", "R1", "2026-09-01", "24000.00", "2400.00", "17000.00", null);
        world.run();

        // Then
        assertThat(world.sum(key, "insurer_share")).isEqualByComparingTo("17000");
        assertThat(world.sum(key, "insured_share")).isEqualByComparingTo("4600");
        assertThat(world.texts("select message from alert where subject = ? and code = 'REC-012'", "claim/" + key))
                .singleElement()
                .asString()
                .contains("17000.00", "16200.00");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_request_for_documents_asks_the_dossier(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.declared("1000.00");

        // When
        world.documentsRequest(key, "2026-07-10T08:00:00Z", "DELIVERY_PROOF,CONTRACT");
        world.run();

        // Then
        assertThat(world.state(key)).isEqualTo("INFORMATION_REQUESTED");
        assertThat(world.texts("select kind from dossier_request where claim_key = ? order by kind", key.value()))
                .containsExactly("CONTRACT", "DELIVERY_PROOF");
        assertThat(world.texts("select kind from task where ref = ?", key.value()))
                .containsExactly("dossier");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void late_money_opens_a_closed_claim_again_and_a_late_word_does_not(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        world.at("2026-10-01T09:00:00Z");
        ClaimKey key = world.declared("1000.00");
        world.status(key, "ACCEPTED", "2026-09-01T08:00:00Z");
        world.settlement(key, "DECISION", "D1", "2026-09-01", "900.00");
        world.settlement(key, "INDEMNITY", "S1", "2026-09-05", "850.00");
        world.run();
        world.booked.confirmAll();
        world.acts.close(key, "the rest is not worth it", "anna");
        world.run();
        String acknowledged = world.sum(key, "acknowledged").toPlainString();

        // When
        world.status(key, "UNDER_REVIEW", "2026-09-25T08:00:00Z");
        world.run();
        String afterWord = world.state(key);
        world.settlement(key, "RECOVERY", "R1", "2026-09-28", "100.00", null, null, null);
        world.run();

        // Then: what was given up at the end is expected again
        assertThat(acknowledged).isEqualTo("850.0000");
        assertThat(afterWord).isEqualTo("CLOSED");
        assertThat(world.state(key)).isEqualTo("RECOVERING");
        assertThat(world.sum(key, "acknowledged")).isEqualByComparingTo("900");
        assertThat(world.events(key)).contains("claim.reopened");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_refused_claim_closes_when_the_refusal_stood_long_enough(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        ClaimKey key = world.declared("1000.00");
        world.status(key, "REFUSED", "2026-07-20T08:00:00Z");
        world.run();
        String early = world.state(key);
        world.at("2026-09-18T07:59:00Z");
        world.run();
        String justBefore = world.state(key);

        // When
        world.at("2026-09-18T08:00:00Z");
        world.run();

        // Then
        assertThat(List.of(early, justBefore)).containsOnly("REFUSED");
        assertThat(world.state(key)).isEqualTo("CLOSED");
    }
}
