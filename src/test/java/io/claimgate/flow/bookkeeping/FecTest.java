package io.claimgate.flow.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.claimgate.accounting.Booking;
import io.claimgate.accounting.Booking.Event;
import io.claimgate.support.Bookings;
import io.claimgate.support.Databases;
import io.claimgate.support.FecReading;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Our FEC files under an independent reading of the published rules, and that reading under files from real accounting packages. */
class FecTest {

    private static final Path REAL = Path.of("../shared/data/fec");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void our_files_follow_the_published_rules_from_file_to_file(Databases database) throws IOException {
        // Given
        Desk desk = desk(database);
        Random random = new Random(2013);
        BigDecimal paid = BigDecimal.ZERO;
        for (int i = 0; i < 120; i++) {
            Event event = Event.values()[random.nextInt(Event.values().length)];
            Map<Booking.Amount, BigDecimal> amounts = Bookings.any(random, event);
            paid = event == Event.INDEMNITY_PAID ? paid.add(amounts.get(Booking.Amount.GROSS)) : paid;
            desk.book(Bookings.booking(
                    "cause/" + i,
                    Bookings.CLAIM,
                    event,
                    LocalDate.of(2024, 12, 1).plusDays(i),
                    amounts,
                    List.of(Bookings.receivable(1, "acme-fec", "2"), Bookings.receivable(2, "acme-fec", "1"))));
            if (i == 50) {
                desk.run();
            }
        }

        // When
        desk.run();

        // Then
        byte[] both = joined(desk);
        List<Map<String, String>> records = FecReading.records(both);
        assertThat(FecReading.check(both)).isEmpty();
        assertThat(desk.out("acme-fec"))
                .hasSize(2)
                .allSatisfy(name -> assertThat(FecReading.check(
                                Files.readAllBytes(desk.home.out("acme-fec").resolve(name))))
                        .isEmpty());
        assertThat(records)
                .extracting(record -> record.get("ecriturenum"))
                .contains("1", Integer.toString(desk.ids().size()));
        assertThat(records).extracting(record -> record.get("pieceref")).containsAll(desk.ids());
        assertThat(sum(records, "512", "debit")).isEqualByComparingTo(paid);
        assertThat(records)
                .filteredOn(record -> List.of("791", "7587").contains(record.get("comptenum")))
                .hasSizeGreaterThan(50)
                .allSatisfy(record -> assertThat(record.get("comptenum"))
                        .isEqualTo(record.get("ecrituredate").startsWith("2024") ? "791" : "7587"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_name_breaks_no_field_and_what_the_charset_lacks_is_replaced(Databases database) throws IOException {
        // Given
        Desk desk = desk(database);
        desk.sql("update buyer set name = ? where id = 1", "Šťastný\tŁódź\r\n€ 漢");
        desk.book(Bookings.booking(
                "c",
                Event.RECOVERY_BY_INSURER,
                Bookings.recovery("0.00", "0.00", "5.00"),
                Bookings.receivable(1, "acme-fec", "1")));

        // When
        desk.run();

        // Then
        byte[] bytes = Files.readAllBytes(
                desk.home.out("acme-fec").resolve(desk.out("acme-fec").get(0)));
        assertThat(FecReading.check(bytes)).isEmpty();
        assertThat(new String(bytes, Charset.forName("ISO-8859-15"))).contains("\tŠtastný ?ódz  € ?\t");
    }

    @Test
    void files_of_real_packages_are_accepted_but_for_the_one_without_dates_of_validation() throws IOException {
        // Given
        assumeTrue(Files.isDirectory(REAL) || "true".equals(System.getenv("CI")), "no sample files beside the project");

        // When
        List<FecReading.Finding> sound = new ArrayList<>();
        for (String name :
                List.of("0000000001FEC20220831.txt", "111111111FEC20221231.TXT", "123456789FEC20500930.txt")) {
            sound.addAll(FecReading.check(Files.readAllBytes(REAL.resolve(name))));
        }
        List<FecReading.Finding> known = FecReading.check(Files.readAllBytes(REAL.resolve("000000000FEC20231231.txt")));

        // Then
        assertThat(sound).isEmpty();
        assertThat(known).hasSize(2102).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(FecReading.Rule.EMPTY);
            assertThat(finding.what()).isEqualTo("validdate");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EcritureNum | EcritureNo  | HEADER
            EcritureDate\\tCompteNum | CompteNum\\tEcritureDate | HEADER
            \\t5,00\\t0,00\\t | \\t5,00\\t | COLUMNS
            \\t5,00\\t0,00\\t | \\t5.00\\t0,00\\t | AMOUNT
            \\t5,00\\t0,00\\t | \\t5 000,00\\t0,00\\t | AMOUNT
            \\t5,00\\t0,00\\t | \\t5,01\\t0,00\\t | BALANCE
            \\t5,00\\t0,00\\t | \\t5,00\\t5,00\\t | SIDE
            20260610    | 2026-06-10  | DATE
            20260610    | 20260631    | DATE
            \\t467\\t   | \\t46A\\t   | ACCOUNT
            \\t467\\t   | \\t\\t      | EMPTY
            \\t2\\t20   | \\t3\\t20   | SEQUENCE
            """)
    void a_broken_file_is_refused_by_the_rule_that_it_breaks(String sound, String broken, FecReading.Rule rule)
            throws IOException {
        // Given
        Desk desk = desk(Databases.H2);
        for (int i = 0; i < 3; i++) {
            desk.book(Bookings.booking(
                    "c" + i,
                    Event.INDEMNITY_ACKNOWLEDGED,
                    Bookings.gross("5.00"),
                    Bookings.receivable(1, "acme-fec", "1")));
        }
        desk.run();
        String text = new String(joined(desk), StandardCharsets.ISO_8859_1);
        String changed = rule == FecReading.Rule.SEQUENCE
                ? text.replaceAll("\\t[23](\\t20)", "\t4$1")
                : text.replaceFirst(escaped(sound), escaped(broken));
        assertThat(changed).isNotEqualTo(text);

        // When
        List<FecReading.Finding> findings = FecReading.check(changed.getBytes(StandardCharsets.ISO_8859_1));

        // Then
        assertThat(findings).extracting(FecReading.Finding::rule).contains(rule);
    }

    private Desk desk(Databases database) {
        Desk desk = new Desk(new Stores(database), folder);
        desk.claim(Bookings.CLAIM, 1, 1, 2);
        return desk;
    }

    private static String escaped(String text) {
        return text.strip().replace("\\t", "\t");
    }

    private static BigDecimal sum(List<Map<String, String>> records, String account, String side) {
        return records.stream()
                .filter(record -> record.get("comptenum").equals(account))
                .map(record -> new BigDecimal(record.get(side).replace(',', '.')))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** All files of the source as one, in the order in which they were written. */
    private static byte[] joined(Desk desk) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : desk.texts("select name from out_batch order by id")) {
            String text = Files.readString(desk.home.out("acme-fec").resolve(name), Charset.forName("ISO-8859-15"));
            all.append(all.isEmpty() ? text : text.substring(text.indexOf('\n') + 1));
        }
        return all.toString().getBytes(Charset.forName("ISO-8859-15"));
    }
}
