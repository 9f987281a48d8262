package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.support.Databases;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** Postings and their files over REST, on both databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PostingsApiTest {

    static final class OnH2Test extends PostingsApiTest {
        OnH2Test() {
            super(Databases.H2);
        }
    }

    static final class OnPostgresqlTest extends PostingsApiTest {
        OnPostgresqlTest() {
            super(Databases.POSTGRESQL);
        }
    }

    private final Databases database;
    private RunningOperations room;
    private String acme;
    private String nippon;
    private String operator;

    PostingsApiTest(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path home) {
        room = new RunningOperations(database, home);
        room.story();
        acme = room.account("viewer", "ACME-FR");
        nippon = room.account("viewer", "NIPPON");
        operator = room.account("operator", "ACME-FR");
        batch(1, "WRITTEN");
        batch(2, "DOUBTFUL");
        batch(3, "DOUBTFUL");
        posting("P-1", "CONFIRMED", 1L);
        posting("P-2", "FIXED", 2L);
        posting("P-3", "FIXED", 3L);
        posting("P-4", "OPEN", null);
    }

    @AfterAll
    void stop() {
        room.close();
    }

    private void batch(long id, String state) {
        room.jdbc
                .sql(
                        "insert into out_batch (id, kind, source, creditor, ordinal, name, sha256, size_bytes, items, state, fixed_at)"
                                + " values (?, 'POSTINGS', ?, 'ACME-FR', ?, ?, ?, 10, 1, ?, ?)")
                .params(
                        id,
                        "acme" + id,
                        id,
                        "postings_20260601T080000000_" + id + ".csv",
                        Fixture.HASH,
                        state,
                        Fixture.NOW.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void posting(String id, String state, @org.jspecify.annotations.Nullable Long batch) {
        room.jdbc
                .sql(
                        "insert into posting (posting_id, source, creditor, claim_key, buyer_id, cause, event, insurer, insurer_reference, booked_on, currency,"
                                + " text, state, batch_id, made_at, erp_document, config_hash) select ?, 'acme', 'ACME-FR', claim_key, buyer_id, ?,"
                                + " 'INDEMNITY_PAID', 'sandbox', 'INS-7', ?, 'EUR', 'Indemnity paid', ?, ?, ?, '4711', ? from claim"
                                + " where claim_key = 'CG-DECLARED-1'")
                .params(java.util.Arrays.asList(
                        id,
                        "settlement/sandbox/" + id,
                        LocalDate.of(2026, 6, 1),
                        state,
                        batch,
                        Fixture.NOW.atOffset(ZoneOffset.UTC),
                        Fixture.HASH))
                .update();
        for (int line = 1; line <= 2; line++) {
            room.jdbc
                    .sql(
                            "insert into posting_line (posting_id, line, account, account_label, debit, credit) values (?, ?, ?, 'x', ?, ?)")
                    .params(
                            id,
                            line,
                            line == 1 ? "512" : "467",
                            new BigDecimal(line == 1 ? "7200.00" : "0.00"),
                            new BigDecimal(line == 1 ? "0.00" : "7200.00"))
                    .update();
        }
    }

    private ResultActions get(String account, String path) throws Exception {
        return room.mvc.perform(room.get(account, "/api/v1/postings" + path));
    }

    private ResultActions post(String account, String path, String body) throws Exception {
        return room.mvc.perform(room.post(account, "/api/v1/postings" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void a_posting_has_the_fields_of_the_contract() throws Exception {
        // When
        ResultActions one = get(acme, "/P-1");
        // Then
        one.andExpect(status().isOk())
                .andExpect(jsonPath("$.postingId").value("P-1"))
                .andExpect(jsonPath("$.claimKey").value("CG-DECLARED-1"))
                .andExpect(jsonPath("$.cause").value("settlement/sandbox/P-1"))
                .andExpect(jsonPath("$.status").value("CONFIRMED"))
                .andExpect(jsonPath("$.file").value("postings_20260601T080000000_1.csv"))
                .andExpect(jsonPath("$.erpDocument").value("4711"))
                .andExpect(jsonPath("$.lines.length()").value(2))
                .andExpect(jsonPath("$.lines[0].account").value("512"));
        assertThat(one.andReturn().getResponse().getContentAsString()).contains("\"debit\":7200.00,\"credit\":0.00");
    }

    @Test
    void lists_narrow_by_status_claim_and_source_and_stay_within_the_creditors() throws Exception {
        // When
        ResultActions open = get(acme, "?status=OPEN&status=CONFIRMED&claimKey=CG-DECLARED-1&source=acme");
        // Then
        open.andExpect(jsonPath("$.items[*].postingId", containsInAnyOrder("P-1", "P-4")));
        get(acme, "?source=highradius").andExpect(jsonPath("$.items.length()").value(0));
        get(nippon, "").andExpect(jsonPath("$.items.length()").value(0));
        get(nippon, "/P-1").andExpect(status().isNotFound());
        get(nippon, "/batches/1").andExpect(status().isNotFound());
    }

    @Test
    void pages_follow_each_other() throws Exception {
        // When
        JsonNode first = new ObjectMapper()
                .readTree(get(acme, "?size=3").andReturn().getResponse().getContentAsString());
        ResultActions second = get(acme, "?size=3&after=" + first.path("next").asText());
        // Then
        assertThat(first.at("/items/0/postingId").asText()).isEqualTo("P-4");
        assertThat(first.path("total").asLong()).isEqualTo(4);
        second.andExpect(jsonPath("$.items[*].postingId", containsInAnyOrder("P-1")));
    }

    @Test
    void a_person_decides_a_doubtful_file_with_a_reason() throws Exception {
        // Given
        post(operator, "/batches/2/written", "{\"reason\":\" \"}").andExpect(status().isBadRequest());
        // When
        ResultActions decided = post(operator, "/batches/2/written", "{\"reason\":\"the accountant shows it\"}");
        // Then
        decided.andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("WRITTEN"))
                .andExpect(jsonPath("$.writtenBy").value(operator));
        get(acme, "/P-2").andExpect(jsonPath("$.status").value("WRITTEN"));
        post(operator, "/batches/2/write-again", "{\"reason\":\"no\"}").andExpect(status().isConflict());
        room.mvc
                .perform(room.get(room.account("auditor", "*"), "/api/v1/audit?type=io.claimgate.batch.found-written"))
                .andExpect(jsonPath("$.items[0].actor").value(operator))
                .andExpect(jsonPath("$.items[0].payload.reason").value("the accountant shows it"));
    }

    @Test
    void a_file_that_the_erp_has_not_is_planned_again() throws Exception {
        // When
        ResultActions decided = post(operator, "/batches/3/write-again", "{\"reason\":\"deleted by mistake\"}");
        // Then
        decided.andExpect(jsonPath("$.status").value("FIXED"));
        assertThat(room.jdbc
                        .sql("select ref from task where kind = 'posting-batch' and ref = 'acme3'")
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void the_metric_counts_them_by_status() throws Exception {
        // When
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> room.mvc
                        .perform(room.get(acme, "/actuator/prometheus"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString()
                        .contains("claimgate_postings{status=\"OPEN\"} 1.0"));
        // Then
        assertThat(room.jdbc
                        .sql("select n from v_count_posting where state = 'OPEN'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
