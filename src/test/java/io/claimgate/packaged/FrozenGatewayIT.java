package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.GatewayProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F7: one of two gateways stands still while it sends (SIGSTOP), the other takes over, and the first goes on as if nothing had happened. With
 * a short lease in every build, in all ways and for five minutes behind {@code -Pfaults}.
 */
class FrozenGatewayIT {

    private static final Duration ANSWERS_AFTER = Duration.ofMillis(600);

    private static final Map<String, String> SETTINGS =
            Map.of("claimgate.tasks.workers", "3", "claimgate.tasks.lease", "2s");

    @TempDir
    Path folder;

    @Test
    @Tag("faults")
    void frozen_while_it_waits_for_answers_it_changes_nothing_later_and_the_insurer_has_all_once() {
        try (Gateways all = new Gateways(folder, "lab", true, Gateways.Pace.SHORT)) {
            // Given
            Pair pair = start(all);
            freezeWhileTheInsurerAnswers(all, pair);

            // When
            Duration waited = untilTheOtherTakesOver(all, pair);
            all.awaitAllDeclared(Duration.ofSeconds(120));
            String before = books(all);
            pair.frozen().thaw();

            // Then
            itLearnsThatItsLeaseIsLost(pair);
            assertThat(waited).isGreaterThan(Gateways.CALL_AND_SETTLE);
            assertThat(books(all)).isEqualTo(before);
            all.nothingIsLostOrDoubled();
        }
    }

    @Test
    @Tag("faults")
    void frozen_between_intent_and_first_byte_it_sends_nothing_later() throws SQLException {
        try (Gateways all = new Gateways(folder, "lab", true, Gateways.Pace.SHORT)) {
            // Given
            Pair pair = start(all);
            freezeBeforeTheFirstByte(all, pair);

            // When
            untilTheOtherTakesOver(all, pair);
            all.awaitAllDeclared(Duration.ofSeconds(120));
            pair.frozen().thaw();

            // Then
            itLearnsThatItsLeaseIsLost(pair);
            all.nothingIsLostOrDoubled();
        }
    }

    @Test
    void at_an_insurer_that_takes_twice_and_cannot_be_asked_a_person_gets_each_doubt_once_and_nothing_is_doubled()
            throws SQLException {
        try (Gateways all = new Gateways(folder, "lab-blind", false, Gateways.Pace.SHORT)) {
            // Given
            Pair pair = start(all);
            List<String> frozen = freezeBeforeTheFirstByte(all, pair);

            // When
            untilTheOtherTakesOver(all, pair);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> all.claims("DECLARED") + doubts(all).size() == all.buyers());
            pair.frozen().thaw();

            // Then
            itLearnsThatItsLeaseIsLost(pair);
            assertThat(all.accepted()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(frozen);
            assertThat(doubts(all)).containsAll(frozen).doesNotHaveDuplicates();
            assertThat(openAlerts(all)).isEqualTo(doubts(all).size());
        }
    }

    /** The figure of the quality book. */
    @Test
    @Tag("faults")
    void frozen_for_five_minutes_nothing_is_doubled() throws SQLException, InterruptedException {
        try (Gateways all = new Gateways(folder, "lab", true, Gateways.Pace.SHORT)) {
            // Given
            Pair pair = start(all);
            freezeBeforeTheFirstByte(all, pair);

            // When
            Thread.sleep(Duration.ofMinutes(Long.getLong("frozen.minutes", 5)).toMillis());
            pair.frozen().thaw();

            // Then
            itLearnsThatItsLeaseIsLost(pair);
            all.awaitAllDeclared(Duration.ofSeconds(120));
            all.nothingIsLostOrDoubled();
        }
    }

    private record Pair(GatewayProcess frozen, GatewayProcess other) {}

    private static Pair start(Gateways all) {
        all.insurerAnswersAfter(ANSWERS_AFTER);
        GatewayProcess one = all.launch("one", SETTINGS);
        GatewayProcess two = all.launch("two", SETTINGS);
        one.awaitReady();
        two.awaitReady();
        all.drop(40);
        return new Pair(one, two);
    }

    /** The insurer has it, and its answer is still to come. */
    private static void freezeWhileTheInsurerAnswers(Gateways all, Pair pair) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !all.callsOf(pair.frozen()).isEmpty()
                        && all.accepted().containsAll(all.callsOf(pair.frozen())));
        pair.frozen().freeze();
        assertThat(all.callsOf(pair.frozen())).isNotEmpty();
    }

    /**
     * The last look before the first byte reads where outgoing is paused: who holds that table holds the calls exactly there. It is let go for
     * a moment again and again, until a call of the first gateway stands between its intent and its first byte.
     *
     * @return the claims that stand there
     */
    private static List<String> freezeBeforeTheFirstByte(Gateways all, Pair pair) throws SQLException {
        try (Connection connection = all.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<String> calls = new ArrayList<>();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        connection.commit();
                        statement.execute("lock table outgoing_pause in access exclusive mode");
                        // Long enough for whoever has passed to be at the insurer.
                        Thread.sleep(300);
                        calls.clear();
                        calls.addAll(all.callsOf(pair.frozen()));
                        calls.removeAll(all.accepted());
                        return !calls.isEmpty();
                    });
            pair.frozen().freeze();
            connection.commit();
            return calls;
        }
    }

    /** @return how long after the freezing */
    private static Duration untilTheOtherTakesOver(Gateways all, Pair pair) {
        long since = System.nanoTime();
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> all.callsOf(pair.frozen()).isEmpty());
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static void itLearnsThatItsLeaseIsLost(Pair pair) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> pair.frozen().output().contains("lease lost"));
    }

    /** Claims of which a person is asked whether the insurer has them. */
    private static List<String> doubts(Gateways all) {
        return all.sql
                .sql("select ref from task where kind = 'claim' and state = 'PARKED'")
                .query(String.class)
                .list();
    }

    private static int openAlerts(Gateways all) {
        return all.sql
                .sql("select count(*) from alert where code = 'CLM-012' and cleared_at is null")
                .query(Integer.class)
                .single();
    }

    /** What the database says of declarations; documents still follow. */
    private static String books(Gateways all) {
        return all.sql
                .sql(
                        "select string_agg(concat(claim_key, ' ', state, ' ', calls, ' ', finished_at), ',' order by id) from submission"
                                + " where operation = 'DECLARE'")
                .query(String.class)
                .single();
    }
}
