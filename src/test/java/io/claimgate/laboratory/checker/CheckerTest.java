package io.claimgate.laboratory.checker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.laboratory.checker.Dropped.Invoice;
import io.claimgate.laboratory.checker.Dropped.Paper;
import io.claimgate.laboratory.checker.Gateway.Claim;
import io.claimgate.laboratory.checker.Gateway.Parked;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker sees nothing in a run that went well, and every single thing that may go wrong in one. */
class CheckerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void a_run_that_went_well_has_no_violation() throws IOException {
        // Given
        Sketch sketch = new Sketch(folder);

        // When
        List<Violation> found = Checker.check(sketch.run(), sketch.terms);

        // Then
        assertThat(found).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                row("I1 lost", sketch -> sketch.insurer.remove(0)),
                row("I1 doubled", sketch -> sketch.insurer.add(1, accept("2026-06-02T08:00:00Z", true))),
                row("I1 invented", sketch -> sketch.invoices.remove(0)),
                row("I1 rewritten", sketch -> sketch.insurer.addAll(List.of(call("aa"), call("bb")))),
                row("I2 early", sketch -> sketch.insurer.set(0, accept("2026-05-01T21:59:00Z", false))),
                row("I2 late", sketch -> sketch.insurer.set(0, accept("2026-07-02T22:01:00Z", false))),
                row("I2 silent", sketch -> sketch.insurer.remove(0)),
                row("I3 lost", sketch -> sketch.insurer.remove(1)),
                row("I3 doubled", sketch -> sketch.insurer.add(sketch.insurer.get(1))),
                row("I3 foreign", sketch -> sketch.insurer.add(document("K-1", "ff"))),
                row("I4 lost", sketch -> sketch.accounting.remove(1)),
                row("I4 doubled", sketch -> sketch.accounting.add(posting("P-9", "S2", "10.00", "10.00"))),
                row("I4 doubled", sketch -> sketch.accounting.add(sketch.accounting.get(1))),
                row("I4 order", sketch -> sketch.accounting.add(sketch.accounting.remove(0))),
                row("I4 invented", sketch -> sketch.accounting.add(posting("P-9", "S9", "10.00", "10.00"))),
                row("I5 unbalanced", sketch -> sketch.accounting.set(1, posting("P-2", "S3", "10.00", "9.99"))),
                row("I5 sum", sketch -> sketch.accounting.set(0, posting("P-1", "S2", "90.01", "90.01"))),
                row("I5 sum", sketch -> sketch.claims.set(0, claim("99.99", "RECOVERING", false))),
                row("I6 history", sketch -> sketch.findings.add("event 7 was changed")),
                row("I6 entries", sketch -> sketch.events.put("K-1", 2L)),
                row("I6 entries", sketch -> sketch.events.remove("K-1")),
                row("I7 stuck", sketch -> sketch.submissions.put("K-1 2", "SENDING")),
                row("I7 parked", sketch -> sketch.parked.add(new Parked("claim K-1", "ask the insurer"))),
                row("I7 silent", sketch -> sketch.parked.add(new Parked("claim K-1", ""))),
                row("I8 unanswered", sketch -> sketch.files.add("invoices-2.csv")),
                row("I8 unanswered", sketch -> sketch.files.add("invoices-1.csv")),
                row("I8 doubled", sketch -> sketch.touch("ack/invoices-1.csv.ack.2.json", "{}")),
                row("I8 left", sketch -> sketch.touch("work/7_invoices-1.csv", "")),
                row("I8 secret", sketch -> sketch.touch("log.0", "password is opensesame")),
                row("I9 backlog", sketch -> sketch.open.add("claim K-1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void every_violation_is_found(String expected, Consumer<Sketch> fault) throws IOException {
        // Given
        Sketch sketch = new Sketch(folder);
        fault.accept(sketch);

        // When
        List<Violation> found = Checker.check(sketch.run(), sketch.terms);

        // Then
        assertThat(found.stream().map(violation -> violation.invariant() + " " + violation.kind()))
                .contains(expected);
    }

    @Test
    void what_a_person_sent_again_is_the_recorded_exception() throws IOException {
        // Given
        Sketch sketch = new Sketch(folder);
        sketch.insurer.add(1, accept("2026-06-02T08:00:00Z", true));
        Terms known = new Terms(2, 4, sketch.terms.zone(), Set.of("K-1"), false, false, Set.of());

        // When
        List<Violation> found = Checker.check(sketch.run(), known);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void work_that_waits_for_a_person_with_a_reason_is_no_violation_where_that_is_allowed() throws IOException {
        // Given
        Sketch sketch = new Sketch(folder);
        sketch.parked.add(new Parked("claim K-1", "ask the insurer"));
        sketch.submissions.put("K-1 1", "OUTCOME_UNKNOWN");
        sketch.events.remove("K-1");

        // When
        List<Violation> found = Checker.check(sketch.run(), sketch.terms.withParked());

        // Then
        assertThat(found).isEmpty();
    }

    private static Arguments row(String expected, Consumer<Sketch> fault) {
        return Arguments.of(expected, fault);
    }

    private static JsonNode accept(String at, boolean duplicate) {
        return json(
                "{\"type\":\"accept\",\"at\":\"%s\",\"claimKey\":\"K-1\",\"debtor\":\"C1\",\"amount\":\"100.00\",\"currency\":\"EUR\",\"duplicate\":%s,\"lines\":[{\"number\":\"F-1\"}]}"
                        .formatted(at, duplicate));
    }

    private static JsonNode call(String content) {
        return json("{\"type\":\"call\",\"claimKey\":\"K-1\",\"content\":\"%s\"}".formatted(content));
    }

    private static JsonNode document(String claim, String sha) {
        return json("{\"type\":\"document\",\"claimKey\":\"%s\",\"sha256\":\"%s\"}".formatted(claim, sha));
    }

    private static JsonNode settlement(String id, String kind, String amount) {
        return json(
                "{\"type\":\"result\",\"claimKey\":\"K-1\",\"settlementId\":\"%s\",\"kind\":\"%s\",\"amount\":\"%s\",\"currency\":\"EUR\"}"
                        .formatted(id, kind, amount));
    }

    private static JsonNode posting(String id, String settlement, String debit, String credit) {
        String account = settlement.equals("S2") ? "BANK" : "INSURER-RECEIVABLE";
        return json(
                "{\"type\":\"posting\",\"postingId\":\"%s\",\"claimKey\":\"K-1\",\"cause\":\"settlement/lab/%s\",\"lines\":[{\"account\":\"%s\",\"debit\":\"%s\",\"credit\":\"0.00\",\"currency\":\"EUR\"},{\"account\":\"X\",\"debit\":\"0.00\",\"credit\":\"%s\",\"currency\":\"EUR\"}]}"
                        .formatted(id, settlement, account, debit, credit));
    }

    private static Claim claim(String amount, String state, boolean alerted) {
        return new Claim("K-1", "C1", state, new BigDecimal(amount), "EUR", alerted, List.of("aa"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A small run that went well, to be spoilt. */
    private static final class Sketch {
        final Path folder;
        final Terms terms = Terms.STRICT.withSecrets(Set.of("opensesame"));
        final List<String> files = new ArrayList<>(List.of("invoices-1.csv"));
        final List<Invoice> invoices = new ArrayList<>(
                List.of(new Invoice("C1", "F-1", LocalDate.of(2026, 3, 2), new BigDecimal("100.00"), "EUR")));
        final List<JsonNode> insurer = new ArrayList<>(List.of(
                accept("2026-06-01T08:00:00Z", false),
                document("K-1", "aa"),
                settlement("S2", "INDEMNITY", "90.00"),
                settlement("S3", "RECOVERY", "9.00")));
        final List<JsonNode> accounting =
                new ArrayList<>(List.of(posting("P-1", "S2", "90.00", "90.00"), posting("P-2", "S3", "9.00", "9.00")));
        final List<Claim> claims = new ArrayList<>(List.of(claim("100.00", "RECOVERING", false)));
        final List<String> open = new ArrayList<>();
        final List<Parked> parked = new ArrayList<>();
        final Map<String, String> submissions = new HashMap<>(Map.of("K-1 1", "ACKNOWLEDGED"));
        final List<String> findings = new ArrayList<>();
        final Map<String, Long> events = new HashMap<>(Map.of("K-1", 1L));

        Sketch(Path folder) throws IOException {
            this.folder = folder;
            for (String name : List.of("in", "work", "ack")) {
                Files.createDirectories(folder.resolve(name));
            }
            touch("ack/invoices-1.csv.ack.json", "{}");
            touch("log.0", "all is well");
        }

        void touch(String name, String text) {
            try {
                Files.writeString(folder.resolve(name), text);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        Run run() {
            return new Run(
                    new Dropped(folder, files, invoices, List.of(new Paper("F-1", "INVOICE", "aa"))),
                    insurer,
                    accounting,
                    new Gateway(claims, open, parked, submissions, findings, events, List.of(folder.resolve("log.0"))));
        }
    }
}
