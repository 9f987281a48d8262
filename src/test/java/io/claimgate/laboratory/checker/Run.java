package io.claimgate.laboratory.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * All that is known of a run.
 *
 * @param insurer lines of the insurer's ledger, in its order
 * @param accounting lines of the accounting's ledger, in its order
 */
public record Run(Dropped dropped, List<JsonNode> insurer, List<JsonNode> accounting, Gateway gateway) {

    List<JsonNode> insurer(String type) {
        return of(insurer, type);
    }

    List<JsonNode> accounting(String type) {
        return of(accounting, type);
    }

    private static List<JsonNode> of(List<JsonNode> ledger, String type) {
        return ledger.stream()
                .filter(line -> line.path("type").asText().equals(type))
                .toList();
    }
}
