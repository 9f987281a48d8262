package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.settlement.SettledWorld;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** What insurers are told of declared claims, over HTTP. */
class ClaimChangesApiTest {

    private static final String BY_MAIL =
            "{\"reference\":\"MAIL-7\",\"at\":\"2026-01-02T09:00:00Z\",\"evidence\":\"the answer by mail\"}";

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_change_is_seen_let_go_by_an_approver_or_told_by_hand_by_two(Databases database, @TempDir Path home)
            throws Exception {
        try (RunningOperations room = new RunningOperations(database, home)) {
            // Given
            ClaimKey key = amended(room);
            String claim = "/api/v1/claims/" + key;
            String operator = room.account("operator", "ACME-FR");
            String approver = room.account("approver", "ACME-FR");
            room.jdbc
                    .sql("update claim_change set state = 'WITH_PERSON', waits_for = 'an approver lets it go'")
                    .update();

            // When
            room.mvc
                    .perform(room.get(operator, claim))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.amount").value(1000.00))
                    .andExpect(jsonPath("$.changes[0].kind").value("AMEND"))
                    .andExpect(jsonPath("$.changes[0].state").value("WITH_PERSON"))
                    .andExpect(jsonPath("$.changes[0].amountAfter").value(600.00))
                    .andExpect(jsonPath("$.changes[0].lines[0].amountBefore").value(1000.00))
                    .andExpect(jsonPath("$.changes[0].lines[0].amount").value(600.00));
            room.mvc
                    .perform(room.get(operator, claim + "/changes/1/letter"))
                    .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_PLAIN))
                    .andExpect(content().string(containsString("600.00 EUR instead of 1000.00")));
            post(room, operator, claim + "/changes/1/release", "").andExpect(status().isForbidden());
            post(room, approver, claim + "/changes/2/release", "").andExpect(status().isNotFound());
            post(room, room.account("approver", "NIPPON"), claim + "/changes/1/release", "")
                    .andExpect(status().isNotFound());
            post(room, approver, claim + "/changes/1/release", "")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.changes[0].state").value("PLANNED"));
            post(room, operator, claim + "/changes/1/told-manually", BY_MAIL).andExpect(status().isConflict());
            room.jdbc.sql("update claim_change set state = 'WITH_PERSON'").update();
            post(room, operator, claim + "/changes/1/told-manually", "{\"reference\":\"MAIL-7\"}")
                    .andExpect(status().isBadRequest());
            post(room, operator, claim + "/changes/1/told-manually", BY_MAIL)
                    .andExpect(jsonPath("$.changes[0].state").value("WITH_PERSON"))
                    .andExpect(jsonPath("$.changes[0].manualBy").value(operator));
            post(room, approver, claim + "/changes/1/told-manually", BY_MAIL)
                    .andExpect(jsonPath("$.changes[0].state").value("TOLD"));

            // Then
            room.mvc
                    .perform(room.get(operator, claim))
                    .andExpect(jsonPath("$.amount").value(600.00))
                    .andExpect(jsonPath("$.lines[0].amount").value(600.00));
        }
    }

    @Test
    void a_declared_claim_is_withdrawn_by_its_page_and_the_page_shows_what_is_told(@TempDir Path home)
            throws Exception {
        try (RunningOperations room = new RunningOperations(Databases.H2, home)) {
            // Given
            ClaimKey key = amended(room);
            String operator = room.account("operator", "ACME-FR");

            // When
            room.mvc
                    .perform(room.post(operator, "/claims/" + key + "/withdraw")
                            .param("reason", "settled with the buyer"))
                    .andExpect(flash().attribute("said", containsString("withdrawn")));

            // Then
            room.mvc
                    .perform(room.get(operator, "/claims/" + key))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("what the insurer is told of it since it was declared")))
                    .andExpect(content().string(containsString("settled with the buyer")));
            assertThat(room.jdbc
                            .sql("select concat(kind, ' ', state) from claim_change order by change_no")
                            .query(String.class)
                            .list())
                    .containsExactly("AMEND DROPPED", "WITHDRAW PLANNED");
        }
    }

    /** A claim of 1,000.00 on which 400.00 were paid before the loss. */
    private static ClaimKey amended(RunningOperations room) {
        SettledWorld world = new SettledWorld(new Stores(room.context.getBean(DataSource.class)));
        world.at("2026-07-01T09:00:00Z");
        ClaimKey key = world.declared("1000.00");
        world.run();
        world.payment(key, "p1", "2026-06-30", "400.00", null);
        world.run();
        return key;
    }

    private static ResultActions post(RunningOperations room, String account, String path, String body)
            throws Exception {
        return room.mvc.perform(
                room.post(account, path).contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
