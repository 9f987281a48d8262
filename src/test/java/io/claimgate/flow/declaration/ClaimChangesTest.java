package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimState;
import io.claimgate.support.Databases;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a declared claim, from the buyer's ledger to the insurer's book. */
class ClaimChangesTest {

    private static final String NO_SECTION = "";

    @ParameterizedTest
    @EnumSource(Databases.class)
    void example_30_a_claim_of_which_all_is_paid_is_withdrawn_by_a_message(Databases database) {
        // Given
        ChangedWorld world = new ChangedWorld(database, NO_SECTION);
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.until("2026-06-15T10:00:00Z");
        assertThat(world.state()).isEqualTo("DECLARED");
        boolean heldWhileDeclared = world.supplyHeld();

        // When
        world.until("2026-06-20T10:00:00Z");
        world.payment("p", "2026-06-20", "1000.00");
        world.until("2026-06-21T10:00:00Z");

        // Then
        assertThat(world.told()).containsExactly("WITHDRAW 0.00 x1");
        assertThat(world.atInsurer().get("withdrawn").asBoolean()).isTrue();
        assertThat(world.state()).isEqualTo("WITHDRAWN");
        assertThat(world.events()).endsWith("change-planned", "change-sending", "withdrawn");
        assertThat(heldWhileDeclared).isTrue();
        assertThat(world.supplyHeld()).isFalse();
        assertThat(world.episode()).isEqualTo(2);
        assertThat(world.picture().cover().covered(LocalDate.of(2026, 6, 15)))
                .as("the delivery of 15 June, in the next episode")
                .isFalse();
        assertThat(world.picture().cover().covered(LocalDate.of(2026, 6, 21))).isTrue();
        assertThat(world.alerts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"H2, paid, 2026-06-21", "H2, insurers-word, 2026-06-24", "POSTGRESQL, insurers-word, 2026-06-24"})
    void example_30_the_hold_is_lifted_with_the_insurers_word_where_the_policy_asks_for_it(
            Databases database, String coverBack, LocalDate lifted) {
        // Given
        ChangedWorld world = new ChangedWorld(database, "changes: {coverBack: " + coverBack + "}");
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.until("2026-06-20T10:00:00Z");
        world.world.outgoing.pause(PauseScope.ALL, "*", "anna", "line is down");

        // When
        world.payment("p", "2026-06-20", "1000.00");
        world.until("2026-06-23T10:00:00Z");
        boolean heldUntilTheWord = world.supplyHeld();
        world.world.outgoing.resume(PauseScope.ALL, "*", "anna");
        world.until("2026-06-25T10:00:00Z");

        // Then
        assertThat(heldUntilTheWord).isEqualTo(coverBack.equals("insurers-word"));
        assertThat(world.told()).containsExactly("WITHDRAW 0.00 x1");
        assertThat(world.world
                        .stores
                        .sql
                        .sql("select lifted_on from supply_hold")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(lifted);
        assertThat(world.picture().cover().covered(lifted.minusDays(1))).isFalse();
        assertThat(world.picture().cover().covered(lifted)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void example_15_a_resolved_dispute_is_told_so_that_the_insurer_decides_anew(Databases database) {
        // Given
        ChangedWorld world = new ChangedWorld(database, NO_SECTION);
        world.invoice("A", "2026-04-01", "2026-04-30", "80000.00");
        world.disputed("A", "79900.00");
        world.until("2026-06-11T10:00:00Z");
        String contested = world.atInsurer().get("lines").get(0).get("disputed").asText();
        decided(world, ClaimState.REFUSED);

        // When
        world.disputed("A", "0");
        world.until("2026-06-13T10:00:00Z");

        // Then: declared with all of it, base 100 not claimable yet; resolved later, a second decision
        assertThat(contested).isEqualTo("79900.0");
        assertThat(world.told()).containsExactly("AMEND 80000.00 x1");
        assertThat(world.atInsurer().get("lines").get(0).get("disputed").asDouble())
                .isZero();
        assertThat(world.state()).isEqualTo("REFUSED");
        assertThat(world.atInsurer().get("changes").get(0).get("reason").asText())
                .isEqualTo("the amount stays 80000.00, and 79900.00 less of it is contested");
        decided(world, ClaimState.ACCEPTED);
        assertThat(world.state()).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void many_payments_of_a_day_are_one_amendment(Databases database) {
        // Given
        ChangedWorld world = new ChangedWorld(database, NO_SECTION);
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.invoice("B", "2026-04-01", "2026-05-10", "500.00");
        world.until("2026-06-12T06:00:00Z");

        // When
        world.payment("p1", "2026-06-11", "100.00");
        world.until("2026-06-12T09:00:00Z");
        world.payment("p2", "2026-06-12", "0.01");
        world.until("2026-06-12T18:00:00Z");
        world.payment("p3", "2026-06-12", "1000.00");
        world.until("2026-06-13T05:59:00Z");
        List<String> beforeADayWasOver = world.told();
        world.until("2026-06-13T07:00:00Z");
        world.payment("p4", "2026-06-13", "50.00");
        world.until("2026-06-14T06:00:00Z");
        List<String> withinADayOfTheFirst = world.told();
        world.until("2026-06-14T08:00:00Z");

        // Then
        assertThat(beforeADayWasOver).isEmpty();
        assertThat(withinADayOfTheFirst).containsExactly("AMEND 399.99 x1");
        assertThat(world.told()).containsExactly("AMEND 399.99 x1", "AMEND 349.99 x1");
        assertThat(world.linesAtInsurer()).containsExactly("A 0.00", "B 349.99");
        assertThat(world.lines()).containsExactly("A 0.00", "B 349.99");
        assertThat(world.atInsurer().get("amount").asDouble()).isEqualTo(349.99);
        assertThat(world.world.books.claims().find(world.claim()).orElseThrow().amount())
                .isEqualTo("349.99");
        assertThat(world.events()).filteredOn("amended"::equals).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_difference_that_goes_away_again_is_never_told(Databases database) {
        // Given
        ChangedWorld world = new ChangedWorld(database, NO_SECTION);
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.until("2026-06-12T06:00:00Z");

        // When
        world.payment("p1", "2026-06-11", "100.00");
        world.until("2026-06-12T09:00:00Z");
        world.bounced("p1", "2026-06-12", "-100.00");
        world.until("2026-06-20T09:00:00Z");

        // Then
        assertThat(world.changes()).containsExactly("AMEND DROPPED 900.00");
        assertThat(world.told()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_becomes_overdue_after_the_declaration_joins_the_claim_in_one_submission(Databases database) {
        // Given: B was there when the claim was declared and came late, C was delivered after it
        ChangedWorld world = new ChangedWorld(database, NO_SECTION);
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.until("2026-06-12T06:00:00Z");
        world.invoice("C", "2026-06-11", "2026-06-25", "300.00");
        world.until("2026-06-15T06:00:00Z");
        List<String> whileNotDue = world.changes();

        // When
        world.invoice("B", "2026-05-20", "2026-07-20", "700.00");
        world.until("2026-06-17T06:00:00Z");
        List<String> withLateOne = world.told();
        world.until("2026-07-30T06:00:00Z");

        // Then
        assertThat(whileNotDue).isEmpty();
        assertThat(withLateOne).containsExactly("SUPPLEMENT 1700.00 x1");
        assertThat(world.told()).containsExactly("SUPPLEMENT 1700.00 x1", "SUPPLEMENT 2000.00 x1");
        assertThat(world.linesAtInsurer()).containsExactly("A 1000.00", "B 700.00", "C 300.00");
        assertThat(world.lines()).containsExactlyInAnyOrder("A 1000.00", "B 700.00", "C 300.00");
        assertThat(world.claims()).as("no second claim").hasSize(1);
        assertThat(world.events()).filteredOn("supplemented"::equals).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void money_that_comes_after_the_loss_is_shared_and_amends_nothing(Databases database) {
        // Given
        ChangedWorld world = new ChangedWorld(database, NO_SECTION);
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.until("2026-06-12T06:00:00Z");
        world.lossOn("2026-07-01");

        // When
        world.payment("before", "2026-06-30", "200.00");
        world.payment("after", "2026-07-01", "800.00");
        world.until("2026-07-10T06:00:00Z");
        world.creditNote("N", "2026-07-05", "50.00", "A");
        world.until("2026-07-20T06:00:00Z");

        // Then: 200 reduced the loss, 800 are a recovery, 50 never were a debt
        assertThat(world.told()).containsExactly("AMEND 800.00 x1", "AMEND 750.00 x1");
        assertThat(world.state()).isEqualTo("DECLARED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void once_the_insurer_has_paid_the_declared_amount_is_final(Databases database) {
        // Given
        ChangedWorld world = new ChangedWorld(database, NO_SECTION);
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.until("2026-06-12T06:00:00Z");
        world.payment("p", "2026-06-11", "100.00");
        world.until("2026-06-12T07:00:00Z");

        // When: planned, and overtaken by the indemnity
        decided(world, ClaimState.INDEMNIFIED);
        world.until("2026-06-20T06:00:00Z");

        // Then
        assertThat(world.changes()).containsExactly("AMEND DROPPED 900.00");
        assertThat(world.told()).isEmpty();
        assertThat(world.world.books.claims().find(world.claim()).orElseThrow().amount())
                .isEqualTo("1000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "H2, tolerance: 5, 4.99, 0",
        "H2, tolerance: 5, 5.01, 1",
        "H2, tell: never, 900.00, 0",
        "H2, every: P10D, 900.00, 0",
        "H2, 'every: P10D, before: documents', 900.00, 1"
    })
    void the_policy_says_what_is_told_and_how_soon(Databases database, String section, String paid, int told) {
        // Given
        ChangedWorld world = new ChangedWorld(database, "changes: {" + section + "}");
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.until("2026-07-08T06:00:00Z");

        // When: the documents are due by 10 July, a Friday
        world.payment("p", "2026-07-07", paid);
        world.until("2026-07-11T06:00:00Z");

        // Then
        assertThat(world.told()).hasSize(told);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_payment_that_bounces_after_the_withdrawal_is_another_loss_and_declared_anew(Databases database) {
        // Given
        ChangedWorld world = new ChangedWorld(database, NO_SECTION);
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.until("2026-06-15T10:00:00Z");
        ClaimKey first = world.claim();
        world.payment("p", "2026-06-15", "1000.00");
        world.until("2026-06-16T10:00:00Z");
        String withdrawn = world.state();

        // When
        world.bounced("p", "2026-06-18", "-1000.00");
        world.until("2026-06-19T10:00:00Z");

        // Then
        assertThat(withdrawn).isEqualTo("WITHDRAWN");
        assertThat(world.claims()).hasSize(2).startsWith(first);
        assertThat(world.world.state(world.claims().get(1))).isEqualTo("DECLARED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_payment_that_bounces_while_the_withdrawal_is_under_way_is_declared_anew_as_well(Databases database) {
        // Given
        ChangedWorld world = new ChangedWorld(database, NO_SECTION);
        world.invoice("A", "2026-04-01", "2026-04-30", "1000.00");
        world.until("2026-06-15T10:00:00Z");
        world.behave("WithdrawClaim", "http-503", 3);
        world.payment("p", "2026-06-15", "1000.00");
        world.run();
        List<String> underWay = world.changes();

        // When
        world.bounced("p", "2026-06-15", "-1000.00");
        world.until("2026-06-16T10:00:00Z");

        // Then
        assertThat(underWay).containsExactly("WITHDRAW UNDER_WAY 0.00");
        assertThat(world.told()).containsExactly("WITHDRAW 0.00 x1");
        assertThat(world.claims()).hasSize(2);
        assertThat(world.world.state(world.claims().get(1))).isEqualTo("DECLARED");
    }

    private static void decided(ChangedWorld world, ClaimState state) {
        world.world.stores.transactions.executeWithoutResult(status -> {
            var claim = world.world.books.claims().lock(world.claim()).orElseThrow();
            world.world.books.claims().update(claim.settled(state));
        });
    }
}
