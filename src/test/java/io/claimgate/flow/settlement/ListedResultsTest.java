package io.claimgate.flow.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.Task;
import io.claimgate.flow.declaration.InsurerChannel;
import io.claimgate.flow.settlement.Told.Channel;
import io.claimgate.flow.settlement.Told.ClaimName;
import io.claimgate.problem.ProblemCode;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import io.claimgate.support.FailingDataSource;
import io.claimgate.support.SandboxInsurer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of the real simulated insurer, read over SOAP by the real handler. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListedResultsTest {

    private SandboxInsurer insurer;
    private Desk world;
    private ListedResultsHandler handler;

    @BeforeAll
    void start(@TempDir Path home) {
        insurer = SandboxInsurer.start(home);
    }

    @AfterAll
    void stop() {
        insurer.close();
    }

    @BeforeEach
    void normal() {
        insurer.behave("{\"operation\":\"ListResults\",\"mode\":\"normal\"}");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_pushed_and_listed_counts_once_and_the_list_is_read_to_its_end(Databases database) {
        // Given
        open(database);
        ClaimKey key = declared();
        String id = decide(key, "settlement", "{\"kind\":\"INDEMNITY\",\"amount\":90000.00}");
        decide(key, "status", "{\"status\":\"ACCEPTED\",\"acceptedAmount\":90000.00,\"reason\":\"whole\"}");
        decide(key, "documents-request", "{\"kinds\":[\"CONTRACT\",\"TERMS\"],\"note\":\"of 2025\"}");
        world.desk.receive(
                Desk.told("sandbox", Channel.PUSH, new ClaimName(key.value(), null), settlementLike(id, key)));

        // When
        poll();

        // Then
        assertThat(world.results(key))
                .hasSize(3)
                .contains("SETTLEMENT PUSH " + id + " WAITING")
                .anyMatch(row -> row.startsWith("STATUS POLL"))
                .anyMatch(row -> row.startsWith("REQUEST POLL"));
        assertThat(world.alerts("insurer/sandbox")).doesNotContain("REC-004");
        assertThat(world.stores
                        .sql
                        .sql("select count(*) from task where kind = 'insurer-results'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_later_poll_goes_on_behind_the_cursor(Databases database) {
        // Given
        open(database);
        ClaimKey key = declared();
        decide(key, "status", "{\"status\":\"ACKNOWLEDGED\"}");
        poll();
        decide(key, "status", "{\"status\":\"UNDER_REVIEW\"}");
        long asked = messages();

        // When
        poll();

        // Then
        assertThat(world.results(key)).hasSize(2);
        assertThat(messages())
                .as("one question and one answer more, with the one result")
                .isEqualTo(asked + 2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_result_for_a_claim_that_is_not_ours_is_told_and_does_not_stop_those_behind_it(Databases database) {
        // Given
        open(database);
        decide(declaredAtTheInsurerOnly(), "status", "{\"status\":\"REFUSED\"}");
        ClaimKey key = declared();
        decide(key, "status", "{\"status\":\"ACKNOWLEDGED\"}");

        // When
        poll();

        // Then
        assertThat(world.results(key)).hasSize(1);
        assertThat(world.alerts("insurer/sandbox")).contains("REC-005");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_was_refused_is_told_anew_when_the_list_is_read_from_its_beginning_and_only_then(Databases database) {
        // Given
        open(database);
        ClaimKey key = declared();
        decide(key, "status", "{\"status\":\"ACKNOWLEDGED\"}");
        poll();
        world.ideas
                .alerts()
                .raise(ProblemCode.REC_005, Severity.CRITICAL, "insurer/sandbox", "m-gone", "*", "m-gone was refused");
        decide(key, "status", "{\"status\":\"UNDER_REVIEW\"}");

        // When
        poll();
        long readOn = refusals("m-gone");
        world.stores.transactions.executeWithoutResult(
                status -> world.cursors.rewind("sandbox", world.ideas.systemNow()));
        poll();

        // Then
        assertThat(readOn).isEqualTo(1);
        assertThat(refusals("m-gone")).isZero();
        assertThat(world.results(key)).hasSize(2);
    }

    private long refusals(String messageId) {
        return world.stores
                .sql
                .sql("select count(*) from alert where code = 'REC-005' and message like ? and cleared_at is null")
                .param(messageId + "%")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_list_that_does_not_come_is_told_once_and_cleared_when_it_comes(Databases database) {
        // Given
        open(database);
        ClaimKey key = declared();
        decide(key, "status", "{\"status\":\"ACKNOWLEDGED\"}");
        insurer.behave("{\"operation\":\"ListResults\",\"mode\":\"http-503\"}");
        poll();
        poll();
        List<String> during = world.alerts("insurer/sandbox");
        insurer.behave("{\"operation\":\"ListResults\",\"mode\":\"normal\"}");

        // When
        poll();

        // Then
        assertThat(during).containsOnlyOnce("REC-004");
        assertThat(world.alerts("insurer/sandbox")).doesNotContain("REC-004");
        assertThat(world.results(key)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"H2, false", "H2, true", "POSTGRESQL, false", "POSTGRESQL, true"})
    void a_death_at_any_commit_loses_no_result_and_doubles_none(Databases database, boolean replyLost) {
        // Given
        FailingDataSource source = new FailingDataSource(database.fresh());
        open(new Desk(source));
        ClaimKey key = declared();
        decide(key, "status", "{\"status\":\"ACKNOWLEDGED\"}");
        decide(key, "settlement", "{\"kind\":\"INDEMNITY\",\"amount\":90000.00}");
        int deaths = 0;

        // When
        for (int commit = 1; dies(source, commit, replyLost); commit++) {
            deaths++;
            source.live();
            world.stores
                    .sql
                    .sql("delete from task where kind = 'insurer-results'")
                    .update();
        }
        source.live();
        poll();

        // Then
        assertThat(deaths).isGreaterThan(1);
        assertThat(world.results(key)).hasSize(2).doesNotHaveDuplicates();
        assertThat(world.tasks(key)).isEqualTo(1);
    }

    private boolean dies(FailingDataSource source, int commit, boolean replyLost) {
        source.dieAtCommit(commit, replyLost);
        try {
            poll();
            return false;
        } catch (Throwable death) {
            if (!FailingDataSource.isDeath(death)) {
                throw death;
            }
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_insurer_with_whom_we_have_no_claim_is_left_in_peace(Databases database) {
        // Given
        open(database);

        // When
        int before = polls().wake();
        world.claims.drafted("sandbox-dossier");
        int after = polls().wake();

        // Then
        assertThat(before).isZero();
        assertThat(after).as("the house keeps one list under both its names").isEqualTo(1);
    }

    private void open(Databases database) {
        open(new Desk(database));
    }

    private void open(Desk desk) {
        world = desk;
        ResultLists lists = insurer.channels().lists();
        handler = new ListedResultsHandler(lists, world.desk, world.cursors, world.messages, world.ideas);
    }

    private void poll() {
        polls().wake();
        for (List<Task> due = take(); !due.isEmpty(); due = take()) {
            due.forEach(handler::handle);
        }
    }

    private ResultPolls polls() {
        return new ResultPolls(insurer.channels().lists(), world.results, Desk.VOICES, world.ideas);
    }

    private List<Task> take() {
        return world.stores.tasks.take("test", List.of(ResultPolls.POLL), 10);
    }

    /** In our books and in the insurer's. */
    private ClaimKey declared() {
        Declaration declaration = Claims.declaration(world.claims.nextNumber());
        String number = atTheInsurer(declaration);
        ClaimKey key = world.claims.declared("sandbox", number);
        assertThat(key).isEqualTo(declaration.claim().key());
        return key;
    }

    private ClaimKey declaredAtTheInsurerOnly() {
        Declaration declaration = Claims.declaration(world.claims.nextNumber() + 700_000);
        atTheInsurer(declaration);
        return declaration.claim().key();
    }

    private String atTheInsurer(Declaration declaration) {
        InsurerChannel channel = insurer.channels().of("sandbox");
        // Its patience is short on purpose; the claim key makes trying again harmless.
        for (int tries = 0;
                tries < 20 && insurer.claim(declaration.claim().key().value()).isEmpty();
                tries++) {
            channel.declare(declaration.claim().key(), channel.render(declaration), LastLook.NONE);
        }
        return insurer.claim(declaration.claim().key().value())
                .orElseThrow()
                .get("insurerClaimNumber")
                .asText();
    }

    private String decide(ClaimKey key, String what, String body) {
        JsonNode told =
                insurer.request("POST", "/api/v1/sandbox/insurer/claims/" + key + "/" + what + "?via=poll", body);
        return told.get("messageId").asText();
    }

    /** The same settlement as the insurer's list has it. */
    private io.claimgate.recovery.InsurerResult settlementLike(String messageId, ClaimKey key) {
        JsonNode fields = null;
        for (JsonNode one :
                insurer.request("GET", "/api/v1/sandbox/insurer/results", null).get("items")) {
            if (one.get("messageId").asText().equals(messageId)) {
                fields = one.get("fields");
            }
        }
        return new io.claimgate.recovery.InsurerResult.Settlement(
                messageId,
                fields.get("settlementId").asText(),
                io.claimgate.recovery.InsurerResult.SettlementKind.INDEMNITY,
                new java.math.BigDecimal(fields.get("amount").asText()),
                fields.get("currency").asText(),
                null,
                java.time.LocalDate.parse(fields.get("valueDate").asText()),
                null,
                null,
                fields.get("reference").asText());
    }

    private long messages() {
        return world.stores
                .sql
                .sql("select count(*) from message where operation = 'ListResults' and claim_key is null")
                .query(Long.class)
                .single();
    }
}
