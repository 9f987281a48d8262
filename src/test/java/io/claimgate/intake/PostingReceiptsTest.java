package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.Databases;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Stores;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ERPs answer to postings, from the drop folder to the acknowledgement. */
class PostingReceiptsTest {

    private static final String MAPPING = """
            source: %s
            creditor: ACME-FR
            payments: explicit
            feeds:
              - {name: posting-receipts, kind: posting-receipts, match: "posting-receipts*.csv"}
            """;
    private static final String HEADER = "postingId,status,erpDocument,message\n";

    @TempDir
    Path folder;

    private IntakeKit kit(Databases database) {
        IntakeKit kit = new IntakeKit(
                new Stores(database),
                folder,
                Map.of("acme", MAPPING.formatted("acme"), "other", MAPPING.formatted("other")));
        OffsetDateTime now = OffsetDateTime.parse("2026-06-01T08:00:00Z");
        kit.stores
                .sql
                .sql(
                        "insert into buyer (id, creditor, customer_no, name, country, updated_at) values (1, 'ACME-FR', 'C-1', 'A', 'FR', ?)")
                .param(now)
                .update();
        kit.stores
                .sql
                .sql(
                        "insert into exposure (id, contract, creditor, buyer_id, policy, currency) values (1, 'A', 'ACME-FR', 1, 'P', 'EUR')")
                .update();
        kit.stores
                .sql
                .sql(
                        "insert into receivable (id, creditor, source, invoice_number, instalment, type, issue_date, currency, gross_amount, open_amount,"
                                + " buyer_id, buyer_ref, row_hash, first_file, last_file, created_at, updated_at) values (1, 'ACME-FR', 'acme', 'F-1', 1, '380',"
                                + " ?, 'EUR', 1, 1, 1, 'C-1', cast('00000000-0000-0000-0000-000000000000' as uuid), 1, 1, ?, ?)")
                .params(LocalDate.of(2026, 3, 1), now, now)
                .update();
        kit.stores
                .sql
                .sql(
                        "insert into claim (claim_key, exposure_id, episode, contract, policy, policy_version, insurer, creditor, buyer_id, governing, state,"
                                + " amount, currency, cause, closes_on, close_at, drafted_at, requested_by, declare_mode, on_safe_date, opening_hard, zone,"
                                + " config_hash) values ('K-1', 1, 1, 'A', 'P', 1, 'sandbox', 'ACME-FR', 1, 1, 'DECLARED', 1, 'EUR', 'PROTRACTED_DEFAULT',"
                                + " ?, ?, ?, 'machine', 'AUTOMATIC', 'DECLARE', true, 'Europe/Paris', ?)")
                .params(LocalDate.of(2026, 7, 31), now, now, "0".repeat(64))
                .update();
        posting(kit, "P-1", "ACME-FR", "WRITTEN");
        posting(kit, "P-2", "ACME-FR", "WRITTEN");
        posting(kit, "P-3", "ACME-FR", "OPEN");
        posting(kit, "P-4", "OTHER-FR", "WRITTEN");
        return kit;
    }

    private static void posting(IntakeKit kit, String id, String creditor, String state) {
        kit.stores
                .sql
                .sql(
                        "insert into posting (posting_id, source, creditor, claim_key, buyer_id, cause, event, insurer, insurer_reference, booked_on, currency,"
                                + " text, state, made_at, config_hash) values (?, 'acme', ?, 'K-1', 1, ?, 'CLAWBACK', 'sandbox', 'R', ?, 'EUR', 't', ?, ?, ?)")
                .params(
                        id,
                        creditor,
                        "cause/" + id,
                        LocalDate.of(2026, 6, 1),
                        state,
                        OffsetDateTime.parse("2026-06-01T08:00:00Z"),
                        "0".repeat(64))
                .update();
    }

