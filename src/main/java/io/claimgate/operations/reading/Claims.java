package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims as they are shown. */
@Component
public class Claims {

    /** Which claims; what is null does not narrow. */
    public record Filter(
            @Parameter(description = "one or several states") @Nullable
            List<String> state,

            @Nullable String policy,
            @Nullable String creditor,
            @Nullable String insurer,
            @Nullable Boolean held,

            @Parameter(description = "text in claim key, insurer's claim number, buyer's number and name") @Nullable
            String q) {}

    private record KeyedLine(String key, Claim.Line line) {}

    private static final String VIEW = "v_claim";
    private static final Order CLOSES_FIRST =
            Order.by("closes_on", Order.Kind.DATE).thenBy("claim_key", Order.Kind.TEXT);

    private final Views views;
    private final ClaimChanges changes;
    private final Events events;

    Claims(Views views, ClaimChanges changes, Events events) {
        this.views = views;
        this.changes = changes;
        this.events = events;
    }

    /** What closes first first, each with its lines. */
    public Page<Claim> page(Creditors seen, Filter filter, Slice slice) {
        Where where = Where.seenBy(seen)
                .in("state", filter.state())
                .is("policy", filter.policy())
                .is("creditor", filter.creditor())
                .is("insurer", filter.insurer())
                .is("held", filter.held())
                .contains(filter.q(), "claim_key", "insurer_claim_number", "customer_no", "buyer_name");
        return views.page(VIEW, where, CLOSES_FIRST, slice, Claim::of).map(claims -> withLines(seen, claims));
    }

    /** One with lines, documents, submissions and history; throws {@link ApiProblem} 404. */
    public Claim one(Creditors seen, String key) {
        Claim claim = views.one(VIEW, Where.seenBy(seen).is("claim_key", key), Claim::of)
                .orElseThrow(() -> ApiProblem.notFound("claim " + key));
        List<Submission> submissions =
                views.all("v_submission", Where.seenBy(seen).is("claim_key", key), "id", Submission::of);
        List<Claim.Line> lines = lines(seen, List.of(key)).getOrDefault(key, List.of());
        List<DossierDocument> documents =
                views.all("v_document", Where.seenBy(seen).is("claim_key", key), "id", DossierDocument::of);
        DossierRow dossier = views.one("v_dossier", Where.seenBy(seen).is("claim_key", key), DossierRow::of)
                .orElse(null);
        return claim.with(
                lines,
                documents,
                dossier,
                changes.of(seen, key),
                submissions,
                events.of(seen, List.of("claim/" + key)),
                stops(seen, List.of(key)).get(key));
    }

    private List<Claim> withLines(Creditors seen, List<Claim> claims) {
        if (claims.isEmpty()) {
            return claims;
        }
        List<String> keys = claims.stream().map(Claim::claimKey).toList();
        Map<String, List<Claim.Line>> lines = lines(seen, keys);
        Map<String, Claim.Stopped> stops = stops(seen, keys);
        return claims.stream()
                .map(claim -> claim.with(lines.getOrDefault(claim.claimKey(), List.of()), stops.get(claim.claimKey())))
                .toList();
    }

    private Map<String, Claim.Stopped> stops(Creditors seen, List<String> keys) {
        Map<String, Claim.Stopped> byClaim = new HashMap<>();
        views.all("v_claim_stop", Where.seenBy(seen).in("claim_key", keys), "claim_key", row -> {
            byClaim.put(row.text("claim_key"), Claim.Stopped.of(row));
            return row;
        });
        return byClaim;
    }

    private Map<String, List<Claim.Line>> lines(Creditors seen, List<String> keys) {
        Map<String, List<Claim.Line>> byClaim = new HashMap<>();
        views.all(
                        "v_claim_line",
                        Where.seenBy(seen).in("claim_key", keys),
                        "claim_key, due_date, invoice_number, instalment",
                        row -> new KeyedLine(row.text("claim_key"), Claim.Line.of(row)))
                .forEach(one -> byClaim.computeIfAbsent(one.key(), key -> new ArrayList<>())
                        .add(one.line()));
        return byClaim;
    }
}
