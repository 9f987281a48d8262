package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.store.Times;
import io.claimgate.support.Databases;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events as facts, on both databases. */
class EventFilesTest {

    private static final String HEADER =
            "kind,date,awareOn,publishedOn,buyerId,invoiceNumber,instalment,amount,newDueDate,level,channel,note\n";
    private static final String TWO_INSTALMENTS = Acme.HEADER.replace("\n", ",instalment\n")
            + Acme.A.replace("\n", ",1\n")
            + Acme.A.replace("\n", ",2\n")
            + Acme.B.replace("\n", ",1\n");

    @TempDir
    Path folder;

    private IntakeKit kit;

    private void start(Databases database) {
        kit = new IntakeKit(new Stores(database), folder, Map.of("acme", Acme.MAPPING));
        kit.bring("acme", "invoices.csv", TWO_INSTALMENTS);
        kit.disarm();
    }

    private JsonNode bring(String name, String... rows) {
        return kit.bring("acme", name, HEADER + String.join("\n", rows) + "\n");
    }

    private static String counts(JsonNode ack) {
        JsonNode counts = ack.path("counts");
        return counts.path("created") + " created, " + counts.path("updated") + " updated, " + counts.path("unchanged")
                + " unchanged, " + counts.path("rejected") + " rejected";
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void each_instalment_of_an_invoice_gets_the_fact_and_the_buyer_s_is_one(Databases database) {
        // Given
        start(database);

        // When
        JsonNode ack = bring(
                "events.csv",
                "REMINDER,2026-04-10,,,,A,,,,1,letter,first reminder",
                "EXTENSION,2026-04-12,,,C1,A,2,,2026-05-15,,,",
                "INSOLVENCY,2026-05-05,2026-05-07,2026-05-20,C2,B,,,,,,");

        // Then
        assertThat(counts(ack)).as(ack.toString()).isEqualTo("3 created, 0 updated, 0 unchanged, 0 rejected");
        assertThat(kit.stores.sql.sql("""
                                select concat(f.kind, ' ', f.fact_date, ' ', b.customer_no, ' ', coalesce(r.instalment, 0), ' ', coalesce(f.new_due_date, f.aware_on))
                                from fact f join buyer b on b.id = f.buyer_id left join receivable r on r.id = f.receivable_id order by f.id""").query(String.class).list())
                .containsExactlyInAnyOrder(
                        "REMINDER 2026-04-10 C1 1 ",
                        "REMINDER 2026-04-10 C1 2 ",
                        "EXTENSION 2026-04-12 C1 2 2026-05-15",
                        "INSOLVENCY 2026-05-05 C2 0 2026-05-07");
        assertThat(kit.count("select count(*) from fact where recorded_by = 'erp:acme' and source = 'acme'"))
                .isEqualTo(4);
        assertThat(kit.armed()).hasSize(2);
        assertThat(kit.count("select count(*) from staging_event")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_same_again_changes_nothing_and_other_words_change_the_fact_but_not_when_it_was_learnt(Databases database) {
        // Given
        start(database);
        bring("events-1.csv", "INSOLVENCY,2026-05-05,,,C2,,,,,,,", "REMINDER,2026-04-10,,,,A,,,,1,letter,");
        kit.disarm();
        kit.stores.clock.advance(Duration.ofDays(3));

        // When
        JsonNode ack = bring(
                "events-2.csv",
                "REMINDER,2026-04-10,,,,A,,,,1,letter,",
                "INSOLVENCY,2026-05-05,2026-05-07,,C2,,,,,,,opened in Lille",
                "REMINDER,2026-04-25,,,,A,,,,2,letter,");

        // Then
        assertThat(counts(ack)).isEqualTo("1 created, 1 updated, 1 unchanged, 0 rejected");
        assertThat(kit.value("select aware_on from fact where kind = 'INSOLVENCY'", LocalDate.class))
                .isEqualTo("2026-05-07");
        assertThat(
                        kit.count(
                                "select count(distinct recorded_at) from fact where fact_date < date '2026-04-20' or kind = 'INSOLVENCY'"))
                .isEqualTo(1);
        assertThat(kit.count("select count(*) from fact")).isEqualTo(5);
        assertThat(kit.armed()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_person_recorded_survives_every_import(Databases database) {
        // Given
        start(database);
        kit.stores
                .sql
                .sql(
                        "insert into fact (creditor, kind, fact_date, buyer_id, note, recorded_by, recorded_at) values ('ACME-FR', 'INSOLVENCY', date '2026-05-05', 2, 'by telephone', 'anna', ?)")
                .param(Times.utc(kit.stores.clock.now()))
                .update();

        // When
        bring("events.csv", "INSOLVENCY,2026-05-05,,,C2,,,,,,,from the ERP");

        // Then
        assertThat(kit.stores
                        .sql
                        .sql("select note from fact order by id")
                        .query(String.class)
                        .list())
                .containsExactly("by telephone", "from the ERP");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void rows_that_say_too_little_or_name_strangers_are_refused_each_with_its_mend(Databases database) {
        // Given
        start(database);
        String foreign = Acme.MAPPING.replace("source: acme", "source: other").replace("ACME-FR", "OTHER-FR");
        IntakeKit others = new IntakeKit(kit.stores, folder.resolve("other"), Map.of("other", foreign));
        others.bring(
                "other",
                "invoices.csv",
                Acme.HEADER + Acme.A.replace("A,", "O-1,").replace("C1", "C77"));

        // When
        JsonNode ack = bring(
                "events.csv",
                "EXTENSION,2026-04-12,,,,A,,,,,,",
                "INSOLVENCY,2026-05-05,,,,B,,,,,,",
                "DISPUTE_OPENED,2026-05-05,,,C1,,,,,,,",
                "REMINDER,2026-05-05,,,,,,,,1,,",
                "REMINDER,2026-05-05,,,,Z,,,,1,,",
                "REMINDER,2026-05-05,,,,A,3,,,1,,",
                "REMINDER,2026-05-05,,,C9,,,,,1,,",
                "REMINDER,2026-05-05,,,C2,A,,,,1,,",
                "REMINDER,2026-05-05,,,,O-1,,,,1,,",
                "ADVERSE_INFO,2026-05-05,,,C77,,,,,,,",
                "DATE_OF_LOSS,2026-05-05,,,C1,,,,,,,",
                "DISPUTE_OPENED,2026-05-05,,,,A,1,10.005,,,,",
                "REMINDER,2026-02-30,,,,A,,,,first,,");

        // Then
        assertThat(ack.path("status").asText()).isEqualTo("REJECTED");
        assertThat(kit.text("acme", "events.csv.rejects.csv").lines().map(EventFilesTest::head))
                .containsExactly(
                        "line,field,code",
                        "2,newDueDate,ERP-101",
                        "3,buyerId,ERP-101",
                        "4,invoiceNumber,ERP-101",
                        "5,buyerId,ERP-101",
                        "6,invoiceNumber,ERP-111",
                        "7,invoiceNumber,ERP-111",
                        "8,buyerId,ERP-111",
                        "9,invoiceNumber,ERP-111",
                        "10,invoiceNumber,ERP-111",
                        "11,buyerId,ERP-111",
                        "12,kind,ERP-106",
                        "13,amount,ERP-105",
                        "14,date,ERP-104",
                        "14,level,ERP-103");
        assertThat(kit.count("select count(*) from fact")).isZero();
    }

    private static String head(String line) {
        String[] cells = line.split(",", 4);
        return cells[0] + "," + cells[1] + "," + cells[2];
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void within_a_file_the_first_line_counts_whatever_words_lead_to_the_same_fact(Databases database) {
        // Given
        start(database);

        // When
        JsonNode ack = bring(
                "events.csv",
                "REMINDER,2026-04-10,,,,A,1,,,1,letter,",
                "REMINDER,2026-04-10,,,,A,,,,1,letter,",
                "REMINDER,2026-04-10,,,,A,2,,,1,letter,",
                "REMINDER,2026-04-10,,,,A,2,,,1,e-mail,");

        // Then
        assertThat(counts(ack)).isEqualTo("2 created, 0 updated, 1 unchanged, 1 rejected");
        assertThat(kit.text("acme", "events.csv.rejects.csv")).contains("5,kind,ERP-107,");
        assertThat(kit.count("select count(*) from fact")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_dossiers_of_the_buyer_s_undecided_claims_are_looked_at(Databases database) {
        // Given
        start(database);
        String waiting = kit.claim(1, "DECLARED").key().value();
        kit.claim(2, "ACCEPTED");

        // When
        bring("events.csv", "REMINDER,2026-04-10,,,,A,1,,,1,letter,", "REMINDER,2026-04-10,,,,B,1,,,1,letter,");

        // Then
        assertThat(kit.dossiers()).isEqualTo(List.of(waiting));
    }
}
