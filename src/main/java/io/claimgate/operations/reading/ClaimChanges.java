package io.claimgate.operations.reading;

import io.claimgate.operations.access.Creditors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Changes of claims as they are shown. */
@Component
class ClaimChanges {

    private record NumberedLine(int number, ChangeRow.Line line) {}

    private final Views views;

    ClaimChanges(Views views) {
        this.views = views;
    }

    /** Those of one claim with their lines, in their order. */
    List<ChangeRow> of(Creditors seen, String claimKey) {
        List<ChangeRow> changes =
                views.all("v_claim_change", Where.seenBy(seen).is("claim_key", claimKey), "change_no", ChangeRow::of);
        if (changes.isEmpty()) {
            return changes;
        }
        Map<Integer, List<ChangeRow.Line>> lines = new HashMap<>();
        views.all(
                        "v_claim_change_line",
                        Where.seenBy(seen).is("claim_key", claimKey),
                        "change_no, due_date, invoice_number, instalment",
                        row -> new NumberedLine(row.whole("change_no"), ChangeRow.Line.of(row)))
                .forEach(one -> lines.computeIfAbsent(one.number(), number -> new ArrayList<>())
                        .add(one.line()));
        return changes.stream()
                .map(change -> change.with(lines.getOrDefault(change.number(), List.of())))
                .toList();
    }
}
