package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.claim.Anomaly;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ReleaseRule;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.request.Request;
import io.claimgate.support.Databases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stops claims that the machine would let go by itself, and how they go on. */
class GuardsTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_day_like_no_other_is_stopped_as_a_whole_and_released_by_two_persons(Databases database) {
        // Given
        World world = new World(database);
        List<ClaimKey> many = drafted(world, guarded(ReleaseRule.OnSafeDate.ESCALATE), 7);
        world.run();
        String alert = world.caseAlert();
        List<String> stopped = many.stream().map(world::state).distinct().toList();

        // When
        Request asked = world.guards.stopped.ask(theCase(world), "olga", "the new subsidiary is on this contract");
        assertThatThrownBy(() -> world.guards.second.confirm(asked.id(), "olga"))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("somebody else must confirm it");
        world.run();
        List<String> asItWas = many.stream().map(world::state).distinct().toList();
        world.guards.second.confirm(asked.id(), "anna");
        world.run();

        // Then
        assertThat(stopped).containsExactly("AWAITING_APPROVAL");
        assertThat(alert)
                .startsWith("CLM-030 WARNING")
                .contains(
                        "7 claims of 7000.00 EUR became due under contract ACME for ACME-FR",
                        "had 0 claims",
                        "7 claims of 7000.00 EUR wait, the first safe date is 2026-07-28, the first closes on 2026-07-31",
                        "release the claims together or one by one");
        assertThat(asItWas).containsExactly("AWAITING_APPROVAL");
        assertThat(many).allSatisfy(key -> {
            assertThat(world.state(key)).isEqualTo("DECLARED");
            assertThat(world.books.claims().find(key).orElseThrow().release().by())
                    .isEqualTo("anna");
            assertThat(world.events(key))
                    .containsExactly("drafted", "awaiting-approval", "approved", "declaring", "declared");
        });
        assertThat(world.caseAlert()).isEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void days_are_measured_by_the_highest_of_the_last_ninety_business_days(Databases database) {
        // Given
        World world = new World(database);
        ReleaseRule rule = guarded(ReleaseRule.OnSafeDate.ESCALATE);
        drafted(world, rule, 5);
        settle(world);
        world.pass(Duration.ofDays(1));

        // When
        List<ClaimKey> ordinary = drafted(world, rule, 15);
        settle(world);
        world.pass(Duration.ofDays(1));
        List<ClaimKey> unusual = drafted(world, rule, 46);
        settle(world);

        // Then: at most 5 a day before, then 15
        assertThat(ordinary.stream().map(world::state).distinct())
                .as(world.caseAlert())
                .containsExactly("DECLARED");
        assertThat(unusual.stream().map(world::state).distinct()).containsExactly("AWAITING_APPROVAL");
        assertThat(world.caseAlert()).contains("had 15 claims and 15000.00 EUR");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_was_approved_one_by_one_empties_the_case(Databases database) {
        // Given
        World world = new World(database);
        List<ClaimKey> many = drafted(world, guarded(ReleaseRule.OnSafeDate.ESCALATE), 6);
        world.run();

        // When
        many.subList(0, 4).forEach(key -> world.acts.approve(key, "anna"));
        world.run();
        String four = world.caseAlert();
        world.acts.withdraw(many.get(4), "anna", "paid in cash");
        world.acts.approve(many.get(5), "anna");
        world.run();

        // Then
        assertThat(four).contains("2 claims of 2000.00 EUR wait");
        assertThat(world.caseAlert()).isEqualTo("none");
        assertThat(endedBy(world)).isEqualTo("machine");
        assertThat(many.stream().map(world::state))
                .containsExactly("DECLARED", "DECLARED", "DECLARED", "DECLARED", "WITHDRAWN", "DECLARED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void on_the_safe_date_a_person_is_alerted_and_where_the_policy_says_so_the_claims_go(Databases database) {
        for (ReleaseRule.OnSafeDate onSafeDate : ReleaseRule.OnSafeDate.values()) {
            // Given
            World world = new World(database);
            List<ClaimKey> many = drafted(world, guarded(onSafeDate), 6);
            world.run();

            // When
            while (world.stores.clock.now().isBefore(Instant.parse("2026-07-28T00:00:00Z"))) {
                world.pass(Duration.ofHours(12));
                world.run();
            }

            // Then
            boolean declares = onSafeDate == ReleaseRule.OnSafeDate.DECLARE;
            assertThat(many.stream().map(world::state).distinct())
                    .containsExactly(declares ? "DECLARED" : "AWAITING_APPROVAL");
            if (!declares) {
                assertThat(world.caseAlert()).startsWith("CLM-030 CRITICAL").contains("6 are past their safe date");
                world.at("2026-07-31T22:00:00Z");
                world.run();
                assertThat(many.stream().map(world::state).distinct()).containsExactly("FORECLOSED");
                assertThat(many).allSatisfy(key -> assertThat(world.alerts(key)).contains("CLM-003"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void while_many_exposures_are_not_looked_at_yet_nothing_goes(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey first = world.drafted(guarded(ReleaseRule.OnSafeDate.ESCALATE), "1000.00");
        List<String> exposures = Stream.iterate(900_001, n -> n + 1)
                .limit(300)
                .map(String::valueOf)
                .toList();
        world.stores.transactions.executeWithoutResult(status ->
                world.tasks().armAll("exposure", exposures, "ACME-FR", world.stores.clock.now(), Tasks.NEVER));

        // When
        world.run();
        String meanwhile = world.state(first) + " " + world.submission(first);
        world.stores.sql.sql("delete from task where kind = 'exposure'").update();
        world.pass(Duration.ofMinutes(1));
        world.run();

        // Then
        assertThat(meanwhile).isEqualTo("DRAFT none");
        assertThat(world.state(first)).isEqualTo("DECLARED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_first_load_waits_until_it_is_released_and_what_comes_later_goes(Databases database) {
        // Given
        World world = new World(database);
        ReleaseRule rule =
                new ReleaseRule(ReleaseRule.Mode.AUTOMATIC, ReleaseRule.OnSafeDate.ESCALATE, null, null, true);
        List<ClaimKey> load = drafted(world, rule, 3);
        world.run();
        String alert = world.caseAlert();
        world.acts.approve(load.get(0), "anna");
        world.acts.approve(load.get(1), "anna");
        world.acts.approve(load.get(2), "anna");
        world.run();
        ClaimKey stillFirst = world.drafted(rule, "1000.00");
        world.run();
        String another = world.state(stillFirst);

        // When
        Request asked = world.guards.stopped.ask(theCase(world), "olga", "looked through");
        world.guards.second.confirm(asked.id(), "anna");
        ClaimKey later = world.drafted(rule, "1000.00");
        world.run();

        // Then
        assertThat(alert)
                .startsWith("CLM-031 WARNING")
                .contains("what source acme brought of ACME-FR is declared under policy ACME-2026, version 1");
        assertThat(another).as("single claims do not release the load").isEqualTo("AWAITING_APPROVAL");
        assertThat(world.state(stillFirst)).isEqualTo("DECLARED");
        assertThat(world.state(later)).isEqualTo("DECLARED");
        assertThat(world.caseAlert()).isEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_of_a_first_load_is_past_its_safe_date_is_alerted_at_once(Databases database) {
        // Given
        World world = new World(database);
        world.at("2026-07-29T08:00:00Z");

        // When
        drafted(
                world,
                new ReleaseRule(ReleaseRule.Mode.AUTOMATIC, ReleaseRule.OnSafeDate.ESCALATE, null, null, true),
                2);
        world.run();

        // Then
        assertThat(world.caseAlert())
                .startsWith("CLM-031 CRITICAL")
                .contains("2 are past their safe date", "the first closes on 2026-07-31");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_clock_that_jumps_stops_the_machine_until_two_persons_say_that_it_is_right(Databases database) {
        // Given
        World world = new World(database);
        tick(world);
        world.pass(Duration.ofDays(3));
        ClaimKey afterThreeDaysDown = world.drafted(ReleaseRules.AUTOMATIC_ESCALATE, "1000.00");
        world.run();
        tick(world);

        // When
        world.pass(Duration.ofDays(30));
        ClaimKey afterTheJump = world.drafted(ReleaseRules.AUTOMATIC_ESCALATE, "1000.00");
        world.run();
        String alert = world.caseAlert();
        String jumped = world.state(afterTheJump);
        Request asked = world.guards.stopped.ask(theCase(world), "olga", "the data centre was dark for a month");
        world.guards.second.confirm(asked.id(), "anna");
        world.run();

        // Then
        assertThat(world.state(afterThreeDaysDown)).isEqualTo("DECLARED");
        assertThat(jumped).isEqualTo("AWAITING_APPROVAL");
        assertThat(alert)
                .startsWith("CLM-032 WARNING")
                .contains("from 2026-06-04T08:00:00Z to 2026-07-04T08:00:00Z", "1 claim of 1000.00 EUR waits");
        assertThat(world.state(afterTheJump)).isEqualTo("DECLARED");
        assertThat(world.caseAlert()).isEqualTo("none");
    }

    /** As time passes: every claim that is declared has its exposure looked at once more. */
    private static void settle(World world) {
        world.run();
        while (world.stores.sql.sql("delete from task where kind = 'exposure'").update() > 0) {
            world.pass(Duration.ofMinutes(1));
            world.run();
        }
    }

    private static void tick(World world) {
        world.stores.transactions.executeWithoutResult(status -> world.guards.clock.tick());
    }

    private static List<ClaimKey> drafted(World world, ReleaseRule rule, int count) {
        return Stream.generate(() -> world.drafted(rule, "1000.00"))
                .limit(count)
                .toList();
    }

    /** Up to five claims a day are never out of the ordinary. */
    private static ReleaseRule guarded(ReleaseRule.OnSafeDate onSafeDate) {
        return new ReleaseRule(
                ReleaseRule.Mode.AUTOMATIC, onSafeDate, null, new Anomaly(BigDecimal.valueOf(3), 5), false);
    }

    private static long theCase(World world) {
        return world.stores
                .sql
                .sql("select max(id) from guard_case")
                .query(Long.class)
                .single();
    }

    private static String endedBy(World world) {
        return world.stores
                .sql
                .sql("select ended_by from guard_case")
                .query(String.class)
                .single();
    }

    private static final class ReleaseRules {
        static final ReleaseRule AUTOMATIC_ESCALATE =
                new ReleaseRule(ReleaseRule.Mode.AUTOMATIC, ReleaseRule.OnSafeDate.ESCALATE, null);
    }
}
