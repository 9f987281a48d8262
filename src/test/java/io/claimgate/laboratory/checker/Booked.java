package io.claimgate.laboratory.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** I4: every movement of money that the insurer decided reaches accounting once, in the insurer's order per claim. */
public final class Booked {

    private Booked() {}

    static List<Violation> check(Run run) {
        List<Violation> found = new ArrayList<>();
        List<JsonNode> postings = run.accounting("posting");
        Map<String, Integer> first = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (int at = 0; at < postings.size(); at++) {
            String id = postings.get(at).path("postingId").asText();
            if (!ids.add(id)) {
                found.add(new Violation("I4", "doubled", id, "stands in two files"));
            }
            String settlement = settlement(postings.get(at));
            if (settlement != null && first.putIfAbsent(settlement, at) != null) {
                found.add(new Violation("I4", "doubled", settlement, "was posted twice"));
            }
        }
        Set<String> decided = new HashSet<>();
        Map<String, Integer> last = new HashMap<>();
        for (JsonNode result : run.insurer("result")) {
            if (!result.has("settlementId")) {
                continue;
            }
            String settlement = result.path("settlementId").asText();
            Integer at = first.get(settlement);
            if (!decided.add(settlement)) {
                continue;
            }
            if (at == null) {
                found.add(new Violation("I4", "lost", settlement, "was never posted"));
                continue;
            }
            String claim = result.path("claimKey").asText();
            Integer before = last.put(claim, at);
            if (before != null && before > at) {
                found.add(new Violation(
                        "I4", "order", claim, settlement + " was posted before what was decided earlier"));
            }
        }
        first.keySet().stream()
                .filter(settlement -> !decided.contains(settlement))
                .forEach(settlement ->
                        found.add(new Violation("I4", "invented", settlement, "was posted and never decided")));
        return found;
    }

    /** Causes {@code settlement/<insurer>/<id>}; what a later word changed about one stands behind a further stroke. Null: another cause. */
    public static String settlement(JsonNode posting) {
        String[] cause = posting.path("cause").asText().split("/");
        return cause.length == 3 && cause[0].equals("settlement") ? cause[2] : null;
    }
}
