package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.GatewayProcess;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Half a year over HTTP and folders alone, as the README tells it: invoices, reminders and documents dropped, declared, dossiers sent, decided,
 * indemnified, recovered, refused, clawed back, posted, confirmed by the ERP, closed. The sums at the insurer, in the gateway and in the
 * posting files are equal to the cent. {@code -Dhalf.year.claims=500} makes it longer.
 */
class HalfYearIT {

    private static final int CLAIMS = Integer.getInteger("half.year.claims", 60);
    private static final int WITH_EVIDENCE = 12;
    private static final int KINDS = 10;
    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 1, 10);
    private static final Oracle.Window WINDOW = new Oracle.Window(2, 4, ZoneId.of("Europe/Paris"));
    private static final Map<String, String> SETTINGS = Map.of(
            "claimgate.sandbox.clock-start", "2026-01-05T06:00:00Z",
            "claimgate.sandbox.samples", "false",
            "claimgate.intake.quiet-period", "300ms");

    @TempDir
    Path folder;

    private final List<Oracle.Invoice> invoices = invoices();
    private final List<String> names = new ArrayList<>();

    @Test
    void from_dropped_invoices_to_confirmed_postings_to_the_cent() {
        try (GatewayProcess gateway = GatewayProcess.sandbox(folder.resolve("home"), SETTINGS)) {
            // Given
            drop(gateway, "buyers-1.csv", buyers());
            drop(gateway, "invoices-1.csv", receivables());
            drop(gateway, "events-1.csv", reminders());
            documents(gateway);
            gateway.moveTo("2026-04-26T06:00:00Z");
            Oracle oracle = new Oracle(gateway);
            oracle.everyBuyerWasDeclaredOnceInTime(invoices, WINDOW);

            // When
            Map<Integer, String> claims = claims(gateway);
            decide(gateway, claims);
            drop(gateway, "payments-1.csv", payments());
            drop(gateway, "invoices-2.csv", creditNotes());
            gateway.moveTo("2026-05-10T06:00:00Z");
            remit(gateway, claims);
            answerPostings(gateway);
            gateway.moveTo("2026-07-10T06:00:00Z");

            // Then
            judge(gateway, oracle, claims);
        }
    }

    private void judge(GatewayProcess gateway, Oracle oracle, Map<Integer, String> claims) {
        oracle.nothingIsStuck();
        oracle.everyDocumentArrivedOnce();
        oracle.theHistoryIsWhole();
        oracle.everyFileHasOneAnswer("acme", names);
        oracle.noSecretInALog(1);
        PostingFiles files = oracle.everySettlementWasPostedOnce("acme");
        Map<String, BigDecimal> told = told(gateway);
        Map<String, BigDecimal> booked = booked(gateway, claims);
        assertThat(booked.get("paid")).as("indemnities").isEqualByComparingTo(told.get("INDEMNITY"));
        assertThat(booked.get("recoveredByInsurer")).as("recoveries").isEqualByComparingTo(told.get("RECOVERY"));
        assertThat(booked.get("costsCharged")).as("costs").isEqualByComparingTo(told.get("COST"));
        assertThat(booked.get("owed")).as("owed").isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(booked.get("remitted")).as("remitted").isPositive();
        assertThat(files.balance("512"))
                .as("the bank in the posting files")
                .isEqualByComparingTo(booked.get("paid").subtract(booked.get("remitted")));
        assertThat(gateway.all("/api/v1/postings").stream()
                        .map(posting -> posting.get("status").asText()))
                .as("postings")
                .containsOnly("CONFIRMED");
        Map<String, Long> states = new TreeMap<>();
        gateway.all("/api/v1/claims")
                .forEach(claim -> states.merge(claim.get("state").asText(), 1L, Long::sum));
        assertThat(states.get("CLOSED"))
                .as("refused or collected, and closed: " + states)
                .isEqualTo(2L * CLAIMS / KINDS);
        assertThat(states).containsOnlyKeys("ACKNOWLEDGED", "CLOSED", "INDEMNIFIED", "RECOVERING");
        assertThat(gateway.all("/api/v1/claims").stream()
                        .filter(claim -> claim.get("claimKey").asText().equals(claims.get(0)))
                        .map(claim -> gateway.get("/api/v1/claims/"
                                        + claim.get("claimKey").asText())
                                .get("dossier")
                                .get("state")
                                .asText()))
                .as("a whole dossier")
                .containsExactly("RECEIVED");
    }

    /** Every tenth claim goes the same way. */
    private void decide(GatewayProcess gateway, Map<Integer, String> claims) {
        InsurersVoice first = new InsurersVoice(gateway, "2026-04-20");
        InsurersVoice later = new InsurersVoice(gateway, "2026-04-24");
        claims.forEach((buyer, key) -> {
            BigDecimal amount = invoices.get(buyer).amount();
            BigDecimal indemnity = percent(amount, 90);
            int kind = buyer % KINDS;
            first.status(key, 1, "ACKNOWLEDGED", null);
            if (kind == 9) {
                return;
            }
            if (kind == 0) {
                first.status(key, 2, "REFUSED", null);
                return;
            }
            first.status(key, 2, kind == 5 ? "PARTIALLY_ACCEPTED" : "ACCEPTED", indemnity);
            first.settlement(key, 3, "DECISION", indemnity, null, kind == 8 ? "both" : "push");
            first.settlement(key, 4, "INDEMNITY", kind == 5 ? percent(indemnity, 50) : indemnity, null, "push");
            switch (kind) {
                case 2 -> later.settlement(key, 5, "RECOVERY", percent(amount, 20), percent(amount, 2), "push");
                case 3 -> later.settlement(key, 5, "CLAWBACK", percent(indemnity, 10), null, "push");
                case 5 ->
                    later.settlement(key, 5, "INDEMNITY", indemnity.subtract(percent(indemnity, 50)), null, "push");
                case 6 -> later.settlement(key, 5, "COST", new BigDecimal("25.00"), null, "poll");
                case 8 -> later.settlement(key, 5, "RECOVERY", amount, null, "both");
                default -> {}
            }
        });
    }

    private void remit(GatewayProcess gateway, Map<Integer, String> claims) {
        for (String key : claims.values()) {
            for (JsonNode owed : gateway.get("/api/v1/claims/" + key + "/money").get("remittances")) {
                if (owed.get("state").asText().equals("OWED")) {
                    gateway.post(
                            "/api/v1/claims/" + key + "/remittances/"
                                    + owed.get("id").asText() + "/remitted",
                            "{\"date\":\"2026-05-10\",\"reference\":\"T-"
                                    + owed.get("id").asText() + "\"}");
                }
            }
        }
        gateway.moveTo("2026-05-11T06:00:00Z");
    }

    private void answerPostings(GatewayProcess gateway) {
        StringBuilder receipts = new StringBuilder("postingId,status,erpDocument,message\n");
        PostingFiles.of(gateway.home().resolve("erp").resolve("acme").resolve("out"))
                .ids()
                .forEach(id ->
                        receipts.append(id).append(",POSTED,BELEG-").append(id).append(",\n"));
        drop(gateway, "posting-receipts-1.csv", receipts.toString());
    }

    private static Map<String, BigDecimal> told(GatewayProcess gateway) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        gateway.get("/api/v1/sandbox/insurer/results/sums")
                .get("items")
                .forEach(sum ->
                        sums.merge(sum.get("kind").asText(), sum.get("amount").decimalValue(), BigDecimal::add));
        return sums;
    }

    private static Map<String, BigDecimal> booked(GatewayProcess gateway, Map<Integer, String> claims) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        claims.values()
                .forEach(key -> gateway.get("/api/v1/claims/" + key + "/money")
                        .get("sums")
                        .fields()
                        .forEachRemaining(sum -> {
                            if (sum.getValue().isNumber()) {
                                sums.merge(sum.getKey(), sum.getValue().decimalValue(), BigDecimal::add);
                            }
                        }));
        return sums;
    }

    /** Claim keys by the number of their buyer. */
    private static Map<Integer, String> claims(GatewayProcess gateway) {
        Map<Integer, String> claims = new TreeMap<>();
        gateway.all("/api/v1/claims")
                .forEach(claim -> claims.put(
                        Integer.valueOf(claim.get("buyerId").asText().substring(1)),
                        claim.get("claimKey").asText()));
        return claims;
    }

    private void drop(GatewayProcess gateway, String name, String content) {
        gateway.drop("acme", name, content.getBytes(StandardCharsets.UTF_8));
        names.add(name);
        JsonNode ack = gateway.awaitAck("acme", name, 1, Duration.ofMinutes(2));
        assertThat(ack.get("status").asText()).as(ack.toString()).isEqualTo("ACCEPTED");
    }

    private void documents(GatewayProcess gateway) {
        for (int buyer = 0; buyer < WITH_EVIDENCE; buyer++) {
            for (String kind : List.of("INVOICE", "ORDER", "DELIVERY_PROOF")) {
                String name = kind + "_" + invoices.get(buyer).number() + ".pdf";
                gateway.drop("acme", name, ("%PDF-1.4\n% " + name + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
                names.add(name);
            }
        }
        names.stream()
                .filter(name -> name.endsWith(".pdf"))
                .forEach(name -> gateway.awaitAck("acme", name, 1, Duration.ofMinutes(2)));
    }

    private static String buyers() {
        StringBuilder rows =
                new StringBuilder("buyerId,buyerName,buyerCountry,limitAmount,limitCurrency,limitType,limitFrom\n");
        IntStream.range(0, CLAIMS)
                .forEach(buyer ->
                        rows.append("C%d,Buyer %d,DE,100000.00,EUR,NAMED,2025-01-01\n".formatted(buyer, buyer)));
        return rows.toString();
    }

    private String receivables() {
        StringBuilder rows = new StringBuilder(
                "invoiceNumber,issueDate,dueDate,currency,grossAmount,netAmount,buyerId,buyerName,buyerCountry\n");
        for (Oracle.Invoice invoice : invoices) {
            rows.append("%s,%s,%s,EUR,%s,%s,%s,Buyer %s,DE\n"
                    .formatted(
                            invoice.number(),
                            invoice.due().minusDays(8),
                            invoice.due(),
                            invoice.amount().toPlainString(),
                            invoice.amount().toPlainString(),
                            invoice.buyer(),
                            invoice.buyer().substring(1)));
        }
        return rows.toString();
    }

    private static String reminders() {
        StringBuilder rows = new StringBuilder("kind,date,buyerId,level,channel,note\n");
        IntStream.range(0, WITH_EVIDENCE)
                .forEach(buyer -> rows.append("REMINDER,2026-02-15,C%d,1,letter,\n".formatted(buyer))
                        .append("FORMAL_NOTICE,2026-03-15,C%d,2,letter,\n".formatted(buyer)));
        return rows.toString();
    }

    /** After the indemnity the buyer pays us: the insurer has a share in it. */
    private String payments() {
        StringBuilder rows = new StringBuilder("paymentId,date,amount,currency,buyerId,invoiceNumber\n");
        ofKind(kind -> kind == 4)
                .forEach(invoice -> rows.append("P-%s,2026-05-02,%s,EUR,%s,%s\n"
                        .formatted(
                                invoice.number(),
                                percent(invoice.amount(), 30).toPlainString(),
                                invoice.buyer(),
                                invoice.number())));
        return rows.toString();
    }

    /** A credit note after the indemnity: some of it was too much. */
    private String creditNotes() {
        StringBuilder rows = new StringBuilder(
                "invoiceNumber,type,issueDate,currency,grossAmount,netAmount,precedingInvoice,buyerId,buyerName,buyerCountry\n");
        ofKind(kind -> kind == 7)
                .forEach(invoice -> rows.append("CN-%s,381,2026-05-02,EUR,%s,%s,%s,%s,Buyer %s,DE\n"
                        .formatted(
                                invoice.number(),
                                percent(invoice.amount(), 10).toPlainString(),
                                percent(invoice.amount(), 10).toPlainString(),
                                invoice.number(),
                                invoice.buyer(),
                                invoice.buyer().substring(1))));
        return rows.toString();
    }

    private List<Oracle.Invoice> ofKind(Predicate<Integer> kind) {
        return IntStream.range(0, CLAIMS)
                .filter(buyer -> kind.test(buyer % KINDS))
                .mapToObj(invoices::get)
                .toList();
    }

    private static List<Oracle.Invoice> invoices() {
        Random random = new Random(20260105);
        return IntStream.range(0, CLAIMS)
                .mapToObj(buyer -> new Oracle.Invoice(
                        "C" + buyer,
                        "F-" + (1000 + buyer),
                        FIRST_DUE.plusDays(buyer / (CLAIMS / 10)),
                        BigDecimal.valueOf(100_000 + random.nextInt(900_000), 2)))
                .toList();
    }

    private static BigDecimal percent(BigDecimal amount, int percent) {
        return amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }
}
