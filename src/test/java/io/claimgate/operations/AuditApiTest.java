package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.audit.Sealer;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The audit over REST, on both databases: first sound, then with a hand in the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class AuditApiTest {

    static final class OnH2Test extends AuditApiTest {
        OnH2Test() {
            super(Databases.H2);
        }
    }

    static final class OnPostgresqlTest extends AuditApiTest {
        OnPostgresqlTest() {
            super(Databases.POSTGRESQL);
        }
    }

    private final Databases database;
    private final ObjectMapper json = new ObjectMapper();
    private RunningOperations room;
    private String all;
    private String acme;

    AuditApiTest(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path home) {
        room = new RunningOperations(database, home);
        room.story();
        all = room.account("auditor", "*");
        acme = room.account("auditor", "ACME-FR");
    }

    @AfterAll
    void stop() {
        room.close();
    }

    @Test
    @Order(1)
    void unsealed_events_are_counted_and_then_sealed() throws Exception {
        // Given
        JsonNode before = verify(all);

        // When
        room.context.getBean(Sealer.class).seal();
        JsonNode after = verify(all);

        // Then
        assertThat(before.get("ok").asBoolean()).isTrue();
        assertThat(before.get("blocks").asInt()).isZero();
        assertThat(before.get("unsealed").asInt())
                .isEqualTo(before.get("events").asInt())
                .isGreaterThanOrEqualTo(7);
        assertThat(after.toString())
                .isEqualTo("{\"ok\":true,\"events\":" + before.get("events")
                        + ",\"blocks\":1,\"unsealed\":0,\"erased\":0,\"found\":0,\"findings\":[]}");
    }

    @Test
    @Order(2)
    void the_list_tells_by_which_block_an_event_is_sealed_and_never_its_salt() throws Exception {
        // When
        JsonNode event = read(room.get(
                        all, "/api/v1/audit?stream=claim/CG-DECLARED-1&type=io.claimgate.claim.declared"))
                .get("items")
                .get(0);

        // Then
        assertThat(event.get("block").asInt()).isEqualTo(1);
        assertThat(event.get("sealedAt").isNull()).isFalse();
        assertThat(event.get("commitment").asText()).matches("[0-9a-f]{64}");
        assertThat(event.get("payload").get("insurer").asText()).isEqualTo("sandbox");
        assertThat(event.has("salt")).isFalse();
    }

    @Test
    @Order(3)
    void tampering_is_told_with_its_kind_its_place_and_the_mend() throws Exception {
        // Given
        room.jdbc
                .sql("update event set actor = 'nobody' where stream = 'claim/CG-DECLARED-1' and seq = 2")
                .update();

        // When
        JsonNode verdict = verify(all);

        // Then
        assertThat(verdict.get("ok").asBoolean()).isFalse();
        JsonNode finding = verdict.get("findings").get(0);
        assertThat(finding.get("kind").asText()).isEqualTo("event-changed");
        assertThat(finding.get("place").asText()).matches("event \\d+");
        assertThat(finding.get("message").asText()).contains("no gateway recorded it as it stands in block 1");
        assertThat(finding.get("mend").asText()).contains("backup");
    }

    @Test
    @Order(4)
    void who_sees_one_creditor_learns_that_another_s_was_changed_but_not_which() throws Exception {
        // Given
        room.jdbc
                .sql(
                        "update event set actor = 'nobody' where creditor = 'NIPPON' and type = 'io.claimgate.exposure.cover-stopped'")
                .update();

        // When
        JsonNode verdict = verify(acme);

        // Then
        assertThat(verdict.get("found").asInt()).isEqualTo(2);
        assertThat(verdict.get("findings").findValuesAsText("place"))
                .contains("another creditor's")
                .anyMatch(place -> place.startsWith("event "));
    }

    @Test
    @Order(5)
    void a_viewer_may_not() throws Exception {
        // Then
        room.mvc
                .perform(room.post(room.account("viewer", "*"), "/api/v1/audit/verify"))
                .andExpect(status().isForbidden());
    }

    private JsonNode verify(String account) throws Exception {
        return read(room.post(account, "/api/v1/audit/verify"));
    }

    private JsonNode read(MockHttpServletRequestBuilder request) throws Exception {
        return json.readTree(room.mvc
                .perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
