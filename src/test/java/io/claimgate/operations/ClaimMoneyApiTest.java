package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.settlement.SettledWorld;
import io.claimgate.flow.settlement.SettlementActs;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The money of a claim over HTTP. */
class ClaimMoneyApiTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_operator_sees_what_is_owed_remits_it_and_closes_the_claim(Databases database, @TempDir Path home)
            throws Exception {
        try (RunningOperations room = new RunningOperations(database, home)) {
            // Given
            SettledWorld world = new SettledWorld(new Stores(room.context.getBean(DataSource.class)));
            ((GenericApplicationContext) room.context).registerBean(SettlementActs.class, () -> world.acts);
            world.at("2026-09-15T09:00:00Z");
            ClaimKey key = world.declared("1000.00");
            world.settlement(key, "INDEMNITY", "S1", "2026-09-01", "900.00");
            world.payment(key, "p1", "2026-09-10", "500.00", null);
            world.run();
            String claim = "/api/v1/claims/" + key;
            String operator = room.account("operator", "ACME-FR");

            // When
            room.mvc
                    .perform(room.get(operator, claim + "/money"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.sums.paid").value(900.00))
                    .andExpect(jsonPath("$.sums.owed").value(450.00))
                    .andExpect(jsonPath("$.movements.length()").value(3))
                    .andExpect(jsonPath("$.remittances[0].state").value("OWED"))
                    .andExpect(jsonPath("$.remittances[0].closesOn").value("2026-10-10"));
            post(room, operator, claim + "/close", "{\"reason\":\"nothing more comes\"}")
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("OPS-006"));
            post(room, operator, claim + "/close", "{}").andExpect(status().isBadRequest());
            post(room, operator, claim + "/remittances/1/remitted", "{\"reference\":\"SEPA 1\"}")
                    .andExpect(status().isBadRequest());
            post(
                            room,
                            room.account("operator", "NIPPON"),
                            claim + "/remittances/1/remitted",
                            "{\"date\":\"2026-09-12\",\"reference\":\"SEPA 1\"}")
                    .andExpect(status().isNotFound());
            post(
                            room,
                            operator,
                            claim + "/remittances/1/remitted",
                            "{\"date\":\"2026-09-12\",\"reference\":\"SEPA 1\"}")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.sums.owed").value(0.00))
                    .andExpect(jsonPath("$.remittances[0].recordedBy").value(operator));
            world.booked.confirmAll();
            post(room, operator, claim + "/close", "{\"reason\":\"nothing more comes\"}")
                    .andExpect(status().isOk());

            // Then
            assertThat(room.jdbc
                            .sql("select state from claim where claim_key = ?")
                            .param(key.value())
                            .query(String.class)
                            .single())
                    .isEqualTo("CLOSED");
        }
    }

    @Test
    void the_forms_of_the_claim_page_remit_and_close_too(@TempDir Path home) throws Exception {
        try (RunningOperations room = new RunningOperations(Databases.H2, home)) {
            // Given
            SettledWorld world = new SettledWorld(new Stores(room.context.getBean(DataSource.class)));
            ((GenericApplicationContext) room.context).registerBean(SettlementActs.class, () -> world.acts);
            world.at("2026-09-15T09:00:00Z");
            ClaimKey key = world.declared("1000.00");
            world.settlement(key, "INDEMNITY", "S1", "2026-09-01", "900.00");
            world.payment(key, "p1", "2026-09-10", "500.00", null);
            world.run();
            String page = "/claims/" + key;

            // When
            form(room, page + "/close", "reason", "nothing more comes")
                    .andExpect(flash().attribute("refused", startsWith("OPS-006")));
            form(room, page + "/remittances/1/remitted", "date", "2026-09-12", "reference", "SEPA 1")
                    .andExpect(redirectedUrl(page))
                    .andExpect(flash().attribute("said", "The remittance is recorded."));
            world.booked.confirmAll();
            form(room, page + "/close", "reason", "nothing more comes")
                    .andExpect(flash().attribute("said", "The claim is closed."));

            // Then
            assertThat(room.jdbc
                            .sql("select state from claim where claim_key = ?")
                            .param(key.value())
                            .query(String.class)
                            .single())
                    .isEqualTo("CLOSED");
        }
    }

    private static ResultActions form(RunningOperations room, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = room.post(room.account("operator", "ACME-FR"), path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return room.mvc.perform(request);
    }

    private static ResultActions post(RunningOperations room, String account, String path, String body)
            throws Exception {
        return room.mvc.perform(
                room.post(account, path).contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
