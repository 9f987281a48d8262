package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.support.Databases;
import io.claimgate.support.Papers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Evidence over REST. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DocumentsApiTest {

    static final class OnH2Test extends DocumentsApiTest {
        OnH2Test() {
            super(Databases.H2);
        }
    }

    static final class OnPostgresqlTest extends DocumentsApiTest {
        OnPostgresqlTest() {
            super(Databases.POSTGRESQL);
        }
    }

    private static final String CLAIM = "CG-DECLARED-1";

    private final Databases database;
    private final ObjectMapper json = new ObjectMapper();
    private RunningOperations room;
    private String operator;
    private String auditor;

    DocumentsApiTest(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path home) {
        room = new RunningOperations(database, home);
        room.story();
        operator = room.account("operator", "ACME-FR");
        auditor = room.account("auditor", "ACME-FR");
    }

    @AfterAll
    void stop() {
        room.close();
    }

    private MockHttpServletResponse add(String account, String claim, String name, byte[] bytes, String... form)
            throws Exception {
        var request = MockMvcRequestBuilders.multipart("/api/v1/claims/" + claim + "/documents")
                .file(new MockMultipartFile("file", name, "application/x-whatever", bytes))
                .with(httpBasic(account, RunningOperations.PASSWORD));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return room.mvc.perform(request).andReturn().getResponse();
    }

    private JsonNode body(MockHttpServletResponse response) throws Exception {
        return json.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private JsonNode read(String account, String path) throws Exception {
        return body(room.mvc.perform(room.get(account, path)).andReturn().getResponse());
    }

    @Test
    void a_document_is_added_once_and_its_dossier_looked_at() throws Exception {
        // Given
        byte[] bytes = Papers.pdf("acknowledgement of debt");

        // When
        MockHttpServletResponse first = add(
                operator,
                CLAIM,
                "../../etc/Anerkenntnis ü.pdf",
                bytes,
                "kind",
                "DEBT_ACKNOWLEDGEMENT",
                "language",
                "de");
        MockHttpServletResponse again = add(operator, CLAIM, "copy.pdf", bytes, "kind", "DEBT_ACKNOWLEDGEMENT");

        // Then
        assertThat(first.getStatus()).as(first.getContentAsString()).isEqualTo(201);
        JsonNode document = body(first);
        List<String> names = new ArrayList<>();
        document.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "id",
                        "creditor",
                        "kind",
                        "name",
                        "sha256",
                        "size",
                        "mediaType",
                        "language",
                        "tie",
                        "receivableId",
                        "invoiceNumber",
                        "instalment",
                        "buyerId",
                        "claimKey",
                        "origin",
                        "fileId",
                        "receivedAt",
                        "content");
        assertThat(document.path("name").asText()).isEqualTo("Anerkenntnis ü.pdf");
        assertThat(document.path("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(document.path("claimKey").asText()).isEqualTo(CLAIM);
        assertThat(document.path("origin").asText()).isEqualTo("account:" + operator);
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(body(again)).isEqualTo(document);
        assertThat(room.jdbc
                        .sql("select count(*) from task where kind = 'dossier' and ref = ?")
                        .param(CLAIM)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(room.jdbc
                        .sql("select count(*) from event where type = 'io.claimgate.document.received' and actor = ?")
                        .param(operator)
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void the_list_shows_what_serves_the_claim_whatever_it_is_tied_to() throws Exception {
        // Given
        JsonNode own = body(
                add(operator, "CG-WAITING-1", "letter.txt", Papers.text("Please pay.\n"), "kind", "CORRESPONDENCE"));
        long buyer = room.jdbc
                .sql("select buyer_id from claim where claim_key = 'CG-WAITING-1'")
                .query(Long.class)
                .single();
        room.jdbc
                .sql(
                        "insert into document (creditor, kind, name, sha256, size_bytes, media_type, tie, buyer_id, origin, received_at) values ('ACME-FR', 'TERMS', 't', ?, 1, 'application/pdf', ?, ?, 'erp:acme', current_timestamp)")
                .params("1".repeat(64), "buyer/" + buyer, buyer)
                .update();

        // When
        JsonNode list = read(auditor, "/api/v1/claims/CG-WAITING-1/documents?size=1");
        JsonNode rest = read(
                auditor,
                "/api/v1/claims/CG-WAITING-1/documents?size=1&after="
                        + list.path("next").asText());

        // Then
        assertThat(list.path("total").asLong()).isEqualTo(2);
        assertThat(list.path("items").get(0).path("tie").asText()).isEqualTo("buyer");
        assertThat(rest.path("items").get(0)).isEqualTo(own);
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void the_bytes_come_as_an_attachment_that_no_browser_runs() throws Exception {
        // Given
        byte[] bytes = Papers.text("<?xml version=\"1.0\"?><order/>");
        JsonNode document = body(add(operator, CLAIM, "order.xml", bytes, "kind", "ORDER"));

        // When
        MockHttpServletResponse content = room.mvc
                .perform(room.get(auditor, document.path("content").asText()))
                .andReturn()
                .getResponse();

        // Then
        assertThat(content.getContentAsByteArray()).isEqualTo(bytes);
        assertThat(content.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("order.xml");
        assertThat(content.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.getContentType()).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf,PROGRAM,ORDER,,400,DOS-005",
        "a.exe,PDF,ORDER,,400,DOS-006",
        "a.pdf,EMPTY,ORDER,,400,DOS-003",
        "a.txt,LARGE,ORDER,,413,DOS-004",
        "a.pdf,ENCRYPTED,ORDER,,400,DOS-007",
        "a.pdf,PDF,BILL,,400,OPS-005",
        "a.pdf,PDF,ORDER,french,400,OPS-005"
    })
    void what_is_not_accepted_is_told_and_not_filed(
            String name, String what, String kind, String language, int status, String code) throws Exception {
        // Given
        byte[] bytes = switch (what) {
            case "PROGRAM" -> Papers.program();
            case "EMPTY" -> new byte[0];
            case "LARGE" -> new byte[65 * 1024];
            case "ENCRYPTED" -> Papers.encryptedPdf();
            default -> Papers.pdf("never filed");
        };
        long before = documents();

        // When
        MockHttpServletResponse answer =
                add(operator, CLAIM, name, bytes, "kind", kind, "language", language == null ? "" : language);

        // Then
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        assertThat(body(answer).path("code").asText()).isEqualTo(code);
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void a_claim_and_a_document_of_others_do_not_exist() throws Exception {
        // Given
        String stranger = room.account("operator", "NIPPON");
        String strangeAuditor = room.account("auditor", "NIPPON");
        JsonNode document = body(add(operator, CLAIM, "secret.txt", Papers.text("Between us.\n"), "kind", "OTHER"));

        // When
        MockHttpServletResponse adding = add(stranger, CLAIM, "a.pdf", Papers.pdf("x"), "kind", "ORDER");
        JsonNode list = read(strangeAuditor, "/api/v1/claims/" + CLAIM + "/documents");
        MockHttpServletResponse content = room.mvc
                .perform(room.get(strangeAuditor, document.path("content").asText()))
                .andReturn()
                .getResponse();

        // Then
        assertThat(adding.getStatus()).isEqualTo(404);
        assertThat(list.path("code").asText()).isEqualTo("OPS-004");
        assertThat(content.getStatus()).isEqualTo(404);
    }

    private long documents() {
        return room.jdbc.sql("select count(*) from document").query(Long.class).single();
    }
}
