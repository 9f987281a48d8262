package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API shows, on both databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReadingApiTest {

    static final class OnH2Test extends ReadingApiTest {
        OnH2Test() {
            super(Databases.H2);
        }
    }

    static final class OnPostgresqlTest extends ReadingApiTest {
        OnPostgresqlTest() {
            super(Databases.POSTGRESQL);
        }
    }

    private final Databases database;
    private final ObjectMapper json = new ObjectMapper();
    private RunningOperations room;
    private Story story;
    private String all;
    private String acme;

    ReadingApiTest(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path home) {
        room = new RunningOperations(database, home);
        story = room.story();
        all = room.account("auditor", "*");
        acme = room.account("auditor", "ACME-FR");
    }

    @AfterAll
    void stop() {
        room.close();
    }

    private JsonNode read(String account, String path) throws Exception {
        String body = room.mvc
                .perform(room.get(account, path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        return json.readTree(body);
    }

    @Test
    void receivable_has_exactly_the_fields_of_the_contract_with_the_currency_s_decimals() throws Exception {
        // When
        String body = room.mvc
                .perform(room.get(all, "/api/v1/receivables?q=A-2001"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        // Then
        JsonNode item = json.readTree(body).get("items").get(0);
        List<String> names = new ArrayList<>();
        item.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "id",
                        "creditor",
                        "source",
                        "invoiceNumber",
                        "instalment",
                        "type",
                        "issueDate",
                        "dueDate",
                        "extendedDueDate",
                        "deliveryDate",
                        "currency",
                        "grossAmount",
                        "netAmount",
                        "openAmount",
                        "disputedAmount",
                        "buyerId",
                        "buyerName",
                        "state",
                        "policy",
                        "claimKey");
        assertThat(body).contains("\"grossAmount\":24690.60,").contains("\"disputedAmount\":0.00,");
        assertThat(item.get("buyerId").asText()).isEqualTo("C101");
        assertThat(item.get("dueDate").asText())
                .as("the anchor, not what the ERP says now")
                .isEqualTo("2026-03-05");
    }

    @Test
    void yen_has_no_decimals() throws Exception {
        // When
        String body = room.mvc
                .perform(room.get(all, "/api/v1/receivables/" + story.nipponReceivable))
                .andReturn()
                .getResponse()
                .getContentAsString();
        // Then
        assertThat(body).contains("\"grossAmount\":5000000,");
    }

    @Test
    void an_account_sees_its_creditors_only() throws Exception {
        // Then
        for (String list : List.of(
                "receivables",
                "exposures",
                "deadlines",
                "files",
                "tasks",
                "dead-letters",
                "alerts",
                "audit",
                "claims",
                "submissions",
                "messages")) {
            JsonNode seen = read(acme, "/api/v1/" + list + "?size=500");
            assertThat(seen.get("items")).as(list).isNotEmpty();
            assertThat(seen.get("items").findValuesAsText("creditor")).as(list).containsOnly("ACME-FR");
        }
        assertThat(read(acme, "/api/v1/deadlines/summary").findValuesAsText("currency"))
                .containsExactly("EUR");
        for (String path : List.of(
                "receivables/" + story.nipponReceivable,
                "exposures/" + story.nipponExposure,
                "files/" + story.nipponFile,
                "files/" + story.nipponFile + "/rejects",
                "files/" + story.nipponFile + "/content")) {
            room.mvc
                    .perform(room.get(acme, "/api/v1/" + path))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("OPS-004"));
        }
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() throws Exception {
        for (String list : List.of("receivables", "deadlines", "tasks", "claims", "alerts", "audit", "files")) {
            // Given
            List<String> whole = ids(read(all, "/api/v1/" + list + "?size=500"));
            // When
            List<String> collected = new ArrayList<>();
            String after = "";
            do {
                JsonNode page = read(all, "/api/v1/" + list + "?size=1&after=" + after);
                assertThat(page.get("total").asInt()).as(list).isEqualTo(whole.size());
                assertThat(page.get("items")).hasSize(1);
                collected.addAll(ids(page));
                after = page.get("next").isNull() ? "" : page.get("next").asText();
            } while (!after.isEmpty());
            // Then
            assertThat(collected).as(list).isEqualTo(whole);
        }
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items")
                .forEach(item -> ids.add(
                        item.has("claimKey") && !item.has("id")
                                ? item.get("claimKey").asText()
                                : item.get("id").asText()));
        return ids;
    }

    @Test
    void what_closes_first_comes_first() throws Exception {
        // When
        JsonNode soon = read(all, "/api/v1/deadlines?within=P30D&kind=declaration");
        // Then
        assertThat(soon.get("items").findValuesAsText("closesOn"))
                .containsExactly("2026-06-03", "2026-06-07", "2026-06-13", "2026-06-21", "2026-06-25");
        JsonNode first = soon.get("items").get(0);
        assertThat(first.get("governedBy").asText()).isEqualTo("A-2001");
        assertThat(first.get("explanation").asText()).contains("plus 60 days");
        assertThat(first.get("claimKey").asText()).isEqualTo("CG-WAITING-1");
    }

    @Test
    void summary_adds_up_each_exposure_once_by_days() throws Exception {
        // When
        JsonNode euro = read(all, "/api/v1/deadlines/summary").get("items").get(0);
        // Then
        assertThat(euro.get("currency").asText()).isEqualTo("EUR");
        assertThat(euro.get("within").findValuesAsText("days")).containsExactly("0", "7", "15", "30", "60");
        assertThat(euro.get("within").findValuesAsText("count")).containsExactly("0", "2", "3", "4", "5");
        assertThat(euro.get("within").get(1).get("amount").decimalValue()).isEqualByComparingTo("61726.20");
        assertThat(euro.get("missed").decimalValue()).isEqualByComparingTo("12345.60");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, The original due date",
                "fr, -, Déclaration : au plus tard le mer. 3 juin 2026",
                "fr-BE, -, Déclaration : au plus tard le mer. 3 juin 2026",
                "en, fr-FR, The original due date",
                "-, 'fr-FR,fr;q=0.8', Déclaration : au plus tard le mer. 3 juin 2026",
                "-, 'de,fr;q=0.8,en;q=0.5', Déclaration : au plus tard le mer. 3 juin 2026",
                "-, 'de', The original due date",
                "xx, -, The original due date"
            })
    void a_date_explains_itself_in_the_language_that_is_asked_for(
            @Nullable String lang, @Nullable String accepted, String start) throws Exception {
        // Given
        Reasons.give(room.jdbc, story.acmeExposure);
        String query = lang == null ? "" : "lang=" + lang;
        // When
        for (String path : List.of(
                "/api/v1/deadlines?kind=declaration&" + query,
                "/api/v1/exposures/" + story.acmeExposure + "?" + query,
                "/api/v1/receivables/" + story.acmeReceivable + "?" + query)) {
            var request = room.get(all, path);
            JsonNode answer = json.readTree(room.mvc
                    .perform(accepted == null ? request : request.header("Accept-Language", accepted))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
            // Then
            List<JsonNode> deadlines = new ArrayList<>();
            answer.path(path.contains("deadlines?") ? "items" : "deadlines").forEach(deadlines::add);
            assertThat(deadlines)
                    .as(path)
                    .filteredOn(one -> one.get("kind").asText().equals("declaration")
                            && one.get("exposureId").asLong() == story.acmeExposure)
                    .singleElement()
                    .satisfies(
                            one -> assertThat(one.get("explanation").asText()).startsWith(start));
        }
    }

    @Test
    void a_row_of_old_shows_the_text_that_it_has() throws Exception {
        // When
        JsonNode exposure = read(all, "/api/v1/exposures/" + story.nipponExposure + "?lang=fr");
        // Then
        assertThat(exposure.get("deadlines").get(0).get("explanation").asText()).startsWith("The original due date");
    }

    @Test
    void exposure_alone_shows_ledger_clocks_with_history_and_events() throws Exception {
        // Given
        room.jdbc
                .sql(
                        "insert into deadline (exposure_id, episode, kind, creditor, policy, policy_version, closes_on, status, amount_at_risk,"
                                + " currency, rule, explanation, current, computed_at, replaced_at) select exposure_id, episode, kind, creditor, policy, 1,"
                                + " date '2026-07-01', status, amount_at_risk, currency, rule, 'the old one', false, computed_at, computed_at"
                                + " from deadline where exposure_id = ? and kind = 'declaration' and current = true")
                .param(story.nipponExposure)
                .update();
        // When
        JsonNode exposure = read(all, "/api/v1/exposures/" + story.nipponExposure);
        // Then
        assertThat(exposure.get("coverStatus").asText()).isEqualTo("STOPPED");
        assertThat(exposure.get("governing").get("invoiceNumber").asText()).isEqualTo("J-1");
        assertThat(exposure.get("ledger")).hasSize(1);
        assertThat(exposure.get("deadlines")).hasSize(1);
        assertThat(exposure.get("deadlines")
                        .get(0)
                        .get("history")
                        .get(0)
                        .get("closesOn")
                        .asText())
                .isEqualTo("2026-07-01");
        assertThat(exposure.get("history").get(0).get("type").asText())
                .isEqualTo("io.claimgate.exposure.cover-stopped");
        assertThat(exposure.get("history").get(0).get("payload").isNull())
                .as("payloads are for auditors, in audit")
                .isTrue();
    }

    @Test
    void claim_has_lines_submissions_and_its_story() throws Exception {
        // When
        JsonNode claim = read(all, "/api/v1/claims/CG-DECLARED-1");
        // Then
        assertThat(claim.get("lines").get(0).get("invoiceNumber").asText()).isEqualTo("A-3000");
        assertThat(claim.get("submissions").get(0).get("state").asText()).isEqualTo("ACKNOWLEDGED");
        assertThat(claim.get("history").findValuesAsText("type"))
                .containsExactly("io.claimgate.claim.drafted", "io.claimgate.claim.declared");
        assertThat(claim.get("declaredAt").asText()).isEqualTo("2026-06-01T08:00:00Z");
        assertThat(claim.get("documents")).isEmpty();
        assertThat(claim.has("dossier")).isFalse();
        assertThat(read(all, "/api/v1/claims?state=DECLARED")
                        .get("items")
                        .get(0)
                        .get("lines"))
                .hasSize(1);
    }

    @Test
    void audit_shows_payloads_as_objects() throws Exception {
        // When
        JsonNode event = read(all, "/api/v1/audit?stream=claim/CG-DECLARED-1")
                .get("items")
                .get(0);
        // Then
        assertThat(event.get("payload").get("insurer").asText()).isEqualTo("sandbox");
    }

    @Test
    void payload_is_an_attachment_that_no_browser_sniffs() throws Exception {
        // Then
        room.mvc
                .perform(room.get(all, "/api/v1/messages/" + story.message + "/payload"))
                .andExpect(status().isOk())
                .andExpect(content().string("<declare/>\n"))
                .andExpect(content().contentType("application/octet-stream"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")));
    }

    @Test
    void file_shows_its_answer_and_rejects() throws Exception {
        // Then
        JsonNode file = read(all, "/api/v1/files/" + story.acmeFile);
        assertThat(file.get("status").asText()).isEqualTo("PARTIALLY_ACCEPTED");
        assertThat(file.get("counts").get("rejected").asInt()).isEqualTo(2);
        assertThat(file.get("reasons")).isEmpty();
        JsonNode rejects = read(all, "/api/v1/files/" + story.acmeFile + "/rejects");
        assertThat(rejects.get("items").findValuesAsText("line")).containsExactly("17", "23");
    }

    @Test
    void search_takes_percent_and_quote_as_text() throws Exception {
        // Then
        assertThat(read(all, "/api/v1/receivables?q=%25").get("total").asInt()).isZero();
        assertThat(read(all, "/api/v1/receivables?q=' or '1'='1").get("total").asInt())
                .isZero();
        assertThat(read(all, "/api/v1/receivables?q=dupont %26 fils")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(read(all, "/api/v1/receivables?buyer=C103").get("total").asInt())
                .isEqualTo(1);
        assertThat(read(all, "/api/v1/receivables?closesBefore=2026-06-10")
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(read(all, "/api/v1/receivables?state=CLOSING,OVERDUE")
                        .get("total")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void wrong_requests_are_problems_that_name_the_value() throws Exception {
        // Then
        for (String path : List.of(
                "deadlines?within=soon",
                "receivables?size=0",
                "receivables?after=%21%21",
                "receivables/abc",
                "receivables?closesBefore=31.02.2026",
                "deadlines?after=eHw5")) {
            room.mvc
                    .perform(room.get(all, "/api/v1/" + path))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.code").value("OPS-005"))
                    .andExpect(jsonPath("$.title").value("Bad request"))
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
    }

    @Test
    void status_tells_both_clocks() throws Exception {
        // When
        JsonNode status = read(all, "/api/v1/status");
        // Then
        assertThat(status.get("businessNow").asText()).isEqualTo("2026-06-01T08:00:00Z");
        assertThat(status.get("systemNow").asText())
                .isNotEqualTo(status.get("businessNow").asText());
    }
}
