package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import io.claimgate.flow.restore.RestoreBook;
import io.claimgate.store.restore.JdbcRestoreBook;
import io.claimgate.support.Databases;
import io.claimgate.support.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** A restore over HTTP, as one story on each database: never, under way, forced by two persons. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class RestoreApiTest {

    static final class OnH2Test extends RestoreApiTest {
        OnH2Test() {
            super(Databases.H2);
        }
    }

    static final class OnPostgresqlTest extends RestoreApiTest {
        OnPostgresqlTest() {
            super(Databases.POSTGRESQL);
        }
    }

    private final Databases database;
    private RunningOperations room;
    private String admin;
    private String operator;
    private String approver;
    private String foreign;

    RestoreApiTest(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        room = new RunningOperations(database, folder);
        admin = room.account("admin", "*");
        operator = room.account("operator", "*");
        approver = room.account("approver", "*");
        foreign = room.account("operator", "NIPPON");
    }

    @AfterAll
    void stop() {
        room.close();
    }

    @Test
    @Order(1)
    void a_database_that_was_never_restored_says_so() throws Exception {
        // When
        ResultActions asked = room.mvc.perform(room.get(operator, "/api/v1/restore"));

        // Then
        asked.andExpect(status().isNotFound());
        room.mvc
                .perform(room.get(operator, "/api/v1/restore/items"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(0)));
        post(operator, "/api/v1/restore/release", "{\"reason\":\"now\"}").andExpect(status().isConflict());
    }

    @Test
    @Order(2)
    void a_restore_is_shown_and_keeps_outgoing_paused_until_two_persons_want_it_otherwise() throws Exception {
        // Given
        restored();
        post(operator, "/api/v1/outgoing/pause", "{\"reason\":\"restored\"}").andExpect(status().isOk());
        post(operator, "/api/v1/outgoing/resume", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("OPS-031"))
                .andExpect(jsonPath("$.detail", containsString("reconciled as far as FILES")));
        post(foreign, "/api/v1/restore/release", "{\"reason\":\"now\"}").andExpect(status().isForbidden());

        // When
        JsonNode request = new ObjectMapper()
                .readTree(post(operator, "/api/v1/restore/release", "{\"reason\":\"the window closes tonight\"}")
                        .andExpect(status().isAccepted())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        post(operator, "/api/v1/requests/" + request.get("id") + "/confirm", "").andExpect(status().isForbidden());
        post(approver, "/api/v1/requests/" + request.get("id") + "/confirm", "").andExpect(status().isOk());

        // Then
        room.mvc
                .perform(room.get(operator, "/api/v1/restore"))
                .andExpect(jsonPath("$.phase").value("RELEASED"))
                .andExpect(jsonPath("$.releasedBy").value(approver))
                .andExpect(jsonPath("$.releasedHow").value("the window closes tonight"))
                .andExpect(jsonPath("$.counts[0].kind").value("FILE"))
                .andExpect(jsonPath("$.counts[0].state").value("UNCLEAR"));
        room.mvc
                .perform(room.get(operator, "/api/v1/restore/items?state=UNCLEAR"))
                .andExpect(jsonPath("$.items[0].ref").value("acme/f.csv"));
        room.mvc.perform(room.get(operator, "/api/v1/status")).andExpect(jsonPath("$.outgoingPaused", hasSize(0)));
    }

    @Test
    @Order(3)
    void a_backup_is_made_by_an_administrator() throws Exception {
        // When
        JsonNode made = new ObjectMapper()
                .readTree(post(admin, "/api/v1/backups", "")
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());

        // Then
        Path folder = Path.of(made.get("folder").asText());
        assertThat(Files.exists(folder.resolve("backup.json"))).isTrue();
        assertThat(Files.isDirectory(folder.resolve("keys"))).isTrue();
        assertThat(made.get("database").asText()).isEqualTo("by its own tools, before this");
    }

    private void restored() {
        RestoreBook book = new JdbcRestoreBook(room.jdbc, new TestClock());
        Instant now = Instant.parse("2026-06-01T08:00:00Z");
        Restore restore =
                book.open(List.of("said:test"), "a test says so", now, now).orElseThrow();
        book.item(
                restore,
                RestoreBook.Kind.FILE,
                "acme/f.csv",
                "*",
                Restores.State.UNCLEAR,
                "its bytes are not in the vault");
    }

    private ResultActions post(String account, String path, String body) throws Exception {
        return room.mvc.perform(
                room.post(account, path).contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
