package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.CopiedDatabase;
import io.claimgate.support.GatewayProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F13 of the quality figures: the database of the packaged gateway is put back to a backup after more claims, documents, results and entries
 * have left. It starts with outgoing paused, reconciles and goes on: nothing is at the insurer or in the ERP twice, nothing is lost, and the
 * books are equal to the cent. In every build on the embedded database, behind {@code -Pfaults} in all ways.
 */
class RestoreIT {

    private static final Oracle.Window WINDOW = new Oracle.Window(2, 4, ZoneId.of("Europe/Paris"));
    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final Map<String, String> SETTINGS = Map.of(
            "claimgate.sandbox.clock-start", "2026-06-10T06:00:00Z",
            "claimgate.sandbox.samples", "false",
            "claimgate.intake.quiet-period", "300ms");

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final List<Oracle.Invoice> invoices = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    @Test
    void an_older_database_beside_a_newer_vault_sends_nothing_twice() {
        try (GatewayProcess gateway = GatewayProcess.sandbox(folder.resolve("home"), SETTINGS)) {
            // Given
            declared(gateway, 4);
            Path backup =
                    Path.of(gateway.post("/api/v1/backups", "").get("folder").asText());
            declared(gateway, 5);
            partlyPaid(gateway);
            BigDecimal before = total(gateway);
            gateway.kill();
            replace(backup.resolve("db"), gateway.home().resolve("db"));

            // When
            gateway.restart();
            reconciled(gateway);

            // Then
            all(gateway, before, 2);
        }
    }

    @Test
    @Tag("faults")
    void an_older_home_beside_a_newer_journal_asks_the_insurer_and_the_erp() {
        try (GatewayProcess gateway = GatewayProcess.sandbox(folder.resolve("home"), SETTINGS)) {
            // Given
            declared(gateway, 3);
            Path backup =
                    Path.of(gateway.post("/api/v1/backups", "").get("folder").asText());
            declared(gateway, 3);
            BigDecimal before = total(gateway);
            gateway.kill();
            replace(backup.resolve("db"), gateway.home().resolve("db"));
            replace(backup.resolve("vault"), gateway.home().resolve("vault"));

            // When
            gateway.restart();
            reconciled(gateway);
            List<String> lacking = unclear(gateway, "FILE");
            drop(gateway, files.get(1), csv(invoices.subList(3, 6)));
            Awaitility.await().atMost(LONG).until(() -> declaredNow(gateway) == invoices.size());

            // Then
            assertThat(lacking).containsExactly("acme/" + files.get(1));
            Oracle oracle = new Oracle(gateway);
            oracle.everyBuyerWasDeclaredOnceInTime(invoices, WINDOW);
            oracle.everySettlementWasPostedOnce("acme");
            sumsTo(gateway, before);
        }
    }

    @Test
    @Tag("faults")
    void a_home_that_was_copied_from_a_backup_knows_that_it_was() {
        Path home = folder.resolve("home");
        Path copy = folder.resolve("copy");
        try (GatewayProcess gateway = GatewayProcess.sandbox(home, SETTINGS)) {
            // Given
            declared(gateway, 3);
            Path backup =
                    Path.of(gateway.post("/api/v1/backups", "").get("folder").asText());
            declared(gateway, 3);
            gateway.kill();
            replace(backup, copy);
            replace(home.resolve("sandbox"), copy.resolve("sandbox"));
        }
        try (GatewayProcess gateway = GatewayProcess.sandbox(copy, SETTINGS)) {
            // When
            reconciled(gateway);
            drop(gateway, files.get(1), csv(invoices.subList(3, 6)));
            Awaitility.await().atMost(LONG).until(() -> declaredNow(gateway) == invoices.size());

            // Then
            new Oracle(gateway).everyBuyerWasDeclaredOnceInTime(invoices, WINDOW);
        }
    }