    private static List<String> states(IntakeKit kit) {
        return kit.stores
                .sql
                .sql(
                        "select concat(posting_id, ' ', state, ' ', coalesce(erp_document, '-')) from posting order by posting_id")
                .query(String.class)
                .list();
    }

    private static long count(JsonNode ack, String what) {
        return ack.path("counts").path(what).asLong();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void answers_are_taken_and_acknowledged_and_strangers_refused(Databases database) {
        // Given
        IntakeKit kit = kit(database);

        // When
        JsonNode ack = kit.bring(
                "acme",
                "posting-receipts-1.csv",
                HEADER + "P-1,POSTED,4711,\nP-2,rejected,,period closed\nP-3,POSTED,1,\nP-4,POSTED,2,\nP-9,POSTED,3,\n"
                        + "P-1,PERHAPS,,\n,POSTED,,\n");

        // Then
        assertThat(ack.path("status").asText()).as(ack.toString()).isEqualTo("PARTIALLY_ACCEPTED");
        assertThat(count(ack, "updated")).isEqualTo(2);
        assertThat(count(ack, "rejected")).isEqualTo(5);
        assertThat(kit.text("acme", "posting-receipts-1.csv.rejects.csv"))
                .contains("4,postingId,ERP-111,", "5,postingId,ERP-111,", "6,postingId,ERP-111,")
                .contains("7,status,ERP-106,", "8,postingId,ERP-101,");
        assertThat(states(kit)).containsExactly("P-1 CONFIRMED 4711", "P-2 REFUSED -", "P-3 OPEN -", "P-4 WRITTEN -");
        assertThat(kit.value("select message from alert where code = 'ACC-002' and cleared_at is null", String.class))
                .contains("posting P-2 of claim K-1: period closed");
        assertThat(kit.count("select count(*) from task where kind = 'results'"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_postings_of_another_source_are_not_its_to_answer(Databases database) {
        // Given
        IntakeKit kit = kit(database);

        // When
        JsonNode ack = kit.bring("other", "posting-receipts-1.csv", HEADER + "P-1,POSTED,4711,\n");

        // Then
        assertThat(ack.path("status").asText()).isEqualTo("REJECTED");
        assertThat(states(kit)).contains("P-1 WRITTEN -");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_same_answers_again_change_nothing(Databases database) {
        // Given
        IntakeKit kit = kit(database);
        kit.bring("acme", "posting-receipts-1.csv", HEADER + "P-1,POSTED,4711,\nP-2,REFUSED,,closed\n");

        // When
        JsonNode again = kit.bring(
                "acme", "posting-receipts-2.csv", HEADER + "P-2,REFUSED,,closed\nP-1,POSTED,4711,\nP-1,POSTED,4711,\n");

        // Then
        assertThat(count(again, "unchanged")).as(again.toString()).isEqualTo(3);
        assertThat(count(again, "updated")).isZero();
        assertThat(kit.count("select count(*) from event where stream like 'posting/%'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_was_refused_may_be_booked_later_what_was_confirmed_is_not_refused(Databases database) {
        // Given
        IntakeKit kit = kit(database);
        kit.bring("acme", "posting-receipts-1.csv", HEADER + "P-1,POSTED,4711,\nP-2,REFUSED,,closed\n");

        // When
        JsonNode ack = kit.bring(
                "acme", "posting-receipts-2.csv", HEADER + "P-1,REFUSED,,changed my mind\nP-2,POSTED,4712,\n");

        // Then
        assertThat(count(ack, "updated")).isEqualTo(1);
        assertThat(kit.text("acme", "posting-receipts-2.csv.rejects.csv"))
                .contains("2,postingId,ACC-010,\"it was confirmed before as document 4711");
        assertThat(states(kit)).contains("P-1 CONFIRMED 4711", "P-2 CONFIRMED 4712");
        assertThat(kit.count("select count(*) from alert where code = 'ACC-002' and cleared_at is null"))
                .isZero();
    }
}
