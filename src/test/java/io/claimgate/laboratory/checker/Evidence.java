package io.claimgate.laboratory.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** I3: every document of a claim is at the insurer once, with its bytes. */
final class Evidence {

    private Evidence() {}

    static List<Violation> check(Run run) {
        List<Violation> found = new ArrayList<>();
        Map<String, Long> held =
                run.insurer("document").stream().collect(Collectors.groupingBy(Evidence::place, Collectors.counting()));
        held.forEach((place, times) -> {
            if (times > 1) {
                found.add(new Violation("I3", "doubled", place, "came " + times + " times"));
            }
        });
        Set<String> known = new HashSet<>();
        run.gateway()
                .claims()
                .forEach(claim -> claim.documents().forEach(sha -> {
                    String place = claim.claimKey() + " " + sha;
                    known.add(place);
                    if (!held.containsKey(place)) {
                        found.add(new Violation("I3", "lost", place, "is not at the insurer"));
                    }
                }));
        held.keySet().stream()
                .filter(place -> !known.contains(place))
                .forEach(place -> found.add(new Violation("I3", "foreign", place, "is none of the claim's documents")));
        Map<String, String> claimOf = claimsByInvoice(run);
        run.dropped().papers().forEach(paper -> {
            String claim = claimOf.get(paper.invoice());
            if (claim != null && !held.containsKey(claim + " " + paper.sha256())) {
                found.add(new Violation(
                        "I3",
                        "lost",
                        claim,
                        paper.kind() + " of " + paper.invoice() + " is not at the insurer with its bytes"));
            }
        });
        return found;
    }

    private static Map<String, String> claimsByInvoice(Run run) {
        Map<String, String> claims = new java.util.HashMap<>();
        for (JsonNode accept : run.insurer("accept")) {
            accept.path("lines")
                    .forEach(line -> claims.put(
                            line.path("number").asText(),
                            accept.path("claimKey").asText()));
        }
        return claims;
    }

    private static String place(JsonNode document) {
        return document.path("claimKey").asText() + " "
                + document.path("sha256").asText();
    }
}
