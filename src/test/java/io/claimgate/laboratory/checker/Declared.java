package io.claimgate.laboratory.checker;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.laboratory.checker.Dropped.Invoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** I1: what had to be declared was, once. I2: inside its window, and no window passed in silence. */
final class Declared {

    private Declared() {}

    static List<Violation> check(Run run, Terms terms) {
        List<Violation> found = new ArrayList<>();
        Map<String, List<JsonNode>> accepted = run.insurer("accept").stream()
                .collect(Collectors.groupingBy(line -> line.path("debtor").asText()));
        Map<String, List<Invoice>> owed =
                run.dropped().invoices().stream().collect(Collectors.groupingBy(Invoice::buyer));
        owed.forEach((buyer, invoices) ->
                found.addAll(buyer(run, terms, buyer, invoices, accepted.getOrDefault(buyer, List.of()))));
        found.addAll(renderings(run));
        accepted.keySet().stream()
                .filter(buyer -> !owed.containsKey(buyer))
                .forEach(buyer -> found.add(new Violation("I1", "invented", buyer, "declared without an invoice")));
        return found;
    }

    /** What is sent again is what was sent before. */
    private static List<Violation> renderings(Run run) {
        Map<String, List<String>> contents = run.insurer("call").stream()
                .collect(Collectors.groupingBy(
                        line -> line.path("claimKey").asText(),
                        Collectors.mapping(line -> line.path("content").asText(), Collectors.toList())));
        return contents.entrySet().stream()
                .filter(calls -> calls.getValue().stream().distinct().count() > 1)
                .map(calls -> new Violation("I1", "rewritten", calls.getKey(), "was sent again with other content"))
                .toList();
    }

    private static List<Violation> buyer(
            Run run, Terms terms, String buyer, List<Invoice> invoices, List<JsonNode> accepted) {
        List<Violation> found = new ArrayList<>();
        LocalDate oldest =
                invoices.stream().map(Invoice::due).min(LocalDate::compareTo).orElseThrow();
        if (accepted.isEmpty()) {
            boolean told = run.gateway().claims().stream()
                    .anyMatch(claim -> claim.buyer().equals(buyer) && claim.alerted());
            boolean waits = terms.parkedAllowed() && told;
            if (!waits) {
                found.add(new Violation("I1", "lost", buyer, "no accepted declaration"));
            }
            if (!told) {
                found.add(new Violation("I2", "silent", buyer, "not declared, and nobody was told"));
            }
        }
        long counted = accepted.stream()
                .filter(line ->
                        !(terms.repeatsAllowed() && line.path("duplicate").asBoolean()))
                .filter(line -> !terms.resent().contains(line.path("claimKey").asText()))
                .count();
        if (counted > 1) {
            found.add(new Violation("I1", "doubled", buyer, "accepted " + counted + " times: " + accepted));
        }
        accepted.forEach(line -> {
            LocalDate day = LocalDate.ofInstant(Instant.parse(line.path("at").asText()), terms.zone());
            if (day.isBefore(terms.opens(oldest))) {
                found.add(new Violation("I2", "early", buyer, day + " before " + terms.opens(oldest)));
            }
            if (day.isAfter(terms.closes(oldest))) {
                found.add(new Violation("I2", "late", buyer, day + " after " + terms.closes(oldest)));
            }
        });
        return found;
    }
}
