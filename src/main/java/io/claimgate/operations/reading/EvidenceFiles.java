package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import org.springframework.stereotype.Component;

/** The evidence of claims as it is shown, newest first. */
@Component
public class EvidenceFiles {

    private final Views views;
    private final Claims claims;

    EvidenceFiles(Views views, Claims claims) {
        this.views = views;
        this.claims = claims;
    }

    /** All that serves a claim: its own, its receivables' and its buyer's; throws {@link ApiProblem} 404 for the claim. */
    public Page<ClaimDocument> page(Creditors seen, String claimKey, Slice slice) {
        claims.one(seen, claimKey);
        return views.page(
                "v_claim_evidence",
                Where.seenBy(seen).is("of_claim", claimKey),
                Order.newestFirst(),
                slice,
                ClaimDocument::of);
    }

    /** One document; throws {@link ApiProblem} 404. */
    public ClaimDocument one(Creditors seen, long id) {
        return views.one("v_evidence", Where.seenBy(seen).is("id", id), ClaimDocument::of)
                .orElseThrow(() -> ApiProblem.notFound("document " + id));
    }
}
