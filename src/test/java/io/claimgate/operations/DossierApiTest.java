package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.support.Databases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people see of a claim's file. */
class DossierApiTest {

    private static final OffsetDateTime NOW = Fixture.NOW.atOffset(ZoneOffset.UTC);

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_shows_its_file_and_every_document_with_how_far_it_came(Databases database) throws Exception {
        try (RunningOperations room = new RunningOperations(database, home)) {
            // Given
            room.story();
            dossier(room);

            // When
            JsonNode claim = read(room, "/api/v1/claims/CG-DECLARED-1");

            // Then
            JsonNode dossier = claim.get("dossier");
            assertThat(dossier.get("state").asText()).isEqualTo("OPEN");
            assertThat(dossier.get("required").asInt()).isEqualTo(3);
            assertThat(dossier.get("missing").get(0).get("kind").asText()).isEqualTo("ORDER");
            assertThat(dossier.get("dueOn").asText()).isEqualTo("2026-07-01");
            assertThat(dossier.get("clock").asText()).isEqualTo("OPEN");
            assertThat(claim.get("documents").findValuesAsText("kind"))
                    .containsExactly("INVOICE", "INVOICE", "STATEMENT", "TERMS");
            assertThat(claim.get("documents").findValuesAsText("sent"))
                    .containsExactly("RECEIVED", "RECEIVED", "CARRIED", "NOT_SENT");
            JsonNode invoice = claim.get("documents").get(0);
            assertThat(invoice.get("invoiceNumber").asText()).isEqualTo("A-3000");
            assertThat(invoice.get("receipt").asText()).isEqualTo("RC-1");
            assertThat(invoice.get("transfer").asInt()).isEqualTo(1);
            assertThat(invoice.get("size").asLong()).isEqualTo(700);
            assertThat(claim.get("submissions").findValuesAsText("operation"))
                    .containsExactly("DECLARE", "DOCUMENT", "DOCUMENT");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(text(room, "/actuator/prometheus"))
                            .contains("claimgate_documents_bytes_total 700.0"));
        }
    }

    private static void dossier(RunningOperations room) {
        room.jdbc.sql("update task set state = 'PARKED'").update();
        room.jdbc.sql("""
                        insert into deadline (exposure_id, episode, kind, creditor, policy, policy_version, safe_on, closes_on, closes_at, status,
                          amount_at_risk, currency, rule, explanation, computed_at)
                        select exposure_id, 1, 'documents', creditor, policy, 1, date '2026-07-01', date '2026-07-01', ?, 'OPEN', 1, 'EUR', 'r', 'e', ?
                        from claim where claim_key = 'CG-DECLARED-1'""").params(NOW.plusDays(31), NOW).update();
        room.jdbc.sql("""
                        insert into dossier (claim_key, creditor, insurer, state, required, present, missing, updated_at)
                        values ('CG-DECLARED-1', 'ACME-FR', 'sandbox', 'OPEN', 3, 2, '[{"kind":"ORDER","invoiceNumber":"A-3000","why":"w"}]', ?)""").param(NOW).update();
        long receivable = room.jdbc
                .sql("select receivable_id from claim_line where claim_key = 'CG-DECLARED-1'")
                .query(Long.class)
                .single();
        long buyer = room.jdbc
                .sql("select buyer_id from claim where claim_key = 'CG-DECLARED-1'")
                .query(Long.class)
                .single();
        document(room, "INVOICE", "a", "receivable/" + receivable, receivable, null, null);
        document(room, "INVOICE", "a", "buyer/" + buyer, null, buyer, null);
        document(room, "STATEMENT", "b", "claim/CG-DECLARED-1", null, null, "CG-DECLARED-1");
        document(room, "TERMS", "c", "buyer/" + buyer, null, buyer, null);
        transfer(room, 1, "ACKNOWLEDGED", "INVOICE", "RC-1");
        transfer(room, 2, "SENDING", "STATEMENT", null);
    }

    private static void document(
            RunningOperations room, String kind, String hash, String tie, Long receivable, Long buyer, String claim) {
        room.jdbc
                .sql("""
                        insert into document (creditor, kind, name, sha256, size_bytes, media_type, tie, receivable_id, buyer_id, claim_key, origin,
                          received_at) values ('ACME-FR', ?, 'scan.pdf', ?, 700, 'application/pdf', ?, ?, ?, ?, 'erp:acme', ?)""")
                .params(kind, hash.repeat(64), tie, receivable, buyer, claim, NOW)
                .update();
    }

    private static void transfer(RunningOperations room, int number, String state, String kind, String receipt) {
        room.jdbc
                .sql("""
                        insert into submission (claim_key, operation, attempt, state, insurer, creditor, payload_sha256, intent_at, sent_at, finished_at,
                          calls) values ('CG-DECLARED-1', 'DOCUMENT', ?, ?, 'sandbox', 'ACME-FR', ?, ?, ?, ?, 1)""")
                .params(number, state, "a".repeat(64), NOW, NOW, receipt == null ? null : NOW)
                .update();
        room.jdbc
                .sql("""
                        insert into transfer (submission_id, claim_key, creditor, channel, name, size_bytes, carried_at, received_at, receipt)
                        select id, claim_key, creditor, 'SOAP', concat('00', attempt, '.pdf'), 700, ?, ?, ? from submission
                        where operation = 'DOCUMENT' and attempt = ?""")
                .params(NOW, receipt == null ? null : NOW, receipt, number)
                .update();
        room.jdbc.sql("""
                        insert into transfer_document (submission_id, document_id, name)
                        select t.submission_id, min(d.id), 'x' from transfer t join submission s on s.id = t.submission_id, document d
                        where s.attempt = ? and d.kind = ? group by t.submission_id""").params(number, kind).update();
    }

    private static JsonNode read(RunningOperations room, String path) throws Exception {
        return new ObjectMapper().readTree(text(room, path));
    }

    private static String text(RunningOperations room, String path) throws Exception {
        return room.mvc
                .perform(room.get(room.account("viewer", "*"), path))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
