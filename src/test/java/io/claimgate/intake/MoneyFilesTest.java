package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.Databases;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments, derived payments, buyers with limits. */
class MoneyFilesTest {

    private static final String IMPLIED = """
            source: imply
            creditor: ACME-FR
            payments: implied
            feeds:
              - {name: delta, kind: invoices, match: "delta*.csv"}
              - {name: all, kind: invoices, match: "all*.csv", semantics: snapshot, ready: marker}
            """;
    private static final String OPEN =
            "invoiceNumber,issueDate,dueDate,currency,grossAmount,openAmount,buyerId,buyerName,buyerCountry,type,precedingInvoice\n";

    @TempDir
    Path folder;

    private IntakeKit kit(Databases database) {
        return new IntakeKit(new Stores(database), folder, Map.of("acme", Acme.MAPPING, "imply", IMPLIED));
    }

    private static String row(String number, String gross, String open) {
        return number + ",2026-03-01,2026-03-31,EUR," + gross + "," + open + ",C1,Alpha,FR,380,\n";
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void payments_are_kept_by_their_key_and_strangers_refused(Databases database) {
        // Given
        IntakeKit kit = kit(database);
        kit.bring("acme", "invoices.csv", Acme.HEADER + Acme.A + Acme.B);
        kit.disarm();
        String header = "paymentId,date,amount,currency,buyerId,invoiceNumber,reversalOf\n";

        // When
        JsonNode first = kit.bring(
                "acme",
                "payments-1.csv",
                header
                        + "p1,2026-05-01,20.00,EUR,C1,A,\np2,2026-05-20,-20.00,EUR,C1,A,p1\np3,2026-05-20,5.00,EUR,C9,,\np4,2026-05-21,-1.00,EUR,C1,A,p0\n");
        JsonNode second = kit.bring(
                "acme", "payments-2.csv", header + "p1,2026-05-01,30.00,EUR,C1,A,\np2,2026-05-20,-20.00,EUR,C1,A,p1\n");

        // Then
        assertThat(first.path("counts").path("created").asLong()).isEqualTo(2);
        assertThat(first.path("counts").path("rejected").asLong()).isEqualTo(2);
        assertThat(kit.text("acme", "payments-1.csv.rejects.csv"))
                .contains("4,buyerId,ERP-111,")
                .contains("5,reversalOf,ERP-111,");
        assertThat(second.path("counts").path("updated").asLong()).isEqualTo(1);
        assertThat(second.path("counts").path("unchanged").asLong()).isEqualTo(1);
        assertThat(kit.armed()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_fall_that_nothing_explains_is_a_derived_payment(Databases database) {
        // Given
        IntakeKit kit = kit(database);
        kit.bring("imply", "delta-1.csv", OPEN + row("A", "100.00", "100.00") + row("B", "50.00", "50.00"));

        // When
        kit.bring(
                "imply",
                "delta-2.csv",
                OPEN + row("A", "100.00", "60.00") + row("B", "50.00", "40.00")
                        + "K,2026-04-01,,EUR,10.00,10.00,C1,Alpha,FR,381,B\n");

        // Then
        assertThat(payments(kit)).containsExactly("A 40.0000 derived");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_open_amount_that_rises_again_takes_the_youngest_payment_back(Databases database) {
        // Given
        IntakeKit kit = kit(database);
        kit.bring("imply", "delta-1.csv", OPEN + row("A", "100.00", "70.00"));
        kit.bring("imply", "delta-2.csv", OPEN + row("A", "100.00", "20.00"));

        // When
        kit.bring("imply", "delta-3.csv", OPEN + row("A", "100.00", "60.00"));

        // Then
        assertThat(payments(kit))
                .containsExactly("A 30.0000 derived", "A 50.0000 derived", "A -50.0000 returned", "A 10.0000 derived");
        assertThat(kit.count("select count(*) from payment where derived")).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_snapshot_clears_what_it_no_longer_lists(Databases database) {
        // Given
        IntakeKit kit = kit(database);
        kit.write("imply", "all-1.csv.ready", "{\"rows\":3,\"asOf\":\"2026-05-01\"}");
        kit.bring(
                "imply",
                "all-1.csv",
                OPEN + row("A", "100.00", "100.00") + row("B", "50.00", "50.00") + row("C", "10.00", "10.00"));

        // When
        kit.write("imply", "all-2.csv.ready", "{\"rows\":2,\"asOf\":\"2026-05-02\"}");
        JsonNode ack = kit.bring("imply", "all-2.csv", OPEN + row("A", "100.00", "100.00") + row("C", "ten", "10.00"));
        kit.write("imply", "all-3.csv.ready", "{\"rows\":3,\"asOf\":\"2026-05-03\"}");
        kit.bring(
                "imply",
                "all-3.csv",
                OPEN + row("A", "100.00", "100.00") + row("B", "50.00", "50.00") + row("C", "10.00", "10.00"));

        // Then
        assertThat(ack.path("status").asText()).as(ack.toString()).isEqualTo("PARTIALLY_ACCEPTED");
        assertThat(ack.path("counts").path("settled").asLong()).isEqualTo(1);
        assertThat(payments(kit)).containsExactly("B 50.0000 derived", "B -50.0000 returned");
        assertThat(kit.count("select count(*) from receivable where absent")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_truncated_snapshot_is_held_and_a_newer_one_supersedes_it(Databases database) {
        // Given
        IntakeKit kit = kit(database);
        StringBuilder rows = new StringBuilder(OPEN);
        for (int i = 0; i < 40; i++) {
            rows.append(row("N" + i, "10.00", "10.00"));
        }
        kit.write("imply", "all-1.csv.ready", "{\"rows\":40}");
        kit.bring("imply", "all-1.csv", rows.toString());

        // When
        kit.write("imply", "all-2.csv.ready", "{\"rows\":1}");
        kit.take("imply", "all-2.csv", OPEN + row("N1", "10.00", "10.00"));
        kit.run();
        List<String> whileHeld = kit.answers("imply");
        kit.write("imply", "all-3.csv.ready", "{\"rows\":2}");
        kit.take("imply", "all-3.csv", OPEN + row("N1", "10.00", "10.00") + row("N2", "10.00", "10.00"));
        kit.run();
        kit.people.release(3, "chief");
        kit.run();

        // Then
        assertThat(whileHeld).containsExactly("all-1.csv.ack.json", "all-2.csv.held.json");
        assertThat(kit.ack("imply", "all-2.csv.ack.json")
                        .path("reasons")
                        .get(0)
                        .path("message")
                        .asText())
                .contains("superseded", "all-3.csv");
        assertThat(kit.ack("imply", "all-3.csv.ack.json")
                        .path("counts")
                        .path("settled")
                        .asLong())
                .isEqualTo(38);
        assertThat(kit.count("select count(*) from alert where code = 'ERP-008' and cleared_at is null"))
                .isZero();
        assertThat(kit.count(
                        "select count(*) from event where type = 'io.claimgate.file.released' and actor = 'chief'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_key_of_another_source_waits_for_a_person(Databases database) {
        // Given
        IntakeKit kit = kit(database);
        kit.bring("acme", "invoices.csv", Acme.HEADER + Acme.A);

        // When
        kit.take("imply", "delta-1.csv", OPEN + row("A", "100.00", "100.00"));
        kit.run();
        kit.take("imply", "delta-2.csv", OPEN + row("Z", "1.00", "1.00"));
        kit.run();
        kit.people.refuse(2, "chief", "wrong system");
        kit.run();

        // Then
        assertThat(kit.ack("imply", "delta-1.csv.ack.json").path("status").asText())
                .isEqualTo("REJECTED");
        assertThat(kit.ack("imply", "delta-2.csv.ack.json").path("status").asText())
                .isEqualTo("ACCEPTED");
        assertThat(kit.value("select source from receivable where invoice_number = 'A'", String.class))
                .isEqualTo("acme");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void buyers_bring_limits_and_changed_ones_arm_the_exposures(Databases database) {
        // Given
        IntakeKit kit = kit(database);
        kit.bring("acme", "invoices.csv", Acme.HEADER + Acme.A + Acme.B);
        kit.disarm();
        String header =
                "buyerId,buyerName,buyerCountry,buyerCity,insurerBuyerId,limitAmount,limitCurrency,limitType,limitFrom\n";
        String rows = "C1,Alpha,FR,Lyon,I-1,1000.00,EUR,NAMED,2026-01-01\nC3,Gamma,BE,,,,,NONE,2026-01-01\n";

        // When
        JsonNode first = kit.bring("acme", "buyers-1.csv", header + rows);
        List<String> armed = kit.armed();
        JsonNode again = kit.bring("acme", "buyers-2.csv", header + rows + "C2,Beta,BE,,,,,,\n");
        JsonNode cut = kit.bring("acme", "buyers-3.csv", header + rows.replace("1000.00", "400.00"));

        // Then
        assertThat(first.path("counts").path("updated").asLong())
                .as(first.toString())
                .isEqualTo(1);
        assertThat(first.path("counts").path("created").asLong()).isEqualTo(1);
        assertThat(armed).hasSize(1);
        assertThat(again.path("counts").path("unchanged").asLong()).isEqualTo(3);
        assertThat(cut.path("counts").path("updated").asLong()).isEqualTo(1);
        assertThat(kit.count("select count(*) from buyer_limit")).isEqualTo(2);
        assertThat(kit.count("select count(*) from buyer_limit where amount = 400"))
                .isEqualTo(1);
        assertThat(kit.count(
                        "select count(*) from buyer_identifier where scheme = 'insurer:sandbox' and id_value = 'I-1'"))
                .isEqualTo(1);
    }

    private static List<String> payments(IntakeKit kit) {
        return kit.stores
                .sql
                .sql("select invoice_number, amount, reversal_of, derived from payment order by id")
                .query((row, number) -> row.getString(1) + " " + row.getBigDecimal(2)
                        + (row.getString(3) == null ? " derived" : " returned"))
                .list();
    }
}
