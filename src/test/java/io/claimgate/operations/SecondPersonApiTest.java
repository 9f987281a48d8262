package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** What guards stopped and what needs two persons, over HTTP, on both databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SecondPersonApiTest {

    static final class OnH2Test extends SecondPersonApiTest {
        OnH2Test() {
            super(Databases.H2);
        }
    }

    static final class OnPostgresqlTest extends SecondPersonApiTest {
        OnPostgresqlTest() {
            super(Databases.POSTGRESQL);
        }
    }

    private final Databases database;
    private RunningOperations room;
    private Story story;
    private String operator;
    private String approver;
    private String another;
    private String foreign;

    SecondPersonApiTest(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        room = new RunningOperations(database, folder);
        story = room.story();
        operator = room.account("operator", "*");
        approver = room.account("approver", "*");
        another = room.account("approver", "ACME-FR");
        foreign = room.account("approver", "NIPPON");
    }

    @AfterAll
    void stop() {
        room.close();
    }

    private ResultActions post(String account, String path, String body) throws Exception {
        return room.mvc.perform(
                room.post(account, path).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private long asked(ResultActions asking) throws Exception {
        JsonNode request = new ObjectMapper()
                .readTree(asking.andExpect(status().isAccepted())
                        .andExpect(jsonPath("$.state").value("WAITING"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        return request.get("id").asLong();
    }

    @Test
    void a_first_load_is_shown_with_its_figures_and_released_by_two_approvers() throws Exception {
        // Given
        post(approver, "/api/v1/policies/FR-MEP60/release-first-load", "{\"reason\":\"ok\"}")
                .andExpect(status().isNotFound());
        long load = new Fixture(room.jdbc).guardCase("FIRST_LOAD", "FR-MEP60", "ACME-FR", "acme", "CG-WAITING-1");
        room.mvc
                .perform(room.get(another, "/api/v1/guards?open=true&guard=FIRST_LOAD"))
                .andExpect(jsonPath("$.items[0].claims").value(1))
                .andExpect(jsonPath("$.items[0].amount").value(24690.60))
                .andExpect(jsonPath("$.items[0].reason").value(containsString("for the first time")));
        room.mvc
                .perform(room.get(another, "/api/v1/claims/CG-WAITING-1"))
                .andExpect(jsonPath("$.stopped.guard").value("FIRST_LOAD"))
                .andExpect(jsonPath("$.stopped.caseId").value(load));
        room.mvc.perform(room.get(foreign, "/api/v1/guards/" + load)).andExpect(status().isNotFound());
        post(foreign, "/api/v1/guards/" + load + "/release", "{\"reason\":\"ok\"}")
                .andExpect(status().isNotFound());
        post(approver, "/api/v1/guards/" + load + "/release", "{}").andExpect(status().isBadRequest());

        // When
        long request = asked(
                post(approver, "/api/v1/policies/FR-MEP60/release-first-load", "{\"reason\":\"looked through\"}"));

        // Then
        post(approver, "/api/v1/requests/" + request + "/confirm", "")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("SEC-003"));
        post(foreign, "/api/v1/requests/" + request + "/confirm", "").andExpect(status().isNotFound());
        post(another, "/api/v1/requests/" + request + "/confirm", "")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CONFIRMED"))
                .andExpect(jsonPath("$.decidedBy").value(another));
        post(another, "/api/v1/requests/" + request + "/confirm", "").andExpect(status().isConflict());
        room.mvc
                .perform(room.get(another, "/api/v1/guards/" + load))
                .andExpect(jsonPath("$.endedBy").value(another));
        assertThat(room.jdbc
                        .sql("select count(*) from task where kind = 'claim' and ref = 'CG-WAITING-1'")
                        .query(Long.class)
                        .single())
                .as("its own task carries it out")
                .isOne();
    }

    @Test
    void a_due_date_is_corrected_once_an_approver_has_confirmed_it() throws Exception {
        // Given
        String path = "/api/v1/receivables/" + story.acmeReceivable;
        post(operator, path + "/due-date", "{\"reason\":\"typo\"}").andExpect(status().isBadRequest());
        post(operator, path + "/reopen", "{\"reason\":\"please\"}").andExpect(status().isConflict());

        // When
        long request = asked(
                post(operator, path + "/due-date", "{\"dueDate\":\"2026-12-31\",\"reason\":\"typo in the ERP\"}"));

        // Then
        post(operator, path + "/due-date", "{\"dueDate\":\"2026-12-30\",\"reason\":\"me too\"}")
                .andExpect(status().isConflict());
        post(operator, "/api/v1/requests/" + request + "/confirm", "").andExpect(status().isForbidden());
        post(approver, "/api/v1/requests/" + request + "/confirm", "").andExpect(status().isOk());
        room.mvc
                .perform(room.get(operator, path))
                .andExpect(jsonPath("$.dueDate").value("2026-12-31"));
    }

    @Test
    void a_request_is_refused_or_taken_back_and_only_a_lost_answer_may_be_sent_again() throws Exception {
        // Given
        post(operator, "/api/v1/claims/CG-DECLARED-1/send-again", "{\"reason\":\"they lost it\"}")
                .andExpect(status().isConflict());
        String path = "/api/v1/receivables/" + story.nipponReceivable;
        long request = asked(post(operator, path + "/due-date", "{\"dueDate\":\"2027-01-31\",\"reason\":\"typo\"}"));

        // When
        post(operator, "/api/v1/requests/" + request + "/refuse", "{\"reason\":\"wrong invoice\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("REFUSED"))
                .andExpect(jsonPath("$.decidedWhy").value("wrong invoice"));

        // Then
        room.mvc
                .perform(room.get(operator, "/api/v1/requests?subject=receivable/" + story.nipponReceivable))
                .andExpect(jsonPath("$.total").value(1));
        asked(post(operator, path + "/due-date", "{\"dueDate\":\"2027-02-28\",\"reason\":\"now right\"}"));
    }
}