    @Test
    @Tag("faults")
    void the_same_on_postgresql() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        CopiedDatabase database = CopiedDatabase.started();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", "");
        try (database;
                GatewayProcess gateway = GatewayProcess.sandbox(folder.resolve("home"), settings)) {
            // Given
            declared(gateway, 4);
            gateway.kill();
            database.copy();
            gateway.restart();
            declared(gateway, 5);
            partlyPaid(gateway);
            BigDecimal before = total(gateway);
            gateway.kill();
            database.putBack();

            // When
            gateway.restart();
            reconciled(gateway);

            // Then
            all(gateway, before, 3);
        }
    }

    /** More buyers, each overdue and declared at once, decided, paid, recovered from, posted. */
    private void declared(GatewayProcess gateway, int buyers) {
        int from = invoices.size();
        for (int i = 0; i < buyers; i++) {
            int number = from + i;
            invoices.add(new Oracle.Invoice(
                    "C" + (100 + number),
                    "F-" + number,
                    DUE.plusDays(number),
                    new BigDecimal("10000.10").add(new BigDecimal(number))));
        }
        files.add("invoices-" + from + ".csv");
        drop(gateway, files.get(files.size() - 1), csv(invoices.subList(from, invoices.size())));
        Awaitility.await().atMost(LONG).until(() -> declaredNow(gateway) == invoices.size());
        Map<String, JsonNode> accepted = new Oracle(gateway).accepted();
        accepted.forEach((key, claim) -> tell(gateway, key, claim));
        Awaitility.await().atMost(LONG).untilAsserted(() -> new Oracle(gateway).everySettlementWasPostedOnce("acme"));
        Awaitility.await().atMost(LONG).untilAsserted(() -> new Oracle(gateway).everyDocumentArrivedOnce());
    }

    private static void tell(GatewayProcess gateway, String key, JsonNode claim) {
        InsurersVoice voice = new InsurersVoice(gateway, "2026-06-10");
        BigDecimal indemnity =
                claim.get("amount").decimalValue().movePointLeft(1).setScale(2, RoundingMode.HALF_UP);
        // On a busy machine a message may be refused for now: the insurer sends it again.
        Awaitility.await().atMost(LONG).untilAsserted(() -> {
            voice.settlement(key, 2, "INDEMNITY", indemnity, null, "both");
            voice.settlement(key, 3, "RECOVERY", indemnity, null, "both");
        });
    }

    /** After the declaration a part is paid: what the database would draft today is not what was sent. */
    private void partlyPaid(GatewayProcess gateway) {
        Oracle.Invoice last = invoices.get(invoices.size() - 1);
        String name = "payments-1.csv";
        drop(
                gateway,
                name,
                ("paymentId,date,amount,currency,buyerId,invoiceNumber\nP-1,2026-06-10,100.00,EUR," + last.buyer() + ","
                                + last.number() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        files.add(name);
        // The insurer has a part in it: that is posted too.
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(PostingFiles.of(gateway.home().resolve("erp/acme/out"))
                                .causes())
                        .anyMatch(cause -> cause.startsWith("payment/")));
    }

    private void drop(GatewayProcess gateway, String name, byte[] content) {
        int before = 1;
        while (Files.exists(gateway.ack("acme", name, before))) {
            before++;
        }
        gateway.drop("acme", name, content);
        gateway.awaitAck("acme", name, before, LONG);
    }

    private static long declaredNow(GatewayProcess gateway) {
        return gateway.all("/api/v1/claims").stream()
                .filter(claim -> claim.hasNonNull("insurerClaimNumber"))
                .count();
    }

    /** Paused at first, then reconciled, then released. */
    private static void reconciled(GatewayProcess gateway) {
        assertThat(gateway.get("/api/v1/status").get("outgoingPaused")).isNotEmpty();
        assertThat(codes(gateway)).contains("OPS-030");
        String phase = gateway.get("/api/v1/restore").get("phase").asText();
        if (!phase.equals("RECONCILED")) {
            HttpResponse<String> tooEarly = gateway.postFor("/api/v1/outgoing/resume", "{}");
            assertThat(tooEarly.statusCode()).as(tooEarly.body()).isIn(200, 409);
        }
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(
                                gateway.get("/api/v1/restore").get("phase").asText())
                        .as(() -> gateway.get("/api/v1/restore/items?size=500").toString())
                        .isIn("RECONCILED", "RELEASED", "CLOSED"));
        if (gateway.get("/api/v1/restore").get("phase").asText().equals("RECONCILED")) {
            gateway.post("/api/v1/outgoing/resume", "{}");
        }
        Awaitility.await()
                .atMost(LONG)
                .until(() ->
                        gateway.get("/api/v1/restore").get("phase").asText().equals("CLOSED"));
        assertThat(gateway.get("/api/v1/status").get("outgoingPaused")).isEmpty();
        assertThat(codes(gateway)).doesNotContain("OPS-030");
    }

    private static List<String> codes(GatewayProcess gateway) {
        return gateway.all("/api/v1/alerts?open=true").stream()
                .map(alert -> alert.get("code").asText())
                .toList();
    }

    private static List<String> unclear(GatewayProcess gateway, String kind) {
        return gateway.all("/api/v1/restore/items?state=UNCLEAR&kind=" + kind).stream()
                .map(item -> item.get("ref").asText())
                .toList();
    }

    private void all(GatewayProcess gateway, BigDecimal before, int starts) {
        assertThat(unclear(gateway, "FILE")).isEmpty();
        assertThat(unclear(gateway, "CLAIM")).isEmpty();
        assertThat(unclear(gateway, "POSTING")).isEmpty();
        Oracle oracle = new Oracle(gateway);
        Awaitility.await().atMost(LONG).untilAsserted(oracle::everyDocumentArrivedOnce);
        oracle.everyBuyerWasDeclaredOnce(invoices);
        oracle.everySettlementWasPostedOnce("acme");
        oracle.everyFileHasOneAnswer("acme", files);
        oracle.nothingIsStuck();
        oracle.theHistoryIsWhole();
        oracle.noSecretInALog(starts);
        sumsTo(gateway, before);
    }

    /** The books come to what they were, to the cent, once all is told and applied again. */
    private static void sumsTo(GatewayProcess gateway, BigDecimal before) {
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() ->
                        assertThat(total(gateway)).as("sums of the entries").isEqualByComparingTo(before));
    }

    /** What all entries debit. */
    private static BigDecimal total(GatewayProcess gateway) {
        Map<String, BigDecimal> byPosting = new TreeMap<>();
        for (JsonNode posting : gateway.all("/api/v1/postings")) {
            BigDecimal debits = BigDecimal.ZERO;
            for (JsonNode line : posting.get("lines")) {
                debits = debits.add(line.get("debit").decimalValue());
            }
            byPosting.put(posting.get("postingId").asText(), debits);
        }
        return byPosting.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static byte[] csv(List<Oracle.Invoice> invoices) {
        StringBuilder text = new StringBuilder(
                "invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry\n");
        invoices.forEach(invoice -> text.append(String.join(
                        ",",
                        invoice.number(),
                        invoice.due().minusDays(30).toString(),
                        invoice.due().toString(),
                        "EUR",
                        invoice.amount().toPlainString(),
                        invoice.buyer(),
                        "Buyer " + invoice.buyer(),
                        "DE"))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** {@code from} in the place of {@code to}. */
    private static void replace(Path from, Path to) {
        try {
            if (Files.exists(to)) {
                try (Stream<Path> old = Files.walk(to)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            try (Stream<Path> all = Files.walk(from)) {
                for (Path path : all.toList()) {
                    Path target = to.resolve(from.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(path, target);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
