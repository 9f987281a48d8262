package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.flow.request.Request;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * F14: day and month swapped, an ERP replaced, a snapshot truncated, the clock moved. Hundreds of claims would suddenly be due; the guards
 * stop them, nothing is sent, and the alerts say what to do.
 */
class SuddenClaimsTest {

    private static final Logger LOG = LoggerFactory.getLogger(SuddenClaimsTest.class);
    private static final int MANY = 300;
    /** Due on 2 November, long after today, 1 June. */
    private static final String DUE = "2026-11-02";
    /** The same with day and month swapped: day 90 has passed, the window closes on 11 June. */
    private static final String SWAPPED = "2026-02-11";

    @TempDir
    Path folder;

    private SuddenWorld world;

    @BeforeEach
    void soundAsItStands() {
        assertThat(SuddenWorld.POLICY).doesNotContain("anomaly", "firstLoad");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void due_dates_that_move_forward_in_a_known_file_hold_it(Databases database) {
        // Given
        world = new SuddenWorld(database, folder, SuddenWorld.POLICY);
        world.bring("acme", "invoices-1.csv", rows(MANY, n -> row("F-" + n, "2026-01-05", DUE, "C-" + n)));
        world.run();

        // When
        JsonNode answer =
                world.bring("acme", "invoices-2.csv", rows(MANY, n -> row("F-" + n, "2026-01-05", SWAPPED, "C-" + n)));
        world.run();

        // Then
        assertThat(answer.get("status").asText()).isEqualTo("HELD");
        assertThat(world.alerts("ERP-008"))
                .singleElement()
                .asString()
                .contains("300 of 300 known receivables would be due earlier", "day and month are swapped");
        nothingHappened();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_in_which_both_dates_are_swapped_is_held_even_if_it_is_the_first(Databases database) {
        // Given
        world = new SuddenWorld(database, folder, SuddenWorld.POLICY);

        // When: issued 3 December, due 2 January of the next year
        JsonNode answer = world.bring(
                "acme", "invoices-1.csv", rows(MANY, n -> row("F-" + n, "2025-03-12", "2025-02-01", "C-" + n)));
        world.run();

        // Then
        assertThat(answer.get("status").asText()).isEqualTo("HELD");
        assertThat(world.alerts("ERP-008")).singleElement().asString().contains("300 of 300 rows are due before");
        nothingHappened();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void new_invoices_with_swapped_due_dates_are_stopped_as_a_day_like_no_other(Databases database) {
        // Given
        world = new SuddenWorld(database, folder, SuddenWorld.POLICY);

        // When
        world.bring("acme", "invoices-1.csv", rows(MANY, n -> row("F-" + n, "2026-01-05", SWAPPED, "C-" + n)));
        world.run();

        // Then
        allStopped(MANY);
        assertThat(world.alerts("CLM-030"))
                .singleElement()
                .asString()
                .startsWith("WARNING")
                .contains(
                        "300 claims of 300000.00 EUR wait",
                        "the first safe date is 2026-06-11",
                        "Look whether a file moved due dates");
    }

    /** Two hundred and forty in the gate; {@code -Dclaims=10000} takes them all. */
    @Test
    void a_flood_of_claims_is_stopped_as_one_case() {
        // Given
        int flood = Integer.getInteger("claims", 240);
        world = new SuddenWorld(Databases.H2, folder, SuddenWorld.POLICY);
        world.bring("acme", "invoices-1.csv", rows(flood, n -> row("F-" + n, "2026-01-05", SWAPPED, "C-" + n)));

        // When
        long from = System.nanoTime();
        world.run();
        LOG.info("{} exposures drafted and stopped in {} ms", flood, (System.nanoTime() - from) / 1_000_000);

        // Then
        allStopped(flood);
        assertThat(world.alerts("CLM-030"))
                .singleElement()
                .asString()
                .contains(flood + " claims of " + flood * 1000L + ".00 EUR wait");
        assertThat(world.alerts("CLM-006")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void another_erp_under_the_old_name_is_held(Databases database) {
        // Given
        world = new SuddenWorld(database, folder, SuddenWorld.POLICY);
        world.bring("acme", "invoices-1.csv", rows(MANY, n -> row("F-" + n, "2026-01-05", DUE, "C-" + n)));
        world.run();

        // When
        JsonNode customers = world.bring(
                "acme", "invoices-2.csv", rows(MANY, n -> row("G-" + n, "2026-01-05", SWAPPED, "NEW-" + n)));
        JsonNode numbers =
                world.bring("acme", "invoices-3.csv", rows(MANY, n -> row("H-" + n, "2026-01-05", DUE, "C-" + n)));
        world.run();

        // Then
        assertThat(customers.get("status").asText()).isEqualTo("HELD");
        assertThat(numbers.get("status").asText()).isEqualTo("HELD");
        assertThat(world.alerts("ERP-008"))
                .anySatisfy(alert -> assertThat(alert)
                        .contains("300 of 300 customer numbers were never named by this source", "a source of its own"))
                .anySatisfy(alert ->
                        assertThat(alert).contains("300 of 300 rows are open already under another invoice number"));
        nothingHappened();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void another_erp_under_a_name_of_its_own_is_a_first_load_again(Databases database) {
        // Given
        world = new SuddenWorld(database, folder, SuddenWorld.POLICY + "anomaly: off\nfirstLoad: release\n");
        world.bring("acme", "invoices-1.csv", rows(2, n -> row("F-" + n, "2026-01-05", SWAPPED, "C-" + n)));
        world.run();
        release("olga", "anna");
        world.run();
        long sentOfTheOld = world.sent();

        // When
        world.bring("acme-new", "invoices-1.csv", rows(MANY, n -> row("G-" + n, "2026-01-05", SWAPPED, "NEW-" + n)));
        world.run();

        // Then
        assertThat(sentOfTheOld).isEqualTo(2);
        assertThat(world.sent()).isEqualTo(2);
        assertThat(world.count("select count(*) from claim where state = 'AWAITING_APPROVAL'"))
                .isEqualTo(MANY);
        assertThat(world.alerts("CLM-031"))
                .singleElement()
                .asString()
                .contains("what source acme-new brought of ACME-FR", "300 claims of 300000.00 EUR wait");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_truncated_snapshot_is_held(Databases database) {
        // Given
        world = new SuddenWorld(database, folder, SuddenWorld.POLICY);
        snapshot("all-1.csv", rows(MANY, n -> row("F-" + n, "2026-01-05", DUE, "C-" + n)), MANY);

        // When
        JsonNode answer = snapshot("all-2.csv", rows(10, n -> row("F-" + n, "2026-01-05", DUE, "C-" + n)), 10);
        world.run();

        // Then
        assertThat(answer.get("status").asText()).isEqualTo("HELD");
        assertThat(world.alerts("ERP-008")).singleElement().asString().contains("would clear 290 of 300");
        nothingHappened();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_clock_that_is_set_wrong_sends_nothing(Databases database) {
        // Given
        world = new SuddenWorld(database, folder, SuddenWorld.POLICY + "anomaly: off\n");
        world.bring("acme", "invoices-1.csv", rows(MANY, n -> row("F-" + n, "2026-01-05", "2026-08-31", "C-" + n)));
        world.run();
        world.tick();

        // When
        world.at("2026-12-15T08:00:00Z");
        world.run();

        // Then
        allStopped(MANY);
        assertThat(world.alerts("CLM-032"))
                .singleElement()
                .asString()
                .contains(
                        "business time went from 2026-06-01T08:00:00Z to 2026-12-15T08:00:00Z",
                        "300 claims of 300000.00 EUR wait",
                        "Set the machine's clock right");
    }

    private void nothingHappened() {
        assertThat(world.sent()).isZero();
        assertThat(world.count("select count(*) from claim")).isZero();
    }

    private void allStopped(int claims) {
        assertThat(world.sent()).isZero();
        assertThat(world.count("select count(*) from submission")).isZero();
        assertThat(world.count("select count(*) from claim where state = 'AWAITING_APPROVAL'"))
                .isEqualTo(claims);
    }

    private void release(String asks, String confirms) {
        long id = world.count("select max(id) from guard_case");
        Request asked = world.guards.stopped.ask(id, asks, "looked through");
        world.guards.second.confirm(asked.id(), confirms);
    }

    private JsonNode snapshot(String name, String content, int rows) {
        world.kit.write("acme", name + ".ready", "{\"rows\":" + rows + "}");
        JsonNode answer = world.bring("acme", name, content);
        world.run();
        return answer;
    }

    private static String rows(int count, IntFunction<String> row) {
        return Acme.HEADER + IntStream.range(0, count).mapToObj(row).collect(Collectors.joining());
    }

    private static String row(String number, String issued, String due, String buyer) {
        // Names of its own: the simulated insurer is shared, and remembers every claim of every test.
        return String.join(
                        ",", List.of("SUDDEN-" + number, issued, due, "EUR", "1000.00", buyer, "Buyer " + buyer, "FR"))
                + "\n";
    }
}
