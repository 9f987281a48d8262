package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.Databases;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Stores;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way of a file, on both databases. */
class FileWayTest {

    @TempDir
    Path folder;

    IntakeKit kit;

    void start(Databases database) {
        kit = new IntakeKit(new Stores(database), folder, Map.of("acme", Acme.MAPPING));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_good_file_is_accepted_and_its_exposures_are_armed(Databases database) {
        // Given
        start(database);

        // When
        JsonNode ack = kit.bring("acme", "invoices-1.csv", Acme.HEADER + Acme.A + Acme.B);

        // Then
        assertThat(ack.path("status").asText()).as(ack.toString()).isEqualTo("ACCEPTED");
        assertThat(ack.path("counts").path("read").asLong()).isEqualTo(2);
        assertThat(ack.path("counts").path("created").asLong()).isEqualTo(2);
        assertThat(ack.path("feed").asText()).isEqualTo("invoices");
        assertThat(ack.path("rejects").isNull()).isTrue();
        assertThat(kit.value("select sum(gross_amount) from receivable", BigDecimal.class))
                .isEqualByComparingTo("350.50");
        assertThat(kit.count("select count(*) from receivable where exposure_id is not null and policy = 'ACME-2026'"))
                .isEqualTo(2);
        assertThat(kit.armed()).hasSize(2);
        assertThat(kit.count("select count(*) from staging_invoice")).isZero();
        assertThat(kit.count("select count(*) from event where type = 'io.claimgate.file.acknowledged'"))
                .isEqualTo(1);
        assertThat(IntakeKit.names(kit.home.in("acme"))).isEmpty();
        assertThat(IntakeKit.names(kit.home.work("acme"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_same_bytes_again_are_a_duplicate_with_an_answer_of_their_own(Databases database) {
        // Given
        start(database);
        kit.bring("acme", "invoices-1.csv", Acme.HEADER + Acme.A);

        // When
        kit.bring("acme", "invoices-1.csv", Acme.HEADER + Acme.A);
        JsonNode again = kit.ack("acme", "invoices-1.csv.ack.2.json");

        // Then
        assertThat(again.path("status").asText()).isEqualTo("DUPLICATE");
        assertThat(again.path("reasons").get(0).path("message").asText()).contains("invoices-1.csv");
        assertThat(kit.count("select duplicate_of from erp_file where ordinal = 2"))
                .isEqualTo(kit.count("select id from erp_file where ordinal = 1"));
        assertThat(kit.answers("acme")).containsExactly("invoices-1.csv.ack.2.json", "invoices-1.csv.ack.json");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_changed_file_updates_only_what_changed(Databases database) {
        // Given
        start(database);
        kit.bring("acme", "invoices-1.csv", Acme.HEADER + Acme.A + Acme.B);
        kit.disarm();
        kit.stores.clock.advance(java.time.Duration.ofDays(1));

        // When
        JsonNode ack = kit.bring("acme", "invoices-2.csv", Acme.HEADER + Acme.A + Acme.B.replace("250.50", "200.00"));

        // Then
        assertThat(ack.path("counts").path("updated").asLong()).isEqualTo(1);
        assertThat(ack.path("counts").path("unchanged").asLong()).isEqualTo(1);
        assertThat(kit.count("select count(*) from receivable where updated_at > created_at"))
                .isEqualTo(1);
        assertThat(kit.armed()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_later_due_date_moves_nothing_and_raises_an_alert_once(Databases database) {
        // Given
        start(database);
        kit.bring("acme", "invoices-1.csv", Acme.HEADER + Acme.A);

        // When
        JsonNode ack = kit.bring("acme", "invoices-2.csv", Acme.HEADER + Acme.A.replace("2026-03-31", "2026-05-15"));
        kit.bring(
                "acme",
                "invoices-3.csv",
                Acme.HEADER + Acme.A.replace("2026-03-31", "2026-05-15").replace("100.00", "90.00"));

        // Then
        assertThat(kit.value("select original_due_date from receivable", LocalDate.class))
                .isEqualTo("2026-03-31");
        assertThat(kit.value("select due_date from receivable", LocalDate.class))
                .isEqualTo("2026-05-15");
        assertThat(ack.path("counts").path("warned").asLong()).isEqualTo(1);
        assertThat(ack.path("reasons").get(0).path("code").asText()).isEqualTo("ERP-203");
        assertThat(kit.count("select count(*) from alert where code = 'ERP-203'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_earlier_due_date_tightens(Databases database) {
        // Given
        start(database);
        kit.bring("acme", "invoices-1.csv", Acme.HEADER + Acme.A);

        // When
        kit.bring("acme", "invoices-2.csv", Acme.HEADER + Acme.A.replace("2026-03-31", "2026-03-15"));

        // Then
        assertThat(kit.value("select original_due_date from receivable", LocalDate.class))
                .isEqualTo("2026-03-15");
        assertThat(kit.count("select count(*) from alert")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void faulty_rows_are_rejected_with_all_their_faults_and_the_good_ones_taken(Databases database) {
        // Given
        start(database);

        // When
        JsonNode ack = kit.bring(
                "acme",
                "invoices-1.csv",
                Acme.HEADER + Acme.A + "X,2026-02-31,,EURO,1e5,,\"Say \"\"no\"\"\",FR\nY,2026-01-01\n" + Acme.B);

        // Then
        assertThat(ack.path("status").asText()).isEqualTo("PARTIALLY_ACCEPTED");
        assertThat(ack.path("counts").path("rejected").asLong()).isEqualTo(2);
        assertThat(ack.path("rejects").asText()).isEqualTo("invoices-1.csv.rejects.csv");
        assertThat(kit.text("acme", "invoices-1.csv.rejects.csv"))
                .isEqualTo("line,field,code,message,value\r\n"
                        + "3,issueDate,ERP-104,not a date in yyyy-MM-dd; correct the row and drop it again,2026-02-31\r\n"
                        + "3,dueDate,ERP-101,is required and empty; correct the row and drop it again,\r\n"
                        + "3,currency,ERP-106,not a currency of ISO 4217; correct the row or map the value,EURO\r\n"
                        + "3,grossAmount,ERP-103,not an amount in the feed's number format; correct the row and drop it again,1e5\r\n"
                        + "3,buyerId,ERP-101,is required and empty; correct the row and drop it again,\r\n"
                        + "4,,ERP-112,\"2 fields, the header has 8; correct the row and drop it again\",\r\n");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_first_line_of_a_key_counts_and_identical_ones_change_nothing(Databases database) {
        // Given
        start(database);

        // When
        JsonNode ack = kit.bring(
                "acme", "invoices-1.csv", Acme.HEADER + Acme.A + Acme.B + Acme.A + Acme.A.replace("100.00", "999.00"));

        // Then
        assertThat(ack.path("status").asText()).isEqualTo("PARTIALLY_ACCEPTED");
        assertThat(ack.path("counts").path("created").asLong()).isEqualTo(2);
        assertThat(ack.path("counts").path("unchanged").asLong()).isEqualTo(1);
        assertThat(ack.path("counts").path("rejected").asLong()).isEqualTo(1);
        assertThat(kit.text("acme", "invoices-1.csv.rejects.csv")).contains("5,invoiceNumber,ERP-107,");
        assertThat(kit.value("select gross_amount from receivable where invoice_number = 'A'", BigDecimal.class))
                .isEqualByComparingTo("100.00");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_strict_feed_takes_all_or_nothing(Databases database) {
        // Given
        start(database);

        // When
        JsonNode ack = kit.bring("acme", "strict.csv", Acme.HEADER + Acme.A + Acme.B.replace("250.50", "x"));

        // Then
        assertThat(ack.path("status").asText()).isEqualTo("REJECTED");
        assertThat(ack.path("reasons").get(0).path("code").asText()).isEqualTo("ERP-005");
        assertThat(kit.count("select count(*) from receivable")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_row_that_no_policy_covers_is_kept_with_a_warning(Databases database) {
        // Given
        start(database);

        // When
        JsonNode ack = kit.bring("acme", "invoices-1.csv", Acme.HEADER + Acme.A.replace(",FR", ",DE"));

        // Then
        assertThat(ack.path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(ack.path("counts").path("warned").asLong()).isEqualTo(1);
        assertThat(kit.count("select count(*) from receivable where exposure_id is null"))
                .isEqualTo(1);
        assertThat(kit.armed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_of_no_feed_and_an_unreadable_one_are_answered_too(Databases database) {
        // Given
        start(database);

        // When
        JsonNode stranger = kit.bring("acme", "holiday", "\u0001");
        JsonNode columns = kit.bring("acme", "invoices-1.csv", "a,b\n1,2\n");
        JsonNode empty = kit.bring("acme", "invoices-2.csv", "");
        JsonNode rowless = kit.bring("acme", "invoices-3.csv", Acme.HEADER);
        JsonNode quote = kit.bring("acme", "invoices-4.csv", Acme.HEADER + "A,\"2026\n" + Acme.B);

        // Then
        assertThat(stranger.path("reasons").get(0).path("code").asText()).isEqualTo("ERP-001");
        assertThat(columns.path("reasons").get(0).path("message").asText()).contains("invoiceNumber");
        assertThat(empty.path("reasons").get(0).path("code").asText()).isEqualTo("ERP-009");
        assertThat(rowless.path("reasons").get(0).path("code").asText()).isEqualTo("ERP-009");
        assertThat(quote.path("reasons").get(0).path("message").asText())
                .startsWith("line 2: a quote is opened and never closed");
        assertThat(kit.count("select count(*) from erp_file where status = 'REJECTED' and phase = 'ANSWERED'"))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_marker_is_verified(Databases database) throws Exception {
        // Given
        start(database);
        kit.write("acme", "marked-1.csv.ready", "{\"rows\":3}");
        kit.write("acme", "marked-2.csv.ready", "{\"rows\":2,\"asOf\":\"2026-05-02\"}");
        kit.write("acme", "marked-3.csv.ready", "{\"rows\":1,\"asOf\":\"2026-05-01\"}");
        kit.write("acme", "marked-4.csv.ready", "{\"sha256\":\"" + "0".repeat(64) + "\"}");

        // When
        JsonNode incomplete = kit.bring("acme", "marked-1.csv", Acme.HEADER + Acme.A + Acme.B);
        JsonNode good = kit.bring("acme", "marked-2.csv", Acme.HEADER + Acme.A + Acme.B);
        JsonNode stale = kit.bring("acme", "marked-3.csv", Acme.HEADER + Acme.A);
        JsonNode other = kit.bring("acme", "marked-4.csv", Acme.HEADER + Acme.B);

        // Then
        assertThat(incomplete.path("reasons").get(0).path("code").asText()).isEqualTo("ERP-003");
        assertThat(good.path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(good.path("asOf").asText()).isEqualTo("2026-05-02");
        assertThat(stale.path("status").asText()).isEqualTo("STALE");
        assertThat(other.path("reasons").get(0).path("code").asText()).isEqualTo("ERP-003");
        assertThat(IntakeKit.names(kit.home.in("acme"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void one_registration_is_one_buyer_whatever_its_customer_numbers(Databases database) {
        // Given
        start(database);
        String header = Acme.HEADER.replace("\n", ",buyerRegistration,buyerRegistrationScheme,buyerVat\n");

        // When
        kit.bring(
                "acme",
                "invoices-1.csv",
                header
                        + "A,2026-03-01,2026-03-31,EUR,100.00,C1,Alpha,FR,732 829 320,0002,\n"
                        + "B,2026-03-01,2026-03-31,EUR,100.00,C2,Alpha SA,FR,732829320,0002,FR44732829320\n"
                        + "C,2026-03-01,2026-03-31,EUR,100.00,C3,Alpha SAS,FR,,,FR 44 732829320\n");

        // Then
        assertThat(kit.count("select count(*) from buyer")).isEqualTo(1);
        assertThat(kit.value("select name from buyer", String.class)).isEqualTo("Alpha SAS");
        assertThat(kit.count("select count(*) from exposure")).isEqualTo(1);
        assertThat(kit.count("select count(distinct buyer_id) from receivable")).isEqualTo(1);
        assertThat(kit.count("select count(*) from buyer_identifier")).isEqualTo(5);
    }
}
