package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.request.Request;
import io.claimgate.problem.ProblemCode;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one person asks for and another one confirms, refuses or forgets. */
class SecondPersonTest {

    private static final Instant FILED = Instant.parse("2026-06-01T07:30:00Z");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_filing_by_hand_is_confirmed_as_a_request_by_somebody_else(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        world.acts.declaredManually(key, new ClaimActs.Filing("PORTAL-77", FILED, new byte[] {1}), "olga");
        long request = waiting(world);
        List<String> alerted = alerts(world, request);

        // When
        refused(ProblemCode.SEC_003, () -> world.guards.second.confirm(request, "olga"));
        world.guards.second.confirm(request, "anna");
        world.run();

        // Then
        assertThat(alerted).containsExactly("CLM-033");
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.accepts(key)).isZero();
        assertThat(alerts(world, request)).isEmpty();
        assertThat(events(world, request)).containsExactly("olga asked", "anna confirmed");
        refused(ProblemCode.OPS_006, () -> world.guards.second.confirm(request, "anna"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_filing_by_hand_that_is_refused_or_expires_leaves_the_claim_to_the_machine(Databases database) {
        // Given
        World world = new World(database);
        ClaimActs.Filing filing = new ClaimActs.Filing("PORTAL-77", FILED, new byte[] {1});
        ClaimKey one = world.drafted(Claims.AUTOMATIC);
        ClaimKey two = world.drafted(Claims.AUTOMATIC);
        world.acts.declaredManually(one, filing, "olga");
        long first = waiting(world);
        world.acts.declaredManually(two, filing, "olga");
        world.run();
        List<Integer> meanwhile = List.of(world.accepts(one), world.accepts(two));

        // When
        world.guards.second.refuse(first, "anna", "the portal does not know it");
        world.run();
        String refusedOne = world.state(one);
        String waitingTwo = world.state(two);
        world.pass(Duration.ofDays(3));
        world.run();

        // Then
        assertThat(meanwhile).containsExactly(0, 0);
        assertThat(refusedOne).isEqualTo("DECLARED");
        assertThat(waitingTwo).isEqualTo("DRAFT");
        assertThat(world.state(two)).isEqualTo("DECLARED");
        assertThat(List.of(world.accepts(one), world.accepts(two))).containsExactly(1, 1);
        assertThat(states(world)).containsExactly("REFUSED", "EXPIRED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void ending_the_hold_or_the_claim_makes_the_request_pointless(Databases database) {
        // Given
        World world = new World(database);
        ClaimActs.Filing filing = new ClaimActs.Filing("PORTAL-77", FILED, new byte[] {1});
        ClaimKey one = world.drafted(Claims.AUTOMATIC);
        ClaimKey two = world.drafted(Claims.AUTOMATIC);
        world.acts.declaredManually(one, filing, "olga");
        world.acts.declaredManually(two, filing, "olga");

        // When
        world.acts.release(one, "olga");
        world.acts.withdraw(two, "olga", "paid");

        // Then
        assertThat(states(world)).containsExactly("POINTLESS", "POINTLESS");
        assertThat(world.stores
                        .sql
                        .sql("select count(*) from alert where code = 'CLM-033' and cleared_at is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void after_a_lost_answer_two_persons_may_send_the_same_bytes_again(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        refused(ProblemCode.OPS_006, () -> world.guards.sendAgain.ask(key, "olga", "impatient"));
        world.behave("accept-then-timeout");
        world.insurer.behave("{\"operation\":\"GetClaim\",\"mode\":\"http-503\"}");
        world.run(world.take(10));
        String lost = world.state(key) + " " + world.submission(key);
        world.insurer.behave("{\"operation\":\"DeclareClaim\",\"mode\":\"normal\"}");
        String payload = payload(world, key);

        // When
        refused(ProblemCode.OPS_005, () -> world.guards.sendAgain.ask(key, "olga", " "));
        Request asked = world.guards.sendAgain.ask(key, "olga", "their desk cannot find it");
        refused(ProblemCode.OPS_006, () -> world.guards.sendAgain.ask(key, "anna", "me too"));
        world.guards.second.confirm(asked.id(), "anna");
        world.run();

        // Then
        assertThat(lost).isEqualTo("DECLARING OUTCOME_UNKNOWN 1");
        assertThat(world.state(key)).isEqualTo("DECLARED");
        assertThat(world.submission(key)).isEqualTo("ACKNOWLEDGED 2");
        assertThat(payload(world, key)).as("the stored bytes").isEqualTo(payload);
        assertThat(world.events(key)).contains("outcome-lost", "sent-again", "declared");
        assertThat(world.accepts(key))
                .as("the one recorded exception: it came twice")
                .isEqualTo(2);
        assertThat(world.alerts(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_frozen_due_date_is_corrected_by_two_persons_and_the_erps_old_word_does_not_come_back(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        long receivable = world.books.claims().find(key).orElseThrow().subject().governing();
        world.stores
                .sql
                .sql("update receivable set state = 'FORECLOSED' where id = ?")
                .param(receivable)
                .update();
        world.stores.sql.sql("delete from task").update();

        // When
        refused(
                ProblemCode.OPS_005,
                () -> world.guards.dueDates.askCorrection(receivable, LocalDate.of(2026, 2, 1), "olga", "typo"));
        Request asked =
                world.guards.dueDates.askCorrection(receivable, LocalDate.of(2026, 5, 31), "olga", "typo in the ERP");
        LocalDate untouched = due(world, receivable);
        world.guards.second.confirm(asked.id(), "anna");

        // Then
        assertThat(untouched).isEqualTo("2026-03-31");
        assertThat(due(world, receivable)).isEqualTo("2026-05-31");
        assertThat(world.stores
                        .sql
                        .sql("select state from receivable where id = ?")
                        .param(receivable)
                        .query(String.class)
                        .single())
                .isEqualTo("OVERDUE");
        assertThat(world.stores
                        .sql
                        .sql("select ref from task where kind = 'exposure'")
                        .query(String.class)
                        .list())
                .containsExactly(Long.toString(receivable));
        assertThat(world.stores
                        .sql
                        .sql("select type from event where stream = ?")
                        .param("receivable/" + receivable)
                        .query(String.class)
                        .list())
                .containsExactly("io.claimgate.receivable.due-date-corrected");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void only_a_foreclosed_receivable_has_a_way_back(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = world.drafted(Claims.AUTOMATIC);
        long receivable = world.books.claims().find(key).orElseThrow().subject().governing();

        // When
        refused(ProblemCode.OPS_006, () -> world.guards.dueDates.askReopening(receivable, "olga", "please"));
        world.stores
                .sql
                .sql("update receivable set state = 'FORECLOSED' where id = ?")
                .param(receivable)
                .update();
        Request asked = world.guards.dueDates.askReopening(receivable, "olga", "the insurer consented on 30 June");
        world.guards.second.confirm(asked.id(), "anna");

        // Then
        assertThat(world.stores
                        .sql
                        .sql("select state from receivable where id = ?")
                        .param(receivable)
                        .query(String.class)
                        .single())
                .isEqualTo("OVERDUE");
    }

    private static String payload(World world, ClaimKey key) {
        return world.stores
                .sql
                .sql("select payload_sha256 from submission where claim_key = ?")
                .param(key.value())
                .query(String.class)
                .single();
    }

    private static LocalDate due(World world, long receivable) {
        return world.stores
                .sql
                .sql("select original_due_date from receivable where id = ?")
                .param(receivable)
                .query(LocalDate.class)
                .single();
    }

    private static long waiting(World world) {
        return world.stores
                .sql
                .sql("select id from act_request where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    private static List<String> states(World world) {
        return world.stores
                .sql
                .sql("select state from act_request order by id")
                .query(String.class)
                .list();
    }

    private static List<String> alerts(World world, long request) {
        return world.stores
                .sql
                .sql("select code from alert where subject = ? and cleared_at is null")
                .param("request/" + request)
                .query(String.class)
                .list();
    }

    private static List<String> events(World world, long request) {
        return world.stores
                .sql
                .sql(
                        "select concat(actor, ' ', replace(type, 'io.claimgate.request.', '')) from event where stream = ? order by seq")
                .param("request/" + request)
                .query(String.class)
                .list();
    }

    private static void refused(ProblemCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ActRefused.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
