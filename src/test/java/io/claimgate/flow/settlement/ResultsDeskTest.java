package io.claimgate.flow.settlement;

import static io.claimgate.flow.settlement.Desk.accepted;
import static io.claimgate.flow.settlement.Desk.indemnity;
import static io.claimgate.flow.settlement.Desk.listed;
import static io.claimgate.flow.settlement.Desk.pushed;
import static io.claimgate.flow.settlement.Desk.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.settlement.Receival.Receipt;
import io.claimgate.flow.settlement.Receival.Refused;
import io.claimgate.flow.settlement.Told.Channel;
import io.claimgate.flow.settlement.Told.ClaimName;
import io.claimgate.problem.ProblemCode;
import io.claimgate.recovery.InsurerResult;
import io.claimgate.recovery.InsurerResult.DocumentsRequest;
import io.claimgate.support.Databases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each message counts once, over whichever way it comes. */
class ResultsDeskTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_message_is_kept_with_its_bytes_and_wakes_the_claims_results(Databases database) {
        // Given
        Desk world = new Desk(database);
        ClaimKey key = world.claims.declared("sandbox", "SB-1");

        // When
        Receival receival = world.desk.receive(pushed(key, indemnity("M-1", "90000.00")));

        // Then
        assertThat(receival).isEqualTo(new Receipt("M-1", world.stores.clock.now(), false));
        assertThat(world.results(key)).containsExactly("SETTLEMENT PUSH M-1 WAITING");
        assertThat(world.messages(key)).containsExactly("IN Notify: received");
        assertThat(world.tasks(key)).isEqualTo(1);
        var row = world.stores
                .sql
                .sql("select r.*, m.sha256 from claim_result r join message m on m.id = r.message_ref")
                .query()
                .singleRow();
        assertThat((BigDecimal) row.get("amount")).isEqualByComparingTo("90000");
        assertThat(row.get("settlement_kind")).isEqualTo("INDEMNITY");
        assertThat(row.get("value_date").toString()).isEqualTo("2026-07-15");
        assertThat(new String(world.ideas.vault().read(row.get("sha256").toString())))
                .isEqualTo("<M-1/>");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_same_message_again_gets_the_first_receipt_whatever_the_way(Databases database) {
        // Given
        Desk world = new Desk(database);
        ClaimKey key = world.claims.declared("sandbox", "SB-1");
        Instant first = world.stores.clock.now();
        world.desk.receive(pushed(key, indemnity("M-1", "90000.00")));
        world.stores.clock.advance(Duration.ofDays(3));

        // When
        List<Receival> again = List.of(
                world.desk.receive(pushed(key, indemnity("M-1", "90000"))),
                world.desk.receive(listed(key, indemnity("M-1", "90000.0"))),
                world.desk.receive(
                        told("sandbox", Channel.POLL, new ClaimName(null, "SB-1"), indemnity("M-1", "90000.00"))));

        // Then
        assertThat(again).containsOnly(new Receipt("M-1", first, true));
        assertThat(world.results(key)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void other_content_under_a_known_message_id_is_refused_and_told(Databases database) {
        // Given
        Desk world = new Desk(database);
        ClaimKey key = world.claims.declared("sandbox", "SB-1");
        world.desk.receive(pushed(key, indemnity("M-1", "90000.00")));

        // When
        Receival other = world.desk.receive(pushed(key, indemnity("M-1", "90000.01")));

        // Then
        assertThat(other)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.REC_002));
        assertThat(world.results(key)).hasSize(1);
        assertThat(world.alerts("claim/" + key)).containsExactly("REC-002");
        assertThat(world.messages(key)).containsExactly("IN Notify: received", "IN Notify: refused, REC-002");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void another_insurers_claim_is_as_unknown_as_none(Databases database) {
        // Given
        Desk world = new Desk(database);
        ClaimKey foreign = world.claims.declared("other", "OT-1");

        // When
        List<Receival> all = List.of(
                world.desk.receive(pushed(foreign, accepted("M-1"))),
                world.desk.receive(pushed(new ClaimKey("CG-NEVER"), accepted("M-2"))),
                world.desk.receive(told("sandbox", Channel.PUSH, new ClaimName(null, "OT-1"), accepted("M-3"))),
                world.desk.receive(told("sandbox", Channel.PUSH, new ClaimName(null, null), accepted("M-4"))));

        // Then
        assertThat(all).allSatisfy(one -> assertThat(((Refused) one).code()).isEqualTo(ProblemCode.REC_001));
        assertThat(((Refused) all.get(0)).message().replace(foreign.value(), "X"))
                .isEqualTo(((Refused) all.get(1)).message().replace("CG-NEVER", "X"));
        assertThat(world.results(foreign)).isEmpty();
        assertThat(world.alerts("insurer/sandbox")).containsExactly("REC-001");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_insurers_number_names_a_claim_too_and_two_names_must_be_of_one(Databases database) {
        // Given
        Desk world = new Desk(database);
        ClaimKey one = world.claims.declared("sandbox", "SB-1");
        ClaimKey two = world.claims.declared("sandbox", "SB-2");

        // When
        Receival byNumber =
                world.desk.receive(told("sandbox", Channel.PUSH, new ClaimName(null, "SB-2"), accepted("M-1")));
        Receival crossed =
                world.desk.receive(told("sandbox", Channel.PUSH, new ClaimName(one.value(), "SB-2"), accepted("M-2")));
        Receival wrong =
                world.desk.receive(told("sandbox", Channel.PUSH, new ClaimName(one.value(), "SB-77"), accepted("M-3")));

        // Then
        assertThat(byNumber).isInstanceOf(Receipt.class);
        assertThat(world.results(two)).containsExactly("STATUS PUSH M-1 WAITING");
        assertThat(List.of(crossed, wrong))
                .allSatisfy(refused -> assertThat(((Refused) refused).code()).isEqualTo(ProblemCode.REC_003));
        assertThat(world.results(one)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_caller_speaks_for_the_house_under_its_other_name_too(Databases database) {
        // Given
        Desk world = new Desk(database);
        ClaimKey key = world.claims.declared("sandbox-dossier", "SB-1");

        // When
        List<Receival> receivals = List.of(
                world.desk.receive(pushed(key, accepted("M-1"))),
                world.desk.receive(told("sandbox", Channel.PUSH, new ClaimName(null, "SB-1"), accepted("M-2"))));

        // Then
        assertThat(receivals).hasOnlyElementsOfType(Receipt.class);
        assertThat(world.results(key)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_result_that_comes_before_our_answer_is_kept_with_the_insurers_number(Databases database) {
        // Given
        Desk world = new Desk(database);
        ClaimKey key = world.claims.declaring("sandbox");

        // When
        Receival early =
                world.desk.receive(told("sandbox", Channel.PUSH, new ClaimName(key.value(), "SB-9"), accepted("M-1")));

        // Then
        assertThat(early).isInstanceOf(Receipt.class);
        assertThat(world.stores
                        .sql
                        .sql("select insurer_claim_number from claim_result")
                        .query(String.class)
                        .single())
                .isEqualTo("SB-9");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_draft_of_which_the_insurer_tells_something_is_never_removed(Databases database) {
        // Given
        Desk world = new Desk(database);
        ClaimKey key = world.claims.drafted("sandbox");
        ClaimKey silent = world.claims.drafted("sandbox");
        world.desk.receive(pushed(key, accepted("M-1")));

        // When
        world.stores.transactions.executeWithoutResult(status -> {
            world.declarations().takeBack(key, "machine", "paid");
            world.declarations().takeBack(silent, "machine", "paid");
        });

        // Then
        assertThat(world.stores
                        .sql
                        .sql("select concat(claim_key, ' ', state) from claim")
                        .query(String.class)
                        .list())
                .containsExactly(key + " WITHDRAWN");
        assertThat(world.results(key)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_amount_that_its_currency_cannot_hold_is_refused_unrounded(Databases database) {
        // Given
        Desk world = new Desk(database);
        ClaimKey key = world.claims.declared("sandbox", "SB-1");

        // When
        Receival receival = world.desk.receive(pushed(key, indemnity("M-1", "90000.001")));

        // Then
        assertThat(receival).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.REC_006);
            assertThat(refused.message()).contains("\"90000.001\"", "2 decimals of EUR");
        });
        assertThat(world.results(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_request_for_documents_is_kept_with_all_that_it_wants(Databases database) {
        // Given
        Desk world = new Desk(database);
        ClaimKey key = world.claims.declared("sandbox", "SB-1");
        InsurerResult request = new DocumentsRequest(
                "M-1",
                Instant.parse("2026-07-01T10:00:00Z"),
                List.of("CONTRACT", "TERMS"),
                "the terms of 2025",
                LocalDate.of(2026, 7, 20));

        // When
        world.desk.receive(pushed(key, request));

        // Then
        var row = world.stores.sql.sql("select * from claim_result").query().singleRow();
        assertThat(row.get("wanted")).isEqualTo("CONTRACT,TERMS");
        assertThat(row.get("reason")).isEqualTo("the terms of 2025");
        assertThat(row.get("reply_by").toString()).isEqualTo("2026-07-20");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void many_deliveries_of_one_message_at_once_are_one_result(Databases database) throws Exception {
        // Given
        Desk world = new Desk(database);
        ClaimKey key = world.claims.declared("sandbox", "SB-1");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Receival>> calls = IntStream.range(0, 24)
                .<Callable<Receival>>mapToObj(i -> () ->
                        world.desk.receive(i % 2 == 0 ? pushed(key, accepted("M-1")) : listed(key, accepted("M-1"))))
                .toList();

        // When
        List<Future<Receival>> receivals = threads.invokeAll(calls);

        // Then
        threads.shutdown();
        assertThat(receivals).extracting(Future::get).hasOnlyElementsOfType(Receipt.class);
        assertThat(receivals)
                .extracting(Future::get)
                .filteredOn(receival -> !((Receipt) receival).duplicate())
                .hasSize(1);
        assertThat(world.results(key)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void one_message_id_for_two_claims_at_once_is_taken_for_one_of_them(Databases database) throws Exception {
        // Given
        Desk world = new Desk(database);
        ClaimKey one = world.claims.declared("sandbox", "SB-1");
        ClaimKey two = world.claims.declared("sandbox", "SB-2");
        ExecutorService threads = Executors.newFixedThreadPool(2);

        // When
        List<Future<Receival>> receivals = threads.invokeAll(List.of(
                () -> world.desk.receive(pushed(one, accepted("M-1"))),
                () -> world.desk.receive(pushed(two, accepted("M-1")))));

        // Then
        threads.shutdown();
        assertThat(receivals).extracting(Future::get).hasAtLeastOneElementOfType(Receipt.class);
        assertThat(receivals).extracting(Future::get).hasAtLeastOneElementOfType(Refused.class);
        assertThat(world.results(one).size() + world.results(two).size()).isEqualTo(1);
    }
}
