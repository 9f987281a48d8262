package io.claimgate.laboratory.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** I6: the history is whole, with one entry per declaration. I7: nothing is stuck. I9: the backlog drained by itself. */
final class Standing {

    private static final Set<String> FINAL = Set.of("ACKNOWLEDGED", "FAILED", "REJECTED");

    private Standing() {}

    static List<Violation> check(Run run, Terms terms) {
        List<Violation> found = new ArrayList<>();
        Gateway gateway = run.gateway();
        gateway.findings().forEach(finding -> found.add(new Violation("I6", "history", "audit", finding)));
        run.insurer("accept").stream()
                .map(line -> line.path("claimKey").asText())
                .distinct()
                .forEach(key -> {
                    long events = gateway.declaredEvents().getOrDefault(key, 0L);
                    if (events != 1 && !waits(gateway, terms, key)) {
                        found.add(new Violation("I6", "entries", key, events + " entries of one declaration"));
                    }
                });
        gateway.submissions().forEach((submission, state) -> {
            if (!FINAL.contains(state) && !waits(gateway, terms, submission.split(" ")[0])) {
                found.add(new Violation("I7", "stuck", submission, "is " + state));
            }
        });
        gateway.parked().forEach(parked -> {
            if (parked.reason() == null || parked.reason().isBlank()) {
                found.add(new Violation("I7", "silent", parked.task(), "is parked without a reason"));
            } else if (!terms.parkedAllowed()) {
                found.add(new Violation("I7", "parked", parked.task(), parked.reason()));
            }
        });
        gateway.open().forEach(open -> found.add(new Violation("I9", "backlog", open, "is still due")));
        claimsWithoutAcceptance(run, found);
        return found;
    }

    /** A claim that says it is at the insurer must be there. */
    private static void claimsWithoutAcceptance(Run run, List<Violation> found) {
        List<String> accepted = run.insurer("accept").stream()
                .map((JsonNode line) -> line.path("claimKey").asText())
                .toList();
        run.gateway().claims().stream()
                .filter(claim -> !Set.of("DRAFT", "AWAITING_APPROVAL", "DECLARING", "FORECLOSED", "WITHDRAWN")
                        .contains(claim.state()))
                .filter(claim -> !accepted.contains(claim.claimKey()))
                .forEach(claim -> found.add(new Violation(
                        "I1", "lost", claim.claimKey(), "is " + claim.state() + " and not at the insurer")));
    }

    private static boolean waits(Gateway gateway, Terms terms, String claimKey) {
        return terms.parkedAllowed()
                && gateway.parked().stream().anyMatch(parked -> parked.task().contains(claimKey));
    }
}
