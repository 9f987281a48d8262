package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.claimgate.support.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What the API sets going, on both databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ActsApiTest {

    static final class OnH2Test extends ActsApiTest {
        OnH2Test() {
            super(Databases.H2);
        }
    }

    static final class OnPostgresqlTest extends ActsApiTest {
        OnPostgresqlTest() {
            super(Databases.POSTGRESQL);
        }
    }

    private final Databases database;
    private RunningOperations room;
    private Story story;
    private Path home;
    private String operator;
    private String acmeOperator;
    private String approver;

    ActsApiTest(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        room = new RunningOperations(database, folder);
        story = room.story();
        operator = room.account("operator", "*");
        acmeOperator = room.account("operator", "ACME-FR");
        approver = room.account("approver", "*");
    }

    @AfterAll
    void stop() {
        room.close();
    }

    private ResultActions post(String account, String path, String body) throws Exception {
        return room.mvc.perform(
                room.post(account, path).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private String taskState(long id) {
        return room.jdbc
                .sql("select state from task where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void replay_makes_a_dead_letter_due_now_clears_its_alert_and_is_told_in_the_audit() throws Exception {
        // Given
        room.mvc
                .perform(room.post(acmeOperator, "/api/v1/dead-letters/" + story.nipponParked + "/replay"))
                .andExpect(status().isNotFound());
        // When
        room.mvc
                .perform(room.post(acmeOperator, "/api/v1/dead-letters/" + story.parked + "/replay"))
                .andExpect(status().isOk());
        // Then
        var task = room.jdbc
                .sql("select * from task where id = ?")
                .param(story.parked)
                .query()
                .singleRow();
        assertThat(task)
                .containsEntry("state", "READY")
                .containsEntry("attempts", 0)
                .containsEntry("parked_reason", null);
        assertThat(room.jdbc
                        .sql("select count(*) from alert where code = 'OPS-007' and cleared_by = ?")
                        .param(acmeOperator)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        room.mvc
                .perform(room.get(room.account("auditor", "*"), "/api/v1/audit?type=io.claimgate.task.replayed"))
                .andExpect(jsonPath("$.items[0].actor").value(acmeOperator))
                .andExpect(jsonPath("$.items[0].payload.attempts").value(4));
        room.mvc
                .perform(room.post(acmeOperator, "/api/v1/dead-letters/" + story.parked + "/replay"))
                .andExpect(status().isNotFound());
    }

    @Test
    void replay_of_many_counts_first_and_stays_inside_the_creditors() throws Exception {
        // Given
        long one = new Fixture(room.jdbc).task("many", "1", "ACME-FR", "PARKED");
        long two = new Fixture(room.jdbc).task("many", "2", "NIPPON", "PARKED");
        // When
        room.mvc
                .perform(room.post(acmeOperator, "/api/v1/dead-letters/replay?kind=many&dryRun=true"))
                .andExpect(jsonPath("$.found").value(1));
        assertThat(taskState(one)).isEqualTo("PARKED");
        room.mvc
                .perform(room.post(acmeOperator, "/api/v1/dead-letters/replay?kind=many"))
                .andExpect(jsonPath("$.found").value(1));
        // Then
        assertThat(taskState(one)).isEqualTo("READY");
        assertThat(taskState(two)).isEqualTo("PARKED");
    }

    @Test
    void alert_is_cleared_once_by_who_sees_it() throws Exception {
        // Given
        long alert = room.jdbc
                .sql("select id from alert where creditor = 'NIPPON'")
                .query(Long.class)
                .single();
        // Then
        room.mvc
                .perform(room.post(acmeOperator, "/api/v1/alerts/" + alert + "/clear"))
                .andExpect(status().isNotFound());
        room.mvc
                .perform(room.post(operator, "/api/v1/alerts/" + alert + "/clear"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.clearedBy").value(operator));
        room.mvc
                .perform(room.get(operator, "/api/v1/alerts?open=true&subject=exposure/" + story.nipponExposure))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void outgoing_is_paused_and_resumed_only_for_one_s_own_creditors() throws Exception {
        // Then
        post(acmeOperator, "/api/v1/outgoing/pause", "{}").andExpect(status().isForbidden());
        post(acmeOperator, "/api/v1/outgoing/pause", "{\"scope\":\"CREDITOR\",\"name\":\"NIPPON\"}")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("SEC-001"));
        post(
                        acmeOperator,
                        "/api/v1/outgoing/pause",
                        "{\"scope\":\"CREDITOR\",\"name\":\"ACME-FR\",\"reason\":\"audit\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outgoingPaused[0].name").value("ACME-FR"))
                .andExpect(jsonPath("$.outgoingPaused[0].reason").value("audit"));
        post(acmeOperator, "/api/v1/outgoing/pause", "{\"scope\":\"CREDITOR\",\"name\":\"ACME-FR\"}")
                .andExpect(status().isConflict());
        post(acmeOperator, "/api/v1/outgoing/resume", "{\"scope\":\"CREDITOR\",\"name\":\"ACME-FR\"}")
                .andExpect(jsonPath("$.outgoingPaused").isEmpty());
        post(operator, "/api/v1/outgoing/pause", "{\"scope\":\"PLANET\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("scope \"PLANET\": use ALL, INSURER or CREDITOR"));
    }

    @Test
    void claim_is_approved_by_another_then_no_more() throws Exception {
        // When
        room.mvc
                .perform(room.post(approver, "/api/v1/claims/CG-WAITING-1/approve"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.releasedBy").value(approver));
        // Then
        room.mvc
                .perform(room.post(approver, "/api/v1/claims/CG-DECLARED-1/approve"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("OPS-006"));
        room.mvc
                .perform(room.post(room.account("approver", "NIPPON"), "/api/v1/claims/CG-DECLARED-1/hold"))
                .andExpect(status().isNotFound());
    }

    @Test
    void dropped_file_lies_whole_in_the_folder_of_its_source() throws Exception {
        // Given
        MockMultipartFile file = new MockMultipartFile("file", "items 1.csv", "text/csv", "a;b\n".getBytes());
        // When
        drop(acmeOperator, "acme", file)
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.size").value(4));
        // Then
        assertThat(home.resolve("erp/acme/in")).isDirectoryContaining(path -> path.endsWith("items 1.csv"));
        assertThat(Files.readString(home.resolve("erp/acme/in/items 1.csv"))).isEqualTo("a;b\n");
        try (var left = Files.list(home.resolve("erp/acme/in"))) {
            assertThat(left).hasSize(1);
        }
        drop(acmeOperator, "acme", file).andExpect(status().isConflict());
        drop(acmeOperator, "nippon", file).andExpect(status().isNotFound());
        drop(acmeOperator, "nowhere", file).andExpect(status().isNotFound());
        for (String bad : new String[] {"../x.csv", "a/b.csv", ".hidden", "~x", "x.tmp", "", "a\u0000b"}) {
            drop(acmeOperator, "acme", new MockMultipartFile("file", bad, "text/csv", new byte[] {1}))
                    .andExpect(status().isBadRequest());
        }
    }

    private ResultActions drop(String account, String source, MockMultipartFile file) throws Exception {
        return room.mvc.perform(MockMvcRequestBuilders.multipart("/api/v1/sources/" + source + "/files")
                .file(file)
                .with(SecurityMockMvcRequestPostProcessors.httpBasic(account, RunningOperations.PASSWORD)));
    }

    @Test
    void held_file_is_decided_by_who_sees_it() throws Exception {
        // When
        post(acmeOperator, "/api/v1/files/" + story.heldFile + "/refuse", "{\"reason\":\"half of it is missing\"}")
                .andExpect(status().isOk());
        room.mvc
                .perform(room.post(acmeOperator, "/api/v1/files/" + story.nipponFile + "/release"))
                .andExpect(status().isNotFound());
        // Then
        assertThat(room.context
                        .getBean(OperationsTestApplication.Decisions.class)
                        .made())
                .containsExactly("refuse " + story.heldFile + " by " + acmeOperator + ": half of it is missing");
    }

    @Test
    void route_stops_starts_and_shows_its_figures() throws Exception {
        // When
        room.mvc
                .perform(room.post(operator, "/api/v1/routes/test.echo/stop"))
                .andExpect(jsonPath("$.state").value("Stopped"));
        room.mvc
                .perform(room.post(operator, "/api/v1/routes/test.echo/start"))
                .andExpect(jsonPath("$.state").value("Started"));
        room.context.getBean(org.apache.camel.ProducerTemplate.class).sendBody("direct:echo", "hello");
        // Then
        room.mvc
                .perform(room.get(operator, "/api/v1/routes"))
                .andExpect(jsonPath("$.items[?(@.id=='test.echo')].exchanges").value(1))
                .andExpect(jsonPath("$.items[?(@.id=='test.echo')].description").value("Give back what comes in"))
                .andExpect(jsonPath("$.items[?(@.id=='test.echo')].group").value("test"));
        room.mvc.perform(room.post(operator, "/api/v1/routes/no.such/stop")).andExpect(status().isNotFound());
    }
}
