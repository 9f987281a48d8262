package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.support.GatewayProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Judges a run from outside: what was dropped, what the simulated insurer wrote into its own ledger, what the gateway says over REST. It
 * shares no code with the gateway.
 */
final class Oracle {

    /** One invoice that was dropped. */
    record Invoice(String buyer, String number, LocalDate due, BigDecimal amount) {}

    /** Window of the policy under test: opens so many months after the due date, closes so many after it. */
    record Window(int opensMonths, int closesMonths, ZoneId zone) {
        LocalDate opens(LocalDate due) {
            return due.plusMonths(opensMonths);
        }

        LocalDate closes(LocalDate due) {
            return due.plusMonths(closesMonths);
        }
    }

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final GatewayProcess gateway;

    Oracle(GatewayProcess gateway) {
        this.gateway = gateway;
    }

    /** I1, I2, I5: one accepted declaration per buyer, in the window of the buyer's oldest invoice, sums equal to the cent. */
    void everyBuyerWasDeclaredOnceInTime(List<Invoice> dropped, Window window) {
        Map<String, List<Invoice>> byBuyer = dropped.stream().collect(Collectors.groupingBy(Invoice::buyer));
        Map<String, JsonNode> accepted = accepted();
        Map<String, JsonNode> claims = gateway.all("/api/v1/claims").stream()
                .collect(Collectors.toMap(claim -> claim.get("claimKey").asText(), Function.identity()));
        assertThat(accepted.keySet())
                .as("the insurer's claims are the gateway's")
                .isEqualTo(claims.keySet());
        assertThat(accepted).as("one accepted declaration per buyer").hasSize(byBuyer.size());
        Map<String, String> buyerOfClaim = new TreeMap<>();
        claims.forEach(
                (key, claim) -> buyerOfClaim.put(key, claim.get("buyerId").asText()));
        assertThat(new java.util.HashSet<>(buyerOfClaim.values()))
                .as("every buyer")
                .isEqualTo(byBuyer.keySet());
        accepted.forEach((key, item) -> {
            List<Invoice> invoices = byBuyer.get(buyerOfClaim.get(key));
            LocalDate oldest = invoices.stream()
                    .map(Invoice::due)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            LocalDate day =
                    LocalDate.ofInstant(Instant.parse(item.get("acceptedAt").asText()), window.zone());
            assertThat(item.get("accepts").asInt()).as(key + " accepted once").isEqualTo(1);
            assertThat(day).as(key + " not before its window").isAfterOrEqualTo(window.opens(oldest));
            assertThat(day).as(key + " not after its window").isBeforeOrEqualTo(window.closes(oldest));
            assertThat(item.get("amount").decimalValue())
                    .as(key + " amount at the insurer")
                    .isEqualByComparingTo(
                            invoices.stream().map(Invoice::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(claims.get(key).get("amount").decimalValue())
                    .as(key + " amount in the gateway")
                    .isEqualByComparingTo(item.get("amount").decimalValue());
        });
    }

    /** I1: one accepted declaration per buyer, whatever was told of it afterwards, each known here by the insurer's number. */
    void everyBuyerWasDeclaredOnce(List<Invoice> dropped) {
        Map<String, String> numbers = gateway.all("/api/v1/claims").stream()
                .collect(Collectors.toMap(
                        claim -> claim.get("claimKey").asText(),
                        claim -> claim.get("insurerClaimNumber").asText()));
        Map<String, JsonNode> accepted = accepted();
        assertThat(accepted.keySet())
                .as("the insurer's claims are the gateway's")
                .isEqualTo(numbers.keySet());
        assertThat(accepted)
                .as("one accepted declaration per buyer")
                .hasSize(dropped.stream()
                        .map(Invoice::buyer)
                        .collect(Collectors.toSet())
                        .size());
        accepted.forEach((key, item) -> {
            assertThat(item.get("accepts").asInt()).as(key + " accepted once").isEqualTo(1);
            assertThat(item.get("insurerClaimNumber").asText())
                    .as(key + " number")
                    .isEqualTo(numbers.get(key));
        });
    }

    /** What the insurer accepted, by claim key. */
    Map<String, JsonNode> accepted() {
        Map<String, JsonNode> accepted = new TreeMap<>();
        for (JsonNode item : gateway.get("/api/v1/sandbox/insurer/claims").get("items")) {
            if (item.get("accepts").asInt() > 0) {
                accepted.put(item.get("claimKey").asText(), item);
            }
        }
        return accepted;
    }

    /** I7: everything is final, scheduled, or in a person's queue with a reason. */
    void nothingIsStuck() {
        assertThat(gateway.all("/api/v1/dead-letters")).as("dead letters").isEmpty();
        assertThat(gateway.all("/api/v1/submissions").stream()
                        .map(item -> item.get("state").asText()))
                .as("submissions are final")
                .isSubsetOf("ACKNOWLEDGED", "FAILED");
    }

    /** Where every claim must have come to. */
    void claimsAre(String... states) {
        assertThat(gateway.all("/api/v1/claims").stream()
                        .map(item -> item.get("state").asText()))
                .as("claims")
                .containsOnly(states);
    }

    /** I3: what the insurer holds of a claim came once each, and is what the gateway says it sent, byte for byte. */
    void everyDocumentArrivedOnce() {
        Map<String, String> held = new TreeMap<>();
        for (JsonNode item : gateway.get("/api/v1/sandbox/insurer/documents").get("items")) {
            assertThat(item.get("receives").asInt())
                    .as(item.get("name").asText() + " came once")
                    .isEqualTo(1);
            held.merge(item.get("claimKey").asText(), item.get("sha256").asText(), (one, other) -> one + " " + other);
        }
        for (String claimKey : accepted().keySet()) {
            List<String> sent = new ArrayList<>();
            for (JsonNode document : gateway.get("/api/v1/claims/" + claimKey).get("documents")) {
                sent.add(document.get("sha256").asText());
            }
            List<String> here =
                    held.containsKey(claimKey) ? List.of(held.get(claimKey).split(" ")) : List.of();
            assertThat(here).as("documents of " + claimKey).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    /** I4: every movement of money that the insurer told of stands in the posting files of the source, in one entry. */
    PostingFiles everySettlementWasPostedOnce(String source) {
        PostingFiles files =
                PostingFiles.of(gateway.home().resolve("erp").resolve(source).resolve("out"));
        assertThat(settlements(files))
                .as("settlements in the posting files")
                .containsExactlyInAnyOrderElementsOf(told());
        return files;
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (JsonNode result : gateway.get("/api/v1/sandbox/insurer/results").get("items")) {
            if (result.get("kind").asText().equals("SETTLEMENT")) {
                told.add("settlement/sandbox/"
                        + result.get("fields").get("settlementId").asText());
            }
        }
        return told;
    }

    /** What a later word changed about one, or what is acknowledged by being paid, has its own entry behind a further stroke. */
    private static List<String> settlements(PostingFiles files) {
        return files.causes().stream()
                .filter(cause -> cause.matches("settlement/[^/]+/[^/]+"))
                .toList();
    }

    /** I6: the whole history verifies, with an event for every accepted declaration. */
    void theHistoryIsWhole() {
        // The youngest events are in no block for a moment.
        JsonNode verdict = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> gateway.post("/api/v1/audit/verify", ""),
                        found -> found.get("blocks").asLong() > 0);
        assertThat(verdict.get("findings")).as("findings of the audit").isEmpty();
        assertThat(verdict.get("events").asLong())
                .isGreaterThanOrEqualTo(accepted().size());
    }

    /** I8: every file has exactly one answer, and nothing is left in the folders. */
    void everyFileHasOneAnswer(String source, List<String> names) {
        Path erp = gateway.home().resolve("erp").resolve(source);
        assertThat(files(erp.resolve("in"))).as("in/").isEmpty();
        assertThat(files(erp.resolve("work"))).as("work/").isEmpty();
        Map<String, Long> answers = files(erp.resolve("ack")).stream()
                .filter(name -> name.matches(".*\\.ack(\\.\\d+)?\\.json"))
                .collect(Collectors.groupingBy(
                        name -> name.replaceFirst("\\.ack(\\.\\d+)?\\.json$", ""), Collectors.counting()));
        Map<String, Long> dropped =
                names.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(answers).isEqualTo(dropped);
    }

    /** I8: no secret in a log. */
    void noSecretInALog(int starts) {
        for (int start = 0; start < starts; start++) {
            assertThat(gateway.log(start)).content().doesNotContain(GatewayProcess.PASSWORD);
        }
    }

    static BigDecimal sum(List<Invoice> invoices) {
        return invoices.stream().map(Invoice::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static JsonNode json(Path path) {
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return new ArrayList<>(
                    paths.map(path -> path.getFileName().toString()).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
